import type { Term } from '../core/dossier.ts';
import type { EventType } from '../core/event.ts';
import { holds, textAt, unfit, valueOf } from '../core/expression.ts';
import type { ExpressionPlace } from '../core/expression.ts';
import { Problem } from '../core/problem.ts';
import { deadline, endTerm, interruptTerm, restartTerm, resumeTerm, startTerm, suspendTerm } from '../core/term.ts';
import type { Hand } from './hand.ts';
import type { LentTermRule, TermRule } from './term-rule.ts';

const events = {
  start: 'term.started',
  suspend: 'term.suspended',
  resume: 'term.resumed',
  interrupt: 'term.interrupted',
  restart: 'term.restarted',
  end: 'term.ended',
} as const satisfies Readonly<Record<string, EventType>>;

/** What happens to a term, and by which article. */
export interface TermMove {
  readonly term: string;
  readonly act: keyof typeof events;
  readonly ground: string;
  /** The days that a suspension may add. */
  readonly maxDays?: number | undefined;
  /** The element that holds the term, and that alone lets it go on. */
  readonly heldBy?: string;
}

/**
 * The hand after a term has moved, and has been recorded as moved. An act that does not fit its state changes nothing.
 *
 * @throws Problem `step.failed` when a term that begins is not declared, or its length is no whole number of days
 */
export function moveTerm<Carried>(hand: Hand<Carried>, move: TermMove): Hand<Carried> {
  const { terms } = hand.dossier;
  const before = terms[move.term];
  const after = termAfter(move, hand);
  if (!after || after === before) return hand;
  const { label, days: length, main } = after;
  const data = { termId: move.term, label, days: length, main, on: hand.day, ground: move.ground };
  return hand.change({ terms: { ...terms, [move.term]: after } }).record({
    type: events[move.act],
    data: { ...data, deadlineOn: deadline(after, hand.day) ?? null, elementId: hand.elementId },
  });
}

function termAfter({ term: termId, act, ground, maxDays, heldBy }: TermMove, hand: Hand<unknown>): Term | undefined {
  const { day } = hand;
  const term = hand.dossier.terms[termId];
  if (act === 'start') return term && term.state !== 'ended' ? term : newTerm(termId, hand);
  if (!term) return undefined;
  switch (act) {
    case 'suspend':
      return held(suspendTerm(term, day, { ground, ...(maxDays === undefined ? {} : { maxDays }) }), term, heldBy);
    case 'interrupt':
      return held(interruptTerm(term), term, heldBy);
    case 'resume':
      return released(resumeTerm(grounded(term, hand), day), term);
    case 'restart':
      return released(restartTerm(grounded(term, hand), day), term);
    case 'end':
      return endTerm(term, day);
  }
}

// A stop that was there before keeps its own holder.
function held(after: Term, before: Term, heldBy: string | undefined): Term {
  return after === before || heldBy === undefined ? after : { ...after, heldBy };
}

function released({ heldBy: _heldBy, ...after }: Term, before: Term): Term {
  return after.state === before.state ? before : after;
}

/**
 * The term under the article that gives it now: what was asked may have been made more precise while it stood still.
 */
function grounded(term: Term, hand: Hand<unknown>): Term {
  const rule = hand.terms[term.termId];
  return rule ? { ...term, ground: textAt(rule.ground, declaredAt(rule, hand)) } : term;
}

/** The place where the expressions of a term are read: that of its declaration. */
function declaredAt(rule: TermRule | LentTermRule, { elementId, dossier, now }: Hand<unknown>): ExpressionPlace {
  if (!('parameters' in rule)) return { elementId, dossier, now };
  return { elementId, dossier: { variables: { ...dossier.variables, parameters: rule.parameters } }, now };
}

function newTerm(termId: string, hand: Hand<unknown>): Term {
  const { elementId } = hand;
  const rule = hand.terms[termId];
  if (!rule) throw new Problem('step.failed', { elementId, term: termId, expected: 'a term of the procedure' });
  const place = declaredAt(rule, hand);
  const length = valueOf(rule.days, place);
  if (typeof length !== 'number' || !Number.isInteger(length) || length < 1) {
    throw unfit(rule.days, place, { found: JSON.stringify(length), expected: 'a whole number of days, at least 1' });
  }
  const main = rule.main && !hasMain(hand, termId);
  const remedy = rule.remedy === undefined ? {} : ({ isRemedy: true } as const);
  const { label } = rule;
  return startTerm({ termId, label, days: length, ground: textAt(rule.ground, place), main, ...remedy }, hand.day);
}

/** A called process may declare a main term of its own; the dossier keeps the one it has. */
const hasMain = ({ dossier }: Hand<unknown>, termId: string): boolean =>
  Object.values(dossier.terms).some((term) => term.main && term.termId !== termId);

/**
 * The hand after the main term has begun, unless the dossier has one or the diagram starts it itself. It begins with
 * the application, by the rules as they are known when the dossier first rests: what was asked may have to be
 * recognized before its length is known.
 */
export function beginMainTerm<Carried>(hand: Hand<Carried>, isDrawn: (termId: string) => boolean): Hand<Carried> {
  const main = Object.values(hand.terms).find((rule) => rule.main);
  if (main === undefined || isDrawn(main.id)) return hand;
  if (Object.values(hand.dossier.terms).some((term) => term.main)) return hand;
  return moveTerm(hand, { term: main.id, act: 'start', ground: textAt(main.ground, hand) });
}

/** The hand after the main term has ended, because the dossier is decided. */
export function endMainTerm<Carried>(hand: Hand<Carried>, ground: string): Hand<Carried> {
  const main = Object.values(hand.dossier.terms).find((term) => term.main);
  return main === undefined ? hand : moveTerm(hand, { term: main.termId, act: 'end', ground });
}

/** The hand after the times for remedies have begun that apply: the people concerned are told of a decision. */
export function beginRemedies<Carried>(hand: Hand<Carried>): Hand<Carried> {
  const remedies = Object.values(hand.terms).filter(
    (rule) => rule.remedy !== undefined && holds(rule.when, declaredAt(rule, hand)),
  );
  return remedies.reduce(
    (current, rule) =>
      moveTerm(current, { term: rule.id, act: 'start', ground: textAt(rule.ground, declaredAt(rule, hand)) }),
    hand,
  );
}

/**
 * The hand after the terms that stand under another article than they did have got it, because what was asked was made
 * more precise in a part.
 */
export function groundAnew<Carried>(hand: Hand<Carried>, names: readonly string[]): Hand<Carried> {
  const terms = names.flatMap((name) => {
    const term = hand.dossier.terms[name];
    return term === undefined || term.state === 'ended' ? [] : [[name, grounded(term, hand)] as const];
  });
  return hand.change({ terms: { ...hand.dossier.terms, ...Object.fromEntries(terms) } });
}
