import type { TrailEntry } from '../../kernel/types.ts';
import { clock } from '../../language/clock.ts';
import { beginMainTerm } from '../../language/term-moves.ts';
import { ownExecution } from '../called.ts';
import type { Moment } from '../../language/extension.ts';
import type { Hand } from '../../language/hand.ts';
import type { Step } from '../effects.ts';
import { change, record } from './progress.ts';
import type { Scene } from './progress.ts';

/**
 * Draws the consequences of the way that an execution took, in its order: what each extension of the dialect makes of
 * the dossier when its element is entered, left or interrupted, and the decisions for the record.
 */
export function applyTrail(step: Step, trail: readonly TrailEntry[], scene: Scene): Step {
  const drawn = trail.reduce((current, entry) => applyEntry(current, entry, scene), step);
  return goneIn(trail).reduce((current, elementId) => draw(current, { moment: 'settled', elementId }, scene), drawn);
}

/** The elements that are left or interrupted at the end of a way, and not entered again. */
function goneIn(trail: readonly TrailEntry[]): readonly string[] {
  const last = new Map(
    trail.flatMap((entry) => ('elementId' in entry ? [[entry.elementId, entry.type] as const] : [])),
  );
  return [...last].flatMap(([elementId, type]) => (type === 'left' || type === 'cancelled' ? [elementId] : []));
}

function applyEntry(step: Step, entry: TrailEntry, scene: Scene): Step {
  if (entry.type === 'taken') return step;
  if (entry.type === 'decided') return recordDecision(step, entry, scene);
  return draw(step, { moment: entry.type, elementId: entry.elementId }, scene);
}

/**
 * The step with the main term begun when the dossier rests for the first time, unless a clock of the diagram starts it.
 */
export function beginTerm(step: Step, executionId: string, scene: Scene): Step {
  if (executionId !== ownExecution) return step;
  const { facts, program } = scene.context.procedure;
  const starts = new Set(
    Object.values(facts)
      .flatMap((drawn) => clock.allOf(drawn))
      .filter(({ act }) => act === 'start')
      .map(({ term }) => term),
  );
  return beginMainTerm(handOf(step, program.processId, scene), (termId) => starts.has(termId)).carried;
}

interface At {
  readonly moment: Moment;
  readonly elementId: string;
}

function draw(step: Step, { moment, elementId }: At, scene: Scene): Step {
  const { facts: drawn, dialect } = scene.context.procedure;
  const facts = drawn[elementId];
  if (facts === undefined) return step;
  const hand = handOf(step, elementId, scene);
  return dialect.reduce((current, extension) => extension.carryOut(moment, facts, current), hand).carried;
}

/** The dossier of a step in the hand of what is drawn on an element. */
export function handOf(step: Step, elementId: string, scene: Scene): Hand<Step> {
  const { now, procedure } = scene.context;
  const moved = (next: Step): Hand<Step> => handOf(next, elementId, scene);
  return {
    carried: step,
    elementId,
    dossier: step.dossier,
    now,
    day: scene.day,
    terms: { ...procedure.terms, ...scene.lentTerms },
    own: procedure.service,
    change: (changes) => moved(change(step, changes)),
    record: (happened) => moved(record(step, scene, happened)),
  };
}

function recordDecision(step: Step, entry: Extract<TrailEntry, { type: 'decided' }>, scene: Scene): Step {
  const { decisionId, hitPolicy = null, inputs, rules, result } = entry.decision;
  const data = { elementId: entry.elementId, decisionId, hitPolicy, inputs, rules, result };
  return record(step, scene, { type: 'decision.evaluated', data });
}
