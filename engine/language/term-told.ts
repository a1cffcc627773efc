import type { Dossier, Term } from '../core/dossier.ts';
import type { EventType } from '../core/event.ts';
import { Problem } from '../core/problem.ts';
import { chained, linkOn } from '../core/term.ts';
import { deadline } from '../core/term/deadline.ts';
import type { Json } from '../kernel/types.ts';
import type { Hand } from './hand.ts';

/** What is told of a movement: the event, the article, and what is true of this kind alone. */
interface Told {
  readonly type: EventType;
  readonly ground: string;
  readonly more?: Readonly<Record<string, Json>>;
}

/** The hand with a term as it is now and those after it in a chain, and the event that says so. */
export function moved<Carried>(
  hand: Hand<Carried>,
  { name, after }: { readonly name: string; readonly after: Term },
  { type, ground, more = {} }: Told,
): Hand<Carried> {
  const { label, days, unit, main } = after;
  const data = {
    ...{ termId: name, label, days, main, on: hand.day, ground },
    ...(unit === undefined ? {} : { unit }),
    ...more,
    deadlineOn: deadline(after, hand.day) ?? null,
    elementId: hand.elementId,
  };
  return hand.change({ terms: chained({ ...hand.dossier.terms, [name]: after }) }).record({ type, data });
}

/** Of a chain the name of the term that is counted today; the name itself where there is no chain. */
export function linkNamed({ dossier, day }: Pick<Hand<unknown>, 'dossier' | 'day'>, name: string): string {
  const term = dossier.terms[name];
  if (term?.after === undefined) return name;
  return nameOf(dossier, linkOn(term, day)) ?? name;
}

/** The name of a term. Inside a part a term of its own has two; the later is the one that the part gives it. */
export function nameOf({ terms }: Pick<Dossier, 'terms'>, { termId }: Term): string | undefined {
  return Object.entries(terms).findLast(([, each]) => each.termId === termId)?.[0];
}

/**
 * Demands that what the law allows once has not been done before.
 *
 * @throws Problem `term.once`
 */
export function demandFirst({ label }: Term, times: number): void {
  if (times > 0) throw new Problem('term.once', { term: label });
}
