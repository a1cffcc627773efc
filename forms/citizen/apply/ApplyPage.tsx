import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, Navigate, useParams } from 'react-router';
import { t } from '../../text/text.ts';
import { codeOf } from '../../kit/failure.ts';
import { PageLoading } from '../layout/PageLoading.tsx';
import { PageTitle } from '../layout/PageTitle.tsx';
import { Refusal } from '../layout/Refusal.tsx';
import { draftQuery, procedureQuery } from '../queries.ts';
import { Application } from './Application.tsx';

/** The address of a draft: the form, or what became of it. */
export function ApplyPage() {
  const { procedureId = '', draftId = '' } = useParams();
  const [heldBack, setHeldBack] = useState<string>();
  const draft = useQuery(draftQuery(draftId));
  const procedure = useQuery(procedureQuery(procedureId));
  if (codeOf(draft.error) === 'draft.not-found') return <DraftGone />;
  const failed = [draft, procedure].find((query) => query.isError && query.data === undefined);
  if (failed) return <Refusal error={failed.error} onRetry={() => void failed.refetch()} />;
  if (draft.data === undefined || procedure.data === undefined) return <PageLoading />;
  if (draft.data.dossierId) return <Navigate to={`/pratiche/${draft.data.dossierId}`} replace />;
  return (
    // A new version of the form begins afresh; that it held back what was being sent has to outlive that.
    <Application
      key={`${draftId} ${draft.data.procedureVersion}`}
      draft={draft.data}
      service={procedure.data.service}
      isHeldBack={heldBack === draftId}
      onHeldBack={() => setHeldBack(draftId)}
    />
  );
}

const DraftGone = () => (
  <div className="container page-narrow page-block">
    <PageTitle title={t('citizen.apply.draftGone')} />
    <p className="lead">{t('citizen.apply.draftGoneText')}</p>
    <Link className="btn btn-primary" to="/pratiche">
      {t('citizen.layout.myDossiers')}
    </Link>
  </div>
);
