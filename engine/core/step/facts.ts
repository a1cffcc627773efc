import type { TrailEntry } from '../../kernel/types.ts';
import type { Moment } from '../../language/extension.ts';
import type { Hand } from '../../language/hand.ts';
import type { Step } from '../effects.ts';
import { change, record } from './progress.ts';
import type { Scene } from './progress.ts';

/**
 * Draws the consequences of the way that an execution took, in its order: what each extension of the dialect makes of the
 * dossier when its element is entered, left or interrupted, and the decisions for the record.
 */
export function applyTrail(step: Step, trail: readonly TrailEntry[], scene: Scene): Step {
  return trail.reduce((current, entry) => applyEntry(current, entry, scene), step);
}

function applyEntry(step: Step, entry: TrailEntry, scene: Scene): Step {
  if (entry.type === 'taken') return step;
  if (entry.type === 'decided') return recordDecision(step, entry, scene);
  return draw(step, { moment: entry.type, elementId: entry.elementId }, scene);
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

function handOf(step: Step, elementId: string, scene: Scene): Hand<Step> {
  const { now, procedure } = scene.context;
  const moved = (next: Step): Hand<Step> => handOf(next, elementId, scene);
  return {
    carried: step,
    elementId,
    dossier: step.dossier,
    now,
    day: scene.day,
    drawn: procedure.facts,
    change: (changes) => moved(change(step, changes)),
    record: (happened) => moved(record(step, scene, happened)),
  };
}

function recordDecision(step: Step, entry: Extract<TrailEntry, { type: 'decided' }>, scene: Scene): Step {
  const { decisionId, hitPolicy = null, inputs, rules, result } = entry.decision;
  const data = { elementId: entry.elementId, decisionId, hitPolicy, inputs, rules, result };
  return record(step, scene, { type: 'decision.evaluated', data });
}
