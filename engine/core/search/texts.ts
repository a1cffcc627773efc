import type { Answers, Json } from '../../../forms/schema/document.ts';
import { fieldsOf } from '../../../forms/schema/pages.ts';
import type { Dossier, DossierDocument, PartyRole } from '../dossier.ts';
import { officeKeysOf, partyKeysOf, type ReaderKey } from '../readers.ts';
import type { Procedure } from '../procedure.ts';

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
  readonly procedure: Pick<Procedure, 'service' | 'forms' | 'startFormId'>;
  readonly bodyName: string;
}

/**
 * What a dossier is found by: the offices find it by everything in it, the applicant by the application, a third party
 * by
 * what every list shows of it (DPR 184/2006, art. 3).
 */
export function searchTexts(dossier: Dossier, { procedure, bodyName }: SearchPlace): readonly SearchText[] {
  const shown = [dossier.registration, dossier.subject, procedure.service.title, bodyName];
  const application = stringsIn(applicationOf(dossier.variables, procedure));
  const people = dossier.parties.flatMap(({ givenName, familyName, fiscalCode = '', email = '' }) => [
    `${givenName} ${familyName}`,
    fiscalCode,
    email,
  ]);
  const texts: readonly SearchText[] = [
    { audience: 'office', readers: officeKeysOf(dossier), text: lines(shown, people, stringsIn(dossier.variables)) },
    { audience: 'applicant', readers: partyKeysOf(dossier, 'applicant'), text: lines(shown, application) },
    { audience: 'third-parties', readers: partyKeysOf(dossier, 'third-parties'), text: lines(shown) },
  ];
  return texts.filter(({ readers }) => readers.length > 0);
}

/** What documents are found by, for those who may read them. */
export function documentTexts(documents: readonly DossierDocument[], audience: SearchAudience): string {
  const readable = documents.filter(({ readableBy }) => audience === 'office' || readableBy.includes(audience));
  return lines(readable.flatMap(({ title, fileName, registration = '' }) => [title, fileName, registration]));
}

const lines = (...texts: readonly (readonly string[])[]): string => texts.flat().join('\n');

/** The answers of the form by which one applies; what the office added is not the applicant's to find. */
function applicationOf(variables: Answers, { forms, startFormId }: SearchPlace['procedure']): Answers {
  const form = forms[startFormId];
  const keys = new Set(form === undefined ? [] : fieldsOf(form).map(({ path }) => path.split(/[.[]/)[0]));
  return Object.fromEntries(Object.entries(variables).filter(([key]) => keys.has(key)));
}

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
