import type { Dossier, Term } from '../core/dossier.ts';
import type { EventType } from '../core/event.ts';
import { Problem } from '../core/problem.ts';
import { holds, textAt, unfit, valueOf } from '../core/expression.ts';
import { deadline, endTerm, interruptTerm, restartTerm, resumeTerm, startTerm, suspendTerm } from '../core/term.ts';
import { extension } from './extension.ts';
import type { FactOf } from './extension.ts';
import type { Hand } from './hand.ts';
import { choice, days, feel, law, named } from './kinds.ts';
import { onAnyElement } from './places.ts';
import { termRules } from './term.ts';

const attributes = {
  term: named('term', { label: 'Termine' }),
  act: choice({ label: 'Che cosa fa' }, [
    { value: 'start', label: 'Comincia' },
    { value: 'suspend', label: 'È sospeso' },
    { value: 'resume', label: 'Riprende' },
    { value: 'interrupt', label: 'È interrotto' },
    { value: 'restart', label: 'Ricomincia da capo' },
    { value: 'end', label: 'Finisce' },
  ]),
  on: choice({ label: 'Quando' }, [
    { value: 'entered', label: 'Quando si arriva all’elemento' },
    { value: 'left', label: 'Quando lo si lascia' },
  ]),
  ground: law({ label: 'Articolo di legge', hint: 'Oppure un’espressione che lo dà.' }),
  when: feel({ label: 'Solo se', hint: 'Una condizione; senza, vale sempre.' }).optional(),
  maxDays: days({ label: 'Al massimo per giorni', hint: 'Quanti giorni una sospensione può aggiungere.' }).optional(),
};

/** `<iter:clock>` on any element: a legal term starts, stops, goes on or ends when the element is entered or left. */
export const clock = extension(
  {
    name: 'clock',
    label: 'Orologio',
    hint: 'Che cosa succede a un termine quando si arriva a questo elemento o lo si lascia.',
    on: onAnyElement,
    isRepeatable: true,
    attributes,
  },
  {
    entered: (fact, hand) => (fact.on === 'entered' ? moveClock(fact, hand) : hand),
    left: (fact, hand) => (fact.on === 'left' ? moveClock(fact, hand) : hand),
    // An element that is interrupted is left all the same.
    cancelled: (fact, hand) => (fact.on === 'left' ? moveClock(fact, hand) : hand),
  },
);

type ClockFact = FactOf<typeof attributes>;

const clockEvents: Readonly<Record<ClockFact['act'], EventType>> = {
  start: 'term.started',
  suspend: 'term.suspended',
  resume: 'term.resumed',
  interrupt: 'term.interrupted',
  restart: 'term.restarted',
  end: 'term.ended',
};

function moveClock<Carried>(fact: ClockFact, hand: Hand<Carried>): Hand<Carried> {
  if (!holds(fact.when, hand)) return hand;
  const { terms } = hand.dossier;
  const before = terms[fact.term];
  const ground = textAt(fact.ground, hand);
  const after = termAfter({ ...fact, ground }, hand);
  if (!after || after === before) return hand;
  const { label, days: length, main } = after;
  const data = { termId: fact.term, label, days: length, main, on: hand.day, ground };
  return hand.change({ terms: { ...terms, [fact.term]: after } }).record({
    type: clockEvents[fact.act],
    data: { ...data, deadlineOn: deadline(after, hand.day) ?? null, elementId: hand.elementId },
  });
}

function termAfter(fact: ClockFact, hand: Hand<unknown>): Term | undefined {
  const { day } = hand;
  const term = hand.dossier.terms[fact.term];
  if (fact.act === 'start') return term && term.state !== 'ended' ? term : newTerm(fact.term, hand);
  if (!term) return undefined;
  const { ground, maxDays } = fact;
  switch (fact.act) {
    case 'suspend':
      return suspendTerm(term, day, { ground, ...(maxDays === undefined ? {} : { maxDays }) });
    case 'resume':
      return resumeTerm(grounded(term, hand), day);
    case 'interrupt':
      return interruptTerm(term);
    case 'restart':
      return restartTerm(grounded(term, hand), day);
    case 'end':
      return endTerm(term, day);
  }
}

const ruleOf = (termId: string, { drawn }: Hand<unknown>) => termRules(drawn).find(({ id }) => id === termId);

/**
 * The term under the article that gives it now: what was asked may have been made more precise while it stood still.
 */
function grounded(term: Term, hand: Hand<unknown>): Term {
  const rule = ruleOf(term.termId, hand);
  return rule ? { ...term, ground: textAt(rule.ground, hand) } : term;
}

function newTerm(termId: string, hand: Hand<unknown>): Term {
  const { elementId, dossier } = hand;
  const rule = ruleOf(termId, hand);
  if (!rule) throw new Problem('step.failed', { elementId, term: termId, expected: 'a term of the procedure' });
  const length = valueOf(rule.days, hand);
  if (typeof length !== 'number' || !Number.isInteger(length) || length < 1) {
    throw unfit(rule.days, hand, { found: JSON.stringify(length), expected: 'a whole number of days, at least 1' });
  }
  const main = rule.main && !hasMain(dossier, termId);
  const remedy = rule.remedy === undefined ? {} : ({ isRemedy: true } as const);
  const { label } = rule;
  return startTerm({ termId, label, days: length, ground: textAt(rule.ground, hand), main, ...remedy }, hand.day);
}

/** A called process may declare a main term of its own; the dossier keeps the one it has. */
const hasMain = ({ terms }: Dossier, termId: string): boolean =>
  Object.values(terms).some((term) => term.main && term.termId !== termId);
