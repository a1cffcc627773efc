import type { Json, TrailEntry } from '../../kernel/types.ts';
import type { Dossier, Party, Term } from '../dossier.ts';
import type { Step } from '../effects.ts';
import type { EventType } from '../event.ts';
import type { ClockFact, ElementFacts } from '../procedure.ts';
import { Problem } from '../problem.ts';
import { isMilestone, isOutcome, milestoneLabel, outcomeLabel } from '../status.ts';
import { deadline, endTerm, interruptTerm, restartTerm, resumeTerm, startTerm, suspendTerm } from '../term.ts';
import { holds, textAt, unfit, valueOf } from './expression.ts';
import { change, record } from './progress.ts';
import type { Scene } from './progress.ts';

/**
 * Draws the consequences of the way that an execution took, in its order: clocks, milestones, outcomes, parties and
 * decisions. An element that was interrupted counts as left for its clocks, but not for its parties.
 */
export function applyTrail(step: Step, trail: readonly TrailEntry[], scene: Scene): Step {
  return trail.reduce((current, entry) => applyEntry(current, entry, scene), step);
}

function applyEntry(step: Step, entry: TrailEntry, scene: Scene): Step {
  if (entry.type === 'taken') return step;
  if (entry.type === 'decided') return recordDecision(step, entry, scene);
  const facts = scene.context.procedure.facts[entry.elementId];
  if (!facts) return step;
  const at = { elementId: entry.elementId, scene };
  if (entry.type === 'entered') return enter(step, facts, at);
  const known = entry.type === 'left' ? addParties(step, facts, at) : step;
  return moveClocks(known, facts, { ...at, on: 'left' });
}

interface Place {
  readonly elementId: string;
  readonly scene: Scene;
}

function enter(step: Step, facts: ElementFacts, at: Place): Step {
  const clocked = moveClocks(step, facts, { ...at, on: 'entered' });
  return reachOutcome(reachMilestone(clocked, facts, at), facts, at);
}

const seenFrom = (step: Step, { elementId, scene }: Place) => ({
  elementId,
  dossier: step.dossier,
  now: scene.context.now,
});

function moveClocks(step: Step, facts: ElementFacts, at: Place & { readonly on: ClockFact['on'] }): Step {
  const due = (facts.clocks ?? []).filter((clock) => clock.on === at.on);
  return due.reduce(
    (current, clock) => (holds(clock.when, seenFrom(current, at)) ? moveClock(current, clock, at) : current),
    step,
  );
}

const clockEvents: Readonly<Record<ClockFact['act'], EventType>> = {
  start: 'term.started',
  suspend: 'term.suspended',
  resume: 'term.resumed',
  interrupt: 'term.interrupted',
  restart: 'term.restarted',
  end: 'term.ended',
};

function moveClock(step: Step, clock: ClockFact, at: Place): Step {
  const { day } = at.scene;
  const before = step.dossier.terms[clock.term];
  const ground = textAt(clock.ground, seenFrom(step, at));
  const after = termAfter(step.dossier, { ...clock, ground }, at);
  if (!after || after === before) return step;
  const moved = change(step, { terms: { ...step.dossier.terms, [clock.term]: after } });
  const deadlineOn = deadline(after, day) ?? null;
  const data = {
    termId: clock.term,
    label: after.label,
    days: after.days,
    main: after.main,
    on: day,
    ground,
  };
  return record(moved, at.scene, {
    type: clockEvents[clock.act],
    data: { ...data, deadlineOn, elementId: at.elementId },
  });
}

function termAfter(dossier: Dossier, clock: ClockFact, at: Place): Term | undefined {
  const { day } = at.scene;
  const term = dossier.terms[clock.term];
  if (clock.act === 'start') return term && term.state !== 'ended' ? term : newTerm(dossier, clock, at);
  if (!term) return undefined;
  const { ground, maxDays } = clock;
  switch (clock.act) {
    case 'suspend':
      return suspendTerm(term, day, { ground, ...(maxDays === undefined ? {} : { maxDays }) });
    case 'resume':
      return resumeTerm(grounded(term, dossier, at), day);
    case 'interrupt':
      return interruptTerm(term);
    case 'restart':
      return restartTerm(grounded(term, dossier, at), day);
    case 'end':
      return endTerm(term, day);
  }
}

/**
 * The term under the article that gives it now: what was asked may have been made more precise while it stood still.
 */
function grounded(term: Term, dossier: Dossier, { elementId, scene }: Place): Term {
  const rule = scene.context.procedure.terms[term.termId];
  return rule ? { ...term, ground: textAt(rule.ground, { elementId, dossier, now: scene.context.now }) } : term;
}

function newTerm(dossier: Dossier, clock: ClockFact, { elementId, scene }: Place): Term {
  const rule = scene.context.procedure.terms[clock.term];
  if (!rule) throw new Problem('step.failed', { elementId, term: clock.term, expected: 'a term of the procedure' });
  const place = { elementId, dossier, now: scene.context.now };
  const days = valueOf(rule.days, place);
  if (typeof days !== 'number' || !Number.isInteger(days) || days < 1) {
    throw unfit(rule.days, place, { found: JSON.stringify(days), expected: 'a whole number of days, at least 1' });
  }
  const { id, label, main } = rule;
  const ground = textAt(rule.ground, place);
  // A called process may declare a main term of its own; the dossier keeps the one it has.
  const hasMain = Object.values(dossier.terms).some((term) => term.main && term.termId !== id);
  const remedy = rule.remedy === undefined ? {} : ({ isRemedy: true } as const);
  return startTerm({ termId: id, label, days, ground, main: main && !hasMain, ...remedy }, scene.day);
}

function reachMilestone(step: Step, { milestone }: ElementFacts, { elementId, scene }: Place): Step {
  if (!milestone || milestone.code === step.dossier.milestone) return step;
  if (!isMilestone(milestone.code))
    throw new Problem('step.failed', { elementId, milestone: milestone.code, expected: 'a milestone' });
  const label = milestone.label ?? milestoneLabel(milestone.code);
  const reached = change(step, { milestone: milestone.code });
  return record(reached, scene, { type: 'milestone.reached', data: { code: milestone.code, label, elementId } });
}

function reachOutcome(step: Step, { outcome }: ElementFacts, at: Place): Step {
  if (!outcome) return step;
  const code = textAt(outcome.code, seenFrom(step, at));
  if (!isOutcome(code))
    throw unfit(outcome.code, seenFrom(step, at), { found: code, expected: 'the code of an outcome' });
  const decided = change(step, { outcome: { code, decidedAt: at.scene.context.now } });
  return record(decided, at.scene, {
    type: 'outcome.reached',
    data: { code, label: outcomeLabel(code), elementId: at.elementId },
  });
}

function addParties(step: Step, { parties }: ElementFacts, at: Place): Step {
  if (!parties) return step;
  const listed = valueOf(parties.from, seenFrom(step, at)) ?? [];
  const people = partiesFrom(listed);
  if (!people) {
    const expected = 'a list of { nome, cognome, codiceFiscale, email }';
    throw unfit(parties.from, seenFrom(step, at), { found: JSON.stringify(listed), expected });
  }
  return people.reduce((current, person) => addParty(current, person, at), step);
}

function addParty(step: Step, person: Party, { elementId, scene }: Place): Step {
  const { parties } = step.dossier;
  if (parties.some((party) => isSameParty(party, person))) return step;
  const added = change(step, { parties: [...parties, person] });
  return record(added, scene, {
    type: 'party.added',
    data: { role: person.role, number: parties.length + 1, elementId },
  });
}

function isSameParty(one: Party, other: Party): boolean {
  if (one.role !== other.role) return false;
  if (one.fiscalCode && other.fiscalCode) return one.fiscalCode === other.fiscalCode;
  return one.givenName === other.givenName && one.familyName === other.familyName && one.email === other.email;
}

function partiesFrom(listed: Json): readonly Party[] | undefined {
  if (!Array.isArray(listed)) return undefined;
  const items: readonly Json[] = listed;
  const people = items.map(partyFrom);
  return people.includes(undefined) ? undefined : people.filter((person) => person !== undefined);
}

function partyFrom(item: Json): Party | undefined {
  if (item === null || typeof item !== 'object' || !('nome' in item) || !('cognome' in item)) return undefined;
  const { nome, cognome, codiceFiscale, email } = item;
  if (typeof nome !== 'string' || typeof cognome !== 'string') return undefined;
  return {
    role: 'third-parties',
    givenName: nome,
    familyName: cognome,
    ...(typeof codiceFiscale === 'string' && codiceFiscale !== '' ? { fiscalCode: codiceFiscale.toUpperCase() } : {}),
    ...(typeof email === 'string' && email !== '' ? { email } : {}),
  };
}

function recordDecision(step: Step, entry: Extract<TrailEntry, { type: 'decided' }>, scene: Scene): Step {
  const { decisionId, hitPolicy = null, inputs, rules, result } = entry.decision;
  const data = { elementId: entry.elementId, decisionId, hitPolicy, inputs, rules, result };
  return record(step, scene, { type: 'decision.evaluated', data });
}
