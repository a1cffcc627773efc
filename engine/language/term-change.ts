import type { LengthChange } from '../core/dossier.ts';
import { Problem } from '../core/problem.ts';
import { changeLength } from '../core/term.ts';
import { isOver } from '../core/term/deadline.ts';
import type { Hand } from './hand.ts';
import { demandFirst, linkNamed, moved } from './term-told.ts';

/** A change of the length of a term: `by` so much, or `to` the whole length. */
interface LengthMove {
  readonly term: string;
  readonly act: LengthChange['act'];
  readonly ground: string;
  readonly by?: number;
  readonly to?: number;
  readonly reason?: string;
  readonly once?: boolean;
}

/**
 * The hand after a term has got another length, and that has been recorded. A length that it has already changes
 * nothing.
 *
 * @throws Problem `term.not-changed` when it has passed or ended; `term.once` when it is extended again that may be so
 *   once
 */
export function changeTermLength<Carried>(hand: Hand<Carried>, move: LengthMove): Hand<Carried> {
  const { act, ground, by = 0, reason, once } = move;
  const name = linkNamed(hand, move.term);
  const before = hand.dossier.terms[name];
  if (before === undefined) return hand;
  const { label, days: from, changes = [] } = before;
  if (isOver(before, hand.day)) throw new Problem('term.not-changed', { term: label, ground });
  if (once === true) demandFirst(before, changes.filter((change) => change.act === act).length);
  const to = move.to ?? (act === 'shorten' ? from - by : from + by);
  const after = changeLength(before, { on: hand.day, act, to, ground, ...(reason === undefined ? {} : { reason }) });
  if (after === before) return hand;
  const more = { act, daysBefore: from, reason: reason ?? null };
  return moved(hand, { name, after }, { type: 'term.length-changed', ground, more });
}
