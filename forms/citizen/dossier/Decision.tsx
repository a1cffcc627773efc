import type { DossierDetail, DocumentView } from '../../contract/dossiers.ts';
import type { OutcomeKind } from '../../contract/standing.ts';
import { formatTheDate } from '../../text/format.ts';
import { t, type TextKey } from '../../text/text.ts';
import { wordsOf } from '../../kit/own-language.ts';
import { DocumentLink } from './DocumentLink.tsx';
import { Section } from './Section.tsx';
import { isConcluded } from './standing.ts';

/** How a dossier ended, by the kind of its outcome. */
const endings: Readonly<Record<OutcomeKind, TextKey>> = {
  granted: 'citizen.decision.text',
  'partly-granted': 'citizen.decision.text',
  deferred: 'citizen.decision.text',
  'silent-consent': 'citizen.decision.silentConsent',
  denied: 'citizen.decision.text',
  'silent-refusal': 'citizen.decision.silent',
  'not-admissible': 'citizen.decision.closed',
  archived: 'citizen.decision.closed',
  withdrawn: 'citizen.decision.withdrawn',
  revoked: 'citizen.decision.revoked',
  other: 'citizen.decision.text',
};

/** Of a dossier that has had its answer: what was decided, in one sentence, with what was asked for and the acts. */
export function Decision({ dossier }: { readonly dossier: DossierDetail }) {
  const { decision, bodyName, dossierId, documents } = dossier;
  if (decision === undefined || !isConcluded(dossier)) return null;
  const shown = decision.documentIds
    .map((id) => documents.find(({ documentId }) => documentId === id))
    .filter((document): document is DocumentView => document !== undefined);
  const { text, ...inLanguage } = wordsOf(decision.outcome.label, decision.outcome.labelInEnglish);
  return (
    <Section id="decisione" title={t('citizen.decision.heading')} className="decision-box">
      <p className="mb-2">
        {t(endings[decision.outcome.kind], {
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
