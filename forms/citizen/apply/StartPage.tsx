import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { DraftSummary } from '../../contract/drafts.ts';
import { Button } from '../../kit/Button.tsx';
import { t } from '../../text/text.ts';
import { DraftCards } from '../dossiers/DraftList.tsx';
import { Breadcrumb } from '../layout/Breadcrumb.tsx';
import { PageLoading } from '../layout/PageLoading.tsx';
import { PageTitle } from '../layout/PageTitle.tsx';
import { Refusal } from '../layout/Refusal.tsx';
import { call, draftsQuery, procedureQuery } from '../queries.ts';
import { shortCard } from '../service/short-card.ts';

/**
 * Where the sign-in lands after the service card: a new draft, or, for who has begun this application before, the
 * choice between going on and beginning another.
 */
export function StartPage() {
  const { procedureId = '' } = useParams();
  const drafts = useQuery(draftsQuery);
  const [isChoosing, setChoosing] = useState(false);
  const [isNew, setNew] = useState(false);
  if (isNew) return <NewDraft procedureId={procedureId} />;
  if (drafts.data === undefined && drafts.isError) {
    return <Refusal error={drafts.error} onRetry={() => void drafts.refetch()} />;
  }
  if (drafts.data === undefined || !drafts.isFetchedAfterMount)
    return <PageLoading label={t('citizen.apply.starting')} />;
  // In one of the first revision nothing was saved: it is the one that a new draft takes up.
  const begun = drafts.data.items.filter((draft) => draft.procedureId === procedureId && draft.revision > 1);
  if (begun.length > 0 && !isChoosing) setChoosing(true);
  if (begun.length === 0 && !isChoosing) return <NewDraft procedureId={procedureId} />;
  return <Choice procedureId={procedureId} drafts={begun} onNew={() => setNew(true)} />;
}

interface ChoiceProps {
  readonly procedureId: string;
  readonly drafts: readonly DraftSummary[];
  readonly onNew: () => void;
}

/** The drafts that the person has of this application, and the way to another. */
function Choice({ procedureId, drafts, onNew }: ChoiceProps) {
  const service = useQuery(procedureQuery(procedureId)).data?.service;
  const title = service === undefined ? '' : shortCard(service).title;
  return (
    <div className="container page-block">
      <Breadcrumb
        crumbs={[
          { label: t('citizen.layout.services'), to: '/' },
          { label: title, to: `/servizi/${procedureId}` },
          { label: t('citizen.apply.request') },
        ]}
      />
      <PageTitle title={t('citizen.apply.chooseTitle')} />
      <p className="lead">{t('citizen.apply.chooseText')}</p>
      <DraftCards drafts={drafts} />
      <Button outline color="primary" onClick={onNew}>
        {t('citizen.apply.chooseNew')}
      </Button>
    </div>
  );
}

/** Opens a draft and goes to its form. */
function NewDraft({ procedureId }: { readonly procedureId: string }) {
  const navigate = useNavigate();
  const { mutate, error } = useMutation({
    mutationFn: () => call('createDraft', { body: { procedureId } }),
    onSuccess: ({ draftId }) => navigate(`/servizi/${procedureId}/domanda/${draftId}`, { replace: true }),
  });
  useEffect(() => mutate(), [mutate]);
  return error === null ? (
    <PageLoading label={t('citizen.apply.starting')} />
  ) : (
    <Refusal error={error} onRetry={() => mutate()} />
  );
}
