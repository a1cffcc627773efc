import { schemaOf } from '../fields/schemas.ts';
import type { ReadContext } from '../fields/types.ts';
import type { Answers, FieldComponent, FormDocument, Issue, Json } from './document.ts';
import { isList } from './components.ts';
import { isSame } from './json.ts';
import { fieldsOf } from './pages.ts';
import { knownAnswers, type KnownAnswer, type Sources } from './prefill.ts';
import { computedOf } from './settle.ts';

/** Where an answer came from: the person, their sign-in, another dossier, a registry by its name, or a computation. */
export type Origin = 'declared' | 'identity' | 'dossier' | 'computed' | `registry:${string}`;

/** Where one answer of a form came from. */
export interface AnswerOrigin {
  /** The key of the field, or the path of the repeating group as a whole. */
  readonly key: string;
  readonly origin: Origin;
  /** Set when the person has put a value of their own in the place of one that was known. */
  readonly corrected?: {
    readonly origin: Origin;
    /** What the source says. */
    readonly known: Json;
    readonly reason: string;
  };
}

/** Why a person has corrected a known answer, by key. */
export type Reasons = Readonly<Record<string, string>>;

/** What was answered, and what was known before. */
export interface Answered {
  /** In normal form. */
  readonly answers: Answers;
  readonly sources: Sources;
  readonly reasons?: Reasons;
  /** Reads what the sources say as an answer is read; without look-ups such values are compared as they stand. */
  readonly reading?: ReadContext;
}

/** The origin behind the path of a source: `identity.email`, `registry.parix.name`, or anything of a dossier. */
export function originOfSource(source: string): Origin {
  const [root, name] = source.split('.');
  if (root === 'identity') return 'identity';
  return root === 'registry' && name !== undefined ? `registry:${name}` : 'dossier';
}

/** The value in its normal form; as it stands when it cannot be read. */
function normal(field: FieldComponent, value: Json, reading: ReadContext): Json {
  if (schemaOf(field).isEmpty(value)) return null;
  const read = schemaOf(field).read(value, field, reading);
  return 'value' in read ? read.value : value;
}

/** The same where the sources were asked elsewhere, as in the browser. */
export interface AnsweredKnown extends Omit<Answered, 'sources'> {
  readonly known: readonly KnownAnswer[];
}

/** What is known of a field, and whether the person says something else. */
interface Compared {
  readonly field: FieldComponent;
  readonly known: KnownAnswer;
  readonly isChanged: boolean;
}

function compared(form: FormDocument, answered: Answered | AnsweredKnown): ReadonlyMap<string, Compared> {
  const { answers, reading = { today: '' } } = answered;
  const all = 'known' in answered ? answered.known : knownAnswers(form, answered.sources);
  const known = new Map(all.map((each) => [each.key, each]));
  const entries = fieldsOf(form).flatMap(({ component, path }): readonly (readonly [string, Compared])[] => {
    const each = known.get(path);
    if (isList(component) || !each) return [];
    const context = { ...reading, beside: answers };
    const [given, before] = [normal(component, answers[path] ?? null, context), normal(component, each.value, context)];
    const isChanged = !isSame(given, before);
    return [[path, { field: component, known: each, isChanged }]];
  });
  return new Map(entries);
}

const reasonFor = ({ reasons = {} }: Pick<Answered, 'reasons'>, key: string): string =>
  (Object.hasOwn(reasons, key) ? (reasons[key] ?? '') : '').trim();

function originOf(key: string, comparison: Compared | undefined, answered: Answered): AnswerOrigin {
  if (!comparison) return { key, origin: 'declared' };
  const { known, isChanged } = comparison;
  const origin = originOfSource(known.source);
  if (!isChanged) return { key, origin };
  if (known.may === 'write') return { key, origin: 'declared' };
  return { key, origin: 'declared', corrected: { origin, known: known.value, reason: reasonFor(answered, key) } };
}

/**
 * For each answer where it came from, in the order of the form; an answer that the person put in the place of a known
 * one carries what was known and why. Fields without an answer are left out.
 */
export function originsOf(form: FormDocument, answered: Answered): readonly AnswerOrigin[] {
  const comparisons = compared(form, answered);
  return fieldsOf(form).flatMap(({ component, path }): readonly AnswerOrigin[] => {
    const isTop = path === (isList(component) ? component.path : component.key);
    if (!isTop || answered.answers[path] === undefined) return [];
    if (!isList(component) && computedOf(component)) return [{ key: path, origin: 'computed' }];
    return [originOf(path, comparisons.get(path), answered)];
  });
}

/**
 * What is wrong with corrections: a known answer that was changed although it may only be corrected with a reason, and
 * no reason was given (`field.reason-required`). An answer that is absent, because it is hidden or was left empty, puts
 * nothing in the place of what is known.
 */
export function correctionIssues(form: FormDocument, answered: Answered | AnsweredKnown): readonly Issue[] {
  return [...compared(form, answered).values()]
    .filter(({ known, isChanged }) => isChanged && known.may === 'correct' && answered.answers[known.key] !== undefined)
    .filter(({ known }) => reasonFor(answered, known.key) === '')
    .map(({ field, known }) => ({
      path: known.key,
      code: 'field.reason-required',
      params: { label: field.label ?? field.key },
    }));
}
