import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { DraftSummary } from '../../contract/drafts.ts';
import { Button } from '../../kit/Button.tsx';
import { Callout } from '../../kit/Callout.tsx';
import { formatDateTime } from '../../text/format.ts';
import { t } from '../../text/text.ts';
import { inItalian, titleOf } from '../../kit/own-language.ts';
import { call, draftsQuery } from '../queries.ts';
import { DeleteDraftDialog } from './DeleteDraftDialog.tsx';

/** The drafts to finish; that they are not sent yet is said plainly. */
export function DraftList({ drafts }: { readonly drafts: readonly DraftSummary[] }) {
  if (drafts.length === 0) return <DraftCards drafts={drafts} />;
  return (
    <section className="page-section">
      <h2 className="h4">{t('citizen.dossiers.draftsHeading')}</h2>
      <Callout tone="warning">{t('citizen.dossiers.draftsWarning')}</Callout>
      <DraftCards drafts={drafts} />
    </section>
  );
}

/** Drafts, each named by what it is about; each can be taken up or, after a question, thrown away. */
export function DraftCards({ drafts }: { readonly drafts: readonly DraftSummary[] }) {
  const [doomed, setDoomed] = useState<DraftSummary>();
  const queries = useQueryClient();
  const removal = useMutation({
    mutationFn: (draftId: string) => call('deleteDraft', { params: { draftId } }),
    onSuccess: async () => {
      setDoomed(undefined);
      await queries.invalidateQueries({ queryKey: draftsQuery.queryKey });
    },
  });
  const ask = (draft: DraftSummary): void => {
    removal.reset();
    setDoomed(draft);
  };
  return (
    <>
      <p role="status" className="visually-hidden">
        {removal.isSuccess ? t('citizen.dossiers.removed') : ''}
      </p>
      {drafts.length === 0 ? null : (
        <ul className="cards">
          {drafts.map((draft) => (
            <DraftRow key={draft.draftId} draft={draft} onRemove={() => ask(draft)} />
          ))}
        </ul>
      )}
      {doomed ? (
        <DeleteDraftDialog
          title={nameOf(doomed).text}
          error={removal.error}
          busy={removal.isPending}
          onConfirm={() => removal.mutate(doomed.draftId)}
          onCancel={() => setDoomed(undefined)}
        />
      ) : null}
    </>
  );
}

/** What it is about; else the title of its procedure. */
const nameOf = (draft: DraftSummary): ReturnType<typeof titleOf> =>
  draft.subject === undefined ? titleOf(draft) : { text: draft.subject, ...inItalian() };

function DraftRow({ draft, onRemove }: { readonly draft: DraftSummary; readonly onRemove: () => void }) {
  const { draftId, procedureId, subject, savedAt } = draft;
  const { text: title, ...ofTitle } = titleOf(draft);
  const { text: name, ...ofName } = nameOf(draft);
  return (
    <li className="card-row">
      <div className="card-row-main">
        {subject === undefined ? null : (
          <p className="card-row-over" {...ofTitle}>
            {title}
          </p>
        )}
        <h3 className="h5" {...ofName}>
          {name}
        </h3>
        <p className="card-row-meta">{t('citizen.dossiers.draftSaved', { when: formatDateTime(savedAt) })}</p>
      </div>
      <div className="card-row-buttons">
        <Link
          className="btn btn-primary btn-sm"
          to={`/servizi/${procedureId}/domanda/${draftId}`}
          aria-label={t('citizen.dossiers.resumeOf', { title: name })}
        >
          {t('citizen.dossiers.resume')}
        </Link>
        <Button
          color="danger"
          outline
          size="sm"
          label={t('citizen.dossiers.removeOf', { title: name })}
          onClick={onRemove}
        >
          {t('citizen.dossiers.remove')}
        </Button>
      </div>
    </li>
  );
}
