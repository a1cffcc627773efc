import type { Json } from '../../../forms/schema/document.ts';
import { fullName } from '../../../forms/schema/full-name.ts';
import type { Dossier, DossierDocument, PartyRole } from '../dossier.ts';
import { officeKeysOf, partyKeysOf, type ReaderKey } from '../readers.ts';
import type { Procedure } from '../procedure.ts';
import type { Submission } from '../submission.ts';
import { unsubmitted } from '../submitted.ts';

/** As whom one looks for a dossier; what one may not read one cannot find it by. */
export type SearchAudience = 'office' | PartyRole;

/** What a dossier is found by, for one audience. */
export interface SearchText {
  readonly audience: SearchAudience;
  readonly readers: readonly ReaderKey[];
  readonly text: string;
}

/** What is searched beside the dossier itself. */
export interface SearchPlace {
  readonly procedure: Pick<Procedure, 'service' | 'startFormId'>;
  readonly bodyName: string;
}

/**
 * What a dossier is found by as it stands: all by what every list shows of it, the offices by its parties too, and by
 * variables that no submission holds. A third party finds it by nothing else (DPR 184/2006, art. 3).
 */
export function searchTexts(dossier: Dossier, { procedure, bodyName }: SearchPlace): readonly SearchText[] {
  const shown = [dossier.registration, dossier.subject, procedure.service.title, bodyName];
  const people = dossier.parties.flatMap(({ fiscalCode = '', email = '', through, ...party }) => [
    ...[fullName(party), fiscalCode, email],
    ...(through === undefined ? [] : [fullName(through), through.fiscalCode ?? '']),
  ]);
  const texts: readonly SearchText[] = [
    { audience: 'office', readers: officeKeysOf(dossier), text: lines(shown, people, stringsIn(unsubmitted(dossier))) },
    { audience: 'applicant', readers: partyKeysOf(dossier, 'applicant'), text: lines(shown) },
    { audience: 'third-parties', readers: partyKeysOf(dossier, 'third-parties'), text: lines(shown) },
  ];
  return texts.filter(({ readers }) => readers.length > 0);
}

/** What documents are found by, for those who may read them. */
export function documentTexts(documents: readonly DossierDocument[], audience: SearchAudience): string {
  const readable = documents.filter(({ readableBy }) => audience === 'office' || readableBy.includes(audience));
  return lines(readable.flatMap(({ title, fileName, registration = '' }) => [title, fileName, registration]));
}

/**
 * Answers as they were sent: for good, whatever is answered later. An office finds by all, an applicant by the
 * application and its corrections.
 */
export function submissionTexts(
  submissions: readonly SentAnswers[],
  audience: SearchAudience,
  { startFormId }: SearchPlace['procedure'],
): string {
  const readable = submissions.filter(
    ({ kind, formId }) =>
      audience === 'office' ||
      (audience === 'applicant' && (kind === 'application' || (kind === 'correction' && formId === startFormId))),
  );
  return lines(readable.flatMap(({ answers }) => stringsIn(answers)));
}

/** What of a submission is searched. */
export type SentAnswers = Pick<Submission, 'kind' | 'formId' | 'answers'>;

const lines = (...texts: readonly (readonly string[])[]): string => texts.flat().join('\n');

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Every text and number in a value; of a file its name, of a reference nothing. */
function stringsIn(value: Json): readonly string[] {
  if (typeof value === 'number') return [String(value)];
  if (typeof value === 'string') return uuid.test(value) ? [] : [value];
  if (value === null || typeof value !== 'object') return [];
  if ('uploadId' in value) return stringsIn(value['name'] ?? null);
  const members: readonly Json[] = Object.values(value);
  return members.flatMap(stringsIn);
}
