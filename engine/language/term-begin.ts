import type { Day, Term } from '../core/dossier.ts';
import { textAt, unfit, valueOf } from '../core/expression.ts';
import type { ExpressionPlace } from '../core/expression.ts';
import { Problem } from '../core/problem.ts';
import { chainTerm, startTerm } from '../core/term.ts';
import type { Hand } from './hand.ts';
import { lengthOf } from './term-length.ts';
import { declaredAt } from './term-place.ts';
import type { TermRule } from './term-rule.ts';
import { moved } from './term-told.ts';

/** The hand after a term has begun, unless it runs; after one before it has, where it is not the first of a chain. */
export function beginTerm<Carried>(
  hand: Hand<Carried>,
  move: { readonly term: string; readonly ground: string },
): Hand<Carried> {
  const { terms } = hand.dossier;
  const running = terms[move.term];
  if (running !== undefined && running.state !== 'ended') return hand;
  const before = hand.terms[move.term]?.after;
  if (before !== undefined && terms[before] === undefined) {
    const rule = hand.terms[before];
    if (rule !== undefined)
      return beginTerm(hand, { term: before, ground: textAt(rule.ground, declaredAt(rule, hand)) });
  }
  const after = newTerm(move.term, hand);
  const { startedOn, isRemedy } = after;
  const more = {
    startedOn,
    ...(after.after === undefined ? {} : { after: after.after.termId }),
    ...(isRemedy === undefined ? {} : { isRemedy }),
  };
  const begun = moved(hand, { name: move.term, after }, { type: 'term.started', ground: move.ground, more });
  const next = Object.values(hand.terms).filter((rule) => rule.after === move.term);
  return next.reduce(
    (current, rule) => beginTerm(current, { term: rule.id, ground: textAt(rule.ground, declaredAt(rule, current)) }),
    begun,
  );
}

function newTerm(termId: string, hand: Hand<unknown>): Term {
  const { elementId } = hand;
  const rule = hand.terms[termId];
  if (!rule) throw new Problem('step.failed', { elementId, term: termId, expected: 'a term of the procedure' });
  const place = declaredAt(rule, hand);
  const main = rule.main && !hasMain(hand, termId);
  const { label, unit } = rule;
  const begun = {
    ...startTerm(
      {
        ...{ termId, label, days: lengthOf(rule.days, place, 1) },
        ...(unit === undefined ? {} : { unit }),
        ...{ ground: textAt(rule.ground, place), main },
      },
      startOf(rule, place, hand.day),
    ),
    ...(rule.remedy === undefined ? {} : ({ isRemedy: true } as const)),
  };
  const before = rule.after === undefined ? undefined : hand.dossier.terms[rule.after];
  return before === undefined ? begun : chainTerm(begun, before);
}

/** The day from which a term is counted: the one that its rule names, or today. */
function startOf({ from }: TermRule, place: ExpressionPlace, today: Day): Day {
  if (from === undefined) return today;
  const day = valueOf(from, place);
  if (typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day)) return day;
  throw unfit(from, place, { found: JSON.stringify(day), expected: 'a date' });
}

/** A called process may declare a main term of its own; the dossier keeps the one it has. */
const hasMain = ({ dossier }: Hand<unknown>, termId: string): boolean =>
  Object.values(dossier.terms).some((term) => term.main && term.termId !== termId);
