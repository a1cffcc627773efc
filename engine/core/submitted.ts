import canonicalize from 'canonicalize';
import type { Json } from '../../forms/schema/document.ts';
import type { Variables } from '../kernel/types.ts';

/*
 * Variables are the working copy of a procedure; what people read of a dossier (letters, the register, searches) goes
 * by what was submitted. An answer holds until another form answers the same, or the procedure clears it. What the
 * procedure writes under the same name leaves the answer as it was.
 */

/** What an execution knows of the answers that were submitted in it. */
export interface HeldAnswers {
  /** By the name of a variable the number of the submission that answered it last. */
  readonly answered?: Readonly<Record<string, number>> | undefined;
  /** Answers under whose names the variables now hold something else. */
  readonly overwritten?: Variables | undefined;
}

interface Execution extends HeldAnswers {
  readonly variables: Variables;
}

/** The variables, each answered one as it was last submitted. */
export const submittedVariables = ({ variables, overwritten }: Execution): Variables =>
  overwritten === undefined ? variables : { ...variables, ...overwritten };

/** Those of the variables that no submission holds. */
export function unsubmitted({ variables, answered = {} }: Execution): Variables {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !(name in answered)));
}

/**
 * With the answers of a form that was submitted, by the names of variables; null was left empty. The variables have
 * them after the move that follows.
 */
export function hold(
  { answered, overwritten }: HeldAnswers,
  { sequence, answers }: { readonly sequence: number; readonly answers: Variables },
): HeldAnswers {
  const given = Object.entries(answers).filter(([, value]) => value !== null);
  return heldOf(
    { ...without(answered, answers), ...Object.fromEntries(given.map(([name]) => [name, sequence])) },
    { ...without(overwritten, answers), ...Object.fromEntries(given) },
  );
}

/** What still holds when the execution has moved on to other variables. */
export function holdOn(before: Execution, variables: Variables): HeldAnswers {
  if (before.answered === undefined) return {};
  const submitted = submittedVariables(before);
  const held = Object.keys(before.answered).filter((name) => (variables[name] ?? null) !== null);
  const overwritten = held.filter((name) => !isSame(submitted[name], variables[name]));
  return heldOf(pick(before.answered, held), pick(submitted, overwritten));
}

function heldOf(answered: Readonly<Record<string, number>>, overwritten: Variables): HeldAnswers {
  return {
    answered: Object.keys(answered).length > 0 ? answered : undefined,
    overwritten: Object.keys(overwritten).length > 0 ? overwritten : undefined,
  };
}

const without = <Value>(values: Readonly<Record<string, Value>> = {}, names: object): Record<string, Value> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !(name in names)));

const pick = <Value>(values: Readonly<Record<string, Value>>, names: readonly string[]): Record<string, Value> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));

const isSame = (one: Json | undefined, other: Json | undefined): boolean =>
  one === other || (typeof one === 'object' && canonicalize(one) === canonicalize(other));
