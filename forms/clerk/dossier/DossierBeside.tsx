import { useState } from 'react';
import type { OfficeDossier } from '../../contract/tasks.ts';
import { Callout } from '../../kit/Callout.tsx';
import { t } from '../../text/clerk.ts';
import { Fold } from '../layout/Fold.tsx';
import { Conflicts } from './Conflicts.tsx';
import { Documents } from './Documents.tsx';
import { Messages } from './Messages.tsx';
import { OpenTasks } from './OpenTasks.tsx';
import { Parties } from './Parties.tsx';
import { SentAnswers } from './SentAnswers.tsx';
import { Terms } from './Terms.tsx';

interface Props {
  readonly dossier: OfficeDossier;
  /** What was sent and the documents stand elsewhere on the page. */
  readonly withoutPapers?: boolean;
}

/** What a clerk keeps in sight while working: terms, data, people, documents, messages, who else is at it. */
export function DossierBeside({ dossier, withoutPapers = false }: Props) {
  if (dossier.visiting) return <Visiting dossier={dossier} />;
  return (
    <aside className="desk-beside" aria-label={t('clerk.dossier.beside')}>
      <Fold title={t('clerk.dossier.terms')}>
        <Terms terms={dossier.terms} />
      </Fold>
      {withoutPapers ? null : <Papers dossier={dossier} />}
      <Fold title={t('clerk.dossier.parties')} count={dossier.parties.length}>
        <Parties dossierId={dossier.dossierId} parties={dossier.parties} />
      </Fold>
      <Fold title={t('clerk.dossier.messages')} count={dossier.messages.length} closed>
        <Messages messages={dossier.messages} />
      </Fold>
      <Fold title={t('clerk.dossier.tasks')} count={dossier.openTasks.length} closed>
        <OpenTasks tasks={dossier.openTasks} />
      </Fold>
      <ConflictsFold dossier={dossier} />
    </aside>
  );
}

/** What stands there for an office of another body, which sees its own tasks only. */
function Visiting({ dossier }: Pick<Props, 'dossier'>) {
  return (
    <aside className="desk-beside" aria-label={t('clerk.dossier.beside')}>
      <Callout tone="info">{t('clerk.dossier.visiting', { body: dossier.bodyName })}</Callout>
      <ConflictsFold dossier={dossier} />
    </aside>
  );
}

/** Open at first where somebody keeps off. */
function ConflictsFold({ dossier }: Pick<Props, 'dossier'>) {
  const { conflicts, mayDeclareConflict } = dossier;
  // What is declared or lifted here does not fold it under the reader's eyes.
  const [wasEmpty] = useState(conflicts.length === 0);
  if (conflicts.length === 0 && !mayDeclareConflict) return null;
  return (
    <Fold title={t('clerk.dossier.conflict.title')} count={conflicts.length} closed={wasEmpty}>
      <Conflicts dossier={dossier} />
    </Fold>
  );
}

/** What was sent and the documents, in the wide column of a page where nothing else is written. */
export function DossierPapers({ dossier }: Pick<Props, 'dossier'>) {
  if (dossier.visiting) return null;
  return (
    <div className="desk-papers">
      <Papers dossier={dossier} />
    </div>
  );
}

const Papers = ({ dossier: { dossierId, submissions, documents } }: Pick<Props, 'dossier'>) => (
  <>
    <Fold title={t('clerk.dossier.answers')}>
      <SentAnswers dossierId={dossierId} submissions={submissions} />
    </Fold>
    <Fold title={t('clerk.dossier.documents')} count={documents.length}>
      <Documents dossierId={dossierId} documents={documents} />
    </Fold>
  </>
);
