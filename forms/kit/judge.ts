import { readAttachments } from '../fields/filepicker/schema.ts';
import type { Municipality, ReadContext, UploadedFile } from '../fields/types.ts';
import type { Answers, Choice, FormDocument, Json } from '../schema/document.ts';
import { isRecord } from '../schema/json.ts';
import { DAY_ONE, type Lookups } from '../schema/lookups.ts';
import { territoryAtHand } from '../territory/load.ts';
import { correctionIssues, type Reasons } from '../schema/origins.ts';
import { pageOfPath } from '../schema/pages.ts';
import { startOf, type KnownAnswer } from '../schema/prefill.ts';
import { validateAnswers, type Validation } from '../schema/validate.ts';
import type { Host } from './host.ts';

/** What a judgement in the browser is about. */
export interface Judged {
  readonly form: FormDocument;
  /** Only this page is judged. */
  readonly page?: string;
  readonly context?: Answers;
  readonly today: string;
  readonly host?: Host;
  /** What the administration knows already, and why the person corrects it. */
  readonly known?: readonly KnownAnswer[];
  readonly reasons?: Reasons;
  /** What fields that are read-only at the moment hold, as the server says; else what is known. */
  readonly held?: Answers;
}

/** What read-only fields hold; undefined where nobody has said what is known. */
export const heldOf = ({ form, held, known }: Pick<Judged, 'form' | 'held' | 'known'>): Answers | undefined =>
  held ?? (known && startOf(form, known));

/** A value with everything inside it. */
const withInner = (value: Json): readonly Json[] => [
  value,
  ...(Array.isArray(value) ? value.flatMap(withInner) : isRecord(value) ? Object.values(value).flatMap(withInner) : []),
];

const filesIn = (value: Json): readonly (readonly [string, UploadedFile])[] =>
  (readAttachments(value) ?? []).map(({ uploadId, name, size, signedBy }) => [
    uploadId,
    { name, size, mediaType: '', ...(signedBy && { signers: signedBy }) },
  ]);

function municipalityIn(value: Json): readonly (readonly [string, Municipality])[] {
  if (!isRecord(value)) return [];
  const { istatCode, name, province } = value;
  if (typeof istatCode !== 'string' || typeof name !== 'string' || typeof province !== 'string') return [];
  return [[istatCode, { istatCode, name, province, validFrom: DAY_ONE }]];
}

const choiceIn = (value: Json): readonly Choice[] => (typeof value === 'string' ? [{ value, label: value }] : []);

/** Look-ups that believe what the answers say of themselves; the server asks who knows. */
function believing(answers: Answers): Lookups & Pick<ReadContext, 'uploads'> {
  const all = withInner(answers);
  const files = new Map(all.flatMap(filesIn));
  const municipalities = new Map(all.flatMap(municipalityIn));
  const choices = all.flatMap(choiceIn);
  return {
    uploads: (uploadId) => files.get(uploadId),
    municipalities: (istatCode) => municipalities.get(istatCode),
    choices: () => choices,
    // A map on the page has fetched the borders; without one the server is the first to look.
    liesIn: (point, istatCode) => territoryAtHand()?.liesIn(point, istatCode) ?? true,
  };
}

/** Look-ups that ask what the host knows first. */
function lookUps(answers: Answers, { known, uploads }: Host): ReturnType<typeof believing> {
  const believed = believing(answers);
  return {
    uploads: uploads?.find ?? believed.uploads,
    municipalities: (istatCode, on) =>
      known?.municipalities?.(istatCode, on) ?? believed.municipalities?.(istatCode, on),
    choices: (source) => known?.choices?.(source) ?? believed.choices?.(source),
    liesIn: known?.liesIn ?? believed.liesIn,
  };
}

/** Judges answers in the browser: what the host does not know, such as name and size of a file, is believed. */
export function judge(values: Answers, judged: Judged): Validation {
  const { form, page, context, today, host = {}, known = [], reasons } = judged;
  const reading = { today, ...lookUps(values, host) };
  const validation = validateAnswers(form, values, { ...reading, context, page, held: heldOf(judged) });
  const wrong = new Set(validation.issues.map(({ path }) => path));
  const corrections = correctionIssues(form, { answers: validation.values, known, reasons, reading }).filter(
    ({ path }) => !wrong.has(path) && (page === undefined || pageOfPath(form, path) === page),
  );
  return { ...validation, issues: [...validation.issues, ...corrections] };
}
