import type { Answers } from '../../schema/document.ts';

/** Why a person corrects what was known of them, by key of the answer. */
export type Reasons = Readonly<Record<string, string>>;

/**
 * No key of a form has a colon, so a reason can stand among the answers, where it is saved and joined as one of them.
 */
const PREFIX = 'reason:';

/** The key of the answer that a path among answers and reasons gives the reason for; undefined for an answer. */
export const correctedKey = (path: string): string | undefined =>
  path.startsWith(PREFIX) ? path.slice(PREFIX.length) : undefined;

/** Answers and reasons in one record. */
export const withReasons = (answers: Answers, reasons: Reasons): Answers => ({
  ...answers,
  ...Object.fromEntries(Object.entries(reasons).map(([key, reason]) => [PREFIX + key, reason])),
});

/** The answers of such a record, and its reasons. */
export function apart(together: Answers): { readonly answers: Answers; readonly reasons: Reasons } {
  const entries = Object.entries(together);
  const reasons = entries.flatMap(([path, reason]) => {
    const key = correctedKey(path);
    return key === undefined || typeof reason !== 'string' ? [] : [[key, reason] as const];
  });
  return {
    answers: Object.fromEntries(entries.filter(([path]) => correctedKey(path) === undefined)),
    reasons: Object.fromEntries(reasons),
  };
}

/** The record with one reason written, or taken away. */
export function setReason(together: Answers, key: string, reason: string | undefined): Answers {
  const { [PREFIX + key]: _before, ...rest } = together;
  return reason === undefined ? rest : { ...rest, [PREFIX + key]: reason };
}
