import type { Answers, FormDocument, Json } from '../../forms/schema/document.ts';
import type { AnswerOrigin, Origin } from '../../forms/schema/origins.ts';
import { originOfSource, originsOf, type Answered } from '../../forms/schema/origins.ts';
import { knownAnswers, sourcesOf, topFields } from '../../forms/schema/prefill.ts';
import type { Instant } from '../kernel/types.ts';
import type { Day } from './dossier.ts';

/** What is known of a person beside their sign-in, by the paths that the fields of one form name. */
export interface KnownFacts {
  /** `dossiers` and `registry`, nested as the paths are. */
  readonly sources: Answers;
  /** The day from which a path knows its value: of the dossier, or on which the registry was asked. */
  readonly on: Readonly<Record<string, Day>>;
  /** The paths that were asked for, in their order. */
  readonly asked: readonly string[];
  /** Registries that did not answer. */
  readonly silent: readonly string[];
  readonly askedAt: Instant;
}

/** The roots of paths whose values have to be fetched from somewhere. */
const FETCHED = new Set(['dossiers', 'registry']);

/** The paths of a form whose values have to be fetched: `dossiers.telefono`, `registry.anpr.residenza`. */
export const pathsToFetch = (form: FormDocument): readonly string[] =>
  [...new Set(topFields(form).flatMap(sourcesOf))].filter((path) => FETCHED.has(path.split('.')[0] ?? '')).sort();

/** A value put at a dotted path. */
export function putAt(holder: Answers, path: string, value: Json): Answers {
  const [step = '', ...rest] = path.split('.');
  if (rest.length === 0) return { ...holder, [step]: value };
  const inner = holder[step];
  const isHolder = typeof inner === 'object' && inner !== null && !Array.isArray(inner);
  // The border between a list and a record, which the line above has looked at.
  return { ...holder, [step]: putAt(isHolder ? (inner as Answers) : {}, rest.join('.'), value) };
}

/**
 * The fields that name sources they may not be written over, of which none has a value: what is written is declared.
 */
export function declaredFields(
  form: FormDocument,
  sources: Answers,
): readonly { readonly key: string; readonly origin: Origin }[] {
  const known = new Set(knownAnswers(form, sources).map(({ key }) => key));
  return topFields(form).flatMap((field) => {
    const [first] = sourcesOf(field);
    const isVouchedFor = field.properties?.['locked'] === 'true' || field.properties?.['correctable'] === 'true';
    if (first === undefined || !isVouchedFor || known.has(field.key)) return [];
    return [{ key: field.key, origin: originOfSource(first) }];
  });
}

/** Where the answers of an application came from, as the record keeps it. */
export interface Provenance {
  /** By key of the answer. */
  readonly origins: Readonly<Record<string, Origin>>;
  /** The day of the dossier or of the question to the registry, by key. */
  readonly originDays: Readonly<Record<string, Day>>;
  readonly corrections: readonly Correction[];
}

/** A known answer in whose place the person put another. */
export interface Correction {
  readonly key: string;
  readonly origin: Origin;
  readonly known: Json;
  readonly reason: string;
}

const correctionOf = ({ key, corrected }: AnswerOrigin): readonly Correction[] =>
  corrected === undefined ? [] : [{ key, ...corrected }];

/** Says of every answer where it came from; `on` is that of the known facts. */
export function provenanceOf(form: FormDocument, answered: Answered, on: KnownFacts['on']): Provenance {
  const origins = originsOf(form, answered);
  const days = new Map(knownAnswers(form, answered.sources).map(({ key, source }) => [key, on[source]]));
  return {
    origins: Object.fromEntries(origins.map(({ key, origin }) => [key, origin])),
    originDays: Object.fromEntries(
      origins.flatMap(({ key, origin }) => {
        const day = origin === 'declared' ? undefined : days.get(key);
        return day === undefined ? [] : [[key, day] as const];
      }),
    ),
    corrections: origins.flatMap(correctionOf),
  };
}
