import { addDays } from '../core/calendar.ts';
import type { Day, Term } from '../core/dossier.ts';
import type { EventType } from '../core/event.ts';
import { holds, textAt } from '../core/expression.ts';
import { endTerm, interruptTerm, restartTerm, resumeTerm, suspendTerm } from '../core/term.ts';
import type { Hand } from './hand.ts';
import { beginTerm } from './term-begin.ts';
import { declaredAt } from './term-place.ts';
import { demandFirst, linkNamed, moved, nameOf } from './term-told.ts';

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
  /** A suspension is refused that is not the first. */
  readonly once?: boolean;
  /** The element that holds the term, and that alone lets it go on. */
  readonly heldBy?: string;
  /** How many days from now it goes on; at once without them. */
  readonly inDays?: number;
}

/**
 * The hand after a term has moved, and has been recorded as moved. An act that does not fit its state changes nothing.
 * Of a chain the term is stopped and goes on that is being counted; one that starts brings along those that come after
 * it; one that ends, those that came before it and have not ended.
 *
 * @throws Problem `step.failed` when a term that begins is not declared, or its length is no whole number;
 *   `term.once` when it is suspended again that may be so once
 */
export function moveTerm<Carried>(hand: Hand<Carried>, move: TermMove): Hand<Carried> {
  if (move.act === 'start') return beginTerm(hand, move);
  const name = move.act === 'end' ? move.term : linkNamed(hand, move.term);
  const before = hand.dossier.terms[name];
  if (before === undefined) return hand;
  if (move.act === 'suspend' && move.once === true) demandFirst(before, before.suspensions.length);
  const after = termAfter({ ...move, term: name, act: move.act }, before, hand);
  if (after === before) return hand;
  const { act, heldBy, maxDays } = move;
  const isStop = act === 'suspend' || act === 'interrupt';
  const more = {
    ...(act === 'suspend' && maxDays !== undefined ? { maxDays } : {}),
    ...(isStop && heldBy !== undefined ? { heldBy } : {}),
    ...(act === 'resume' || act === 'restart' ? { resumesOn: dayOf(move, hand) } : {}),
  };
  const next = moved(hand, { name, after }, { type: events[act], ground: move.ground, more });
  // What has been decided is not examined any longer.
  return act === 'end' && before.after !== undefined
    ? moveTerm(next, { ...move, term: nameOf(next.dossier, before.after) ?? '' })
    : next;
}

type OtherMove = TermMove & { readonly act: Exclude<TermMove['act'], 'start'> };

function termAfter(move: OtherMove, term: Term, hand: Hand<unknown>): Term {
  const { ground, maxDays, heldBy } = move;
  const { day } = hand;
  switch (move.act) {
    case 'suspend':
      return held(suspendTerm(term, day, { ground, ...(maxDays === undefined ? {} : { maxDays }) }), term, heldBy);
    case 'interrupt':
      return held(interruptTerm(term, day), term, heldBy);
    case 'resume':
      return released(resumeTerm(grounded(term, hand), dayOf(move, hand)), term);
    case 'restart':
      return released(restartTerm(grounded(term, hand), dayOf(move, hand)), term);
    case 'end':
      return endTerm(term, day);
  }
}

/** The day on which a term goes on. */
const dayOf = ({ inDays = 0 }: Pick<TermMove, 'inDays'>, { day }: Hand<unknown>): Day => addDays(day, inDays);

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
