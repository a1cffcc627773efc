import { apply, type Change, type Outcome } from './change.ts';
import type { Draft } from './draft.ts';

/** One document of the past or the future, with the change that led from it to the next. */
interface Entry {
  readonly draft: Draft;
  readonly change: Change;
}

/**
 * The documents of a session, one after the other. `past` holds those before the present one, the oldest first;
 * `future` those that were undone, the next one first. A change throws the future away.
 */
export interface History {
  readonly past: readonly Entry[];
  readonly present: Draft;
  readonly future: readonly Entry[];
}

/** How many steps can be undone; documents share what does not change, so a step costs little more than the change. */
const MOST_STEPS = 200;

/** A history that begins with this document. */
export const beginHistory = (present: Draft): History => ({ past: [], present, future: [] });

/** The history after a change, with what the change did; the same history when it was not possible. */
export function record(history: History, change: Change): { readonly history: History; readonly outcome: Outcome } {
  const outcome = apply(history.present, change);
  if (outcome.draft === undefined) return { history, outcome };
  const last = history.past.at(-1);
  const past = isContinued(last?.change, change, history)
    ? history.past
    : [...history.past, { draft: history.present, change }].slice(-MOST_STEPS);
  return { history: { past, present: outcome.draft, future: [] }, outcome };
}

/** Typing into one member is one step, not one for each key. */
function isContinued(last: Change | undefined, next: Change, { future }: History): boolean {
  return (
    last?.type === 'set' &&
    next.type === 'set' &&
    last.id === next.id &&
    last.at === next.at &&
    future.length === 0 &&
    typeof next.value === 'string' &&
    typeof last.value === 'string'
  );
}

/** The history one step back; undefined when there is nothing to undo. */
export function undo({ past, present, future }: History): History | undefined {
  const last = past.at(-1);
  if (last === undefined) return undefined;
  return { past: past.slice(0, -1), present: last.draft, future: [{ draft: present, change: last.change }, ...future] };
}

/** The history one step forward again; undefined when nothing was undone. */
export function redo({ past, present, future }: History): History | undefined {
  const [next, ...rest] = future;
  if (next === undefined) return undefined;
  return { past: [...past, { draft: present, change: next.change }], present: next.draft, future: rest };
}

/** The change that `undo` would take back. */
export const lastChange = ({ past }: History): Change | undefined => past.at(-1)?.change;

/** The change that `redo` would do again. */
export const nextChange = ({ future }: History): Change | undefined => future[0]?.change;
