import type { DossierDetail, DocumentView } from '../../contract/dossiers.ts';
import { formatTheDate } from '../../text/format.ts';
import { t, type TextKey } from '../../text/text.ts';
import { nameOf } from '../language.ts';
import { DocumentLink } from './DocumentLink.tsx';
import { Section } from './Section.tsx';
import { isConcluded } from './standing.ts';

/** How a request ended that nobody decided on its merits; the others were decided. */
const endings: Readonly<Record<string, TextKey>> = {
  ritirata: 'citizen.decision.withdrawn',
  'diniego-tacito': 'citizen.decision.silent',
  archiviata: 'citizen.decision.closed',
  irricevibile: 'citizen.decision.closed',
  improcedibile: 'citizen.decision.closed',
};

/** Of a dossier that has had its answer: what was decided, in one sentence, with what was asked for and the acts. */
export function Decision({ dossier }: { readonly dossier: DossierDetail }) {
  const { decision, bodyName, dossierId, documents } = dossier;
  if (decision === undefined || !isConcluded(dossier)) return null;
  const shown = decision.documentIds
    .map((id) => documents.find(({ documentId }) => documentId === id))
    .filter((document): document is DocumentView => document !== undefined);
  const { text, ...inLanguage } = nameOf('outcomes', decision.outcome);
  return (
    <Section id="decisione" title={t('citizen.decision.heading')} className="decision-box">
      <p className="mb-2">
        {t(endings[decision.outcome.code] ?? 'citizen.decision.text', {
          body: bodyName,
          date: formatTheDate(decision.decidedAt),
        })}{' '}
        <strong {...inLanguage}>{text}</strong>.
      </p>
      {shown.length === 0 ? null : (
        <ul className="documents">
          {shown.map((document) => (
            <DocumentLink key={document.documentId} dossierId={dossierId} document={document} />
          ))}
        </ul>
      )}
    </Section>
  );
}
