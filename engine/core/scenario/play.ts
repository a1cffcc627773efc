import canonicalize from 'canonicalize';
import type { ScenarioFailure } from '../../findings/scenario-failure.ts';
import { Problem } from '../problem.ts';
import { noCast } from './cast.ts';
import { foundFor } from './compare.ts';
import type { Seen } from './compare.ts';
import type { Doing, Expectation, Scenario } from './scenario.ts';
import type { Stage } from './stage.ts';

/**
 * Plays a scenario and compares at every expectation; empty when all went as told. A refusal that nobody expects is the
 * last that is played.
 */
export async function playScenario(
  { steps, cast = noCast }: Scenario,
  stage: Stage,
): Promise<readonly ScenarioFailure[]> {
  await stage.seat(cast);
  const failures: ScenarioFailure[] = [];
  let refusal: Problem | undefined;
  let seen: Seen = { messages: 0, documents: 0 };
  for (const [index, step] of steps.entries()) {
    if (!('expect' in step)) {
      if (refusal !== undefined) return [...failures, refused(index, refusal)];
      refusal = await refusalOf(() => perform(step, stage));
      continue;
    }
    const view = await stage.view();
    const found = foundFor(step.expect, { view, seen, refusal: refusal?.code });
    failures.push(...differing(index + 1, { expected: step.expect, found, refusal }));
    seen = {
      messages: step.expect.messages === undefined ? seen.messages : (view?.messages.length ?? 0),
      documents: step.expect.documents === undefined ? seen.documents : (view?.documents.length ?? 0),
    };
    refusal = undefined;
  }
  return refusal === undefined ? failures : [...failures, refused(steps.length, refusal)];
}

async function perform(step: Doing, stage: Stage): Promise<void> {
  if ('advanceTo' in step) return stage.advanceTo(step.advanceTo);
  if (step.at !== undefined) await stage.advanceTo(step.at);
  if ('submit' in step) return stage.submit(step.as, step.submit.answers);
  if ('claim' in step) return stage.claim(step.as, step.claim);
  if ('act' in step) return stage.act(step.as, step.act, step.answers);
  return stage.complete(step.as, step.complete, step.answers);
}

async function refusalOf(doing: () => Promise<void>): Promise<Problem | undefined> {
  try {
    await doing();
    return undefined;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

function refused(step: number, { code, details }: Problem): ScenarioFailure {
  return { type: 'refused', step, refusal: { code, details }, expected: {}, found: { problem: code } };
}

interface Comparison {
  readonly expected: Expectation;
  readonly found: Expectation;
  readonly refusal: Problem | undefined;
}

function differing(step: number, { expected, found, refusal }: Comparison): readonly ScenarioFailure[] {
  const wanted = new Map(Object.entries(expected));
  const actual = new Map(Object.entries(found));
  const names = [...new Set([...wanted.keys(), ...actual.keys()])].filter(
    (name) => canonicalize(wanted.get(name)) !== canonicalize(actual.get(name)),
  );
  if (names.length === 0) return [];
  const of = (members: ReadonlyMap<string, unknown>) =>
    Object.fromEntries(names.flatMap((name) => (members.has(name) ? [[name, members.get(name)]] : [])));
  const [was, is] = [of(wanted), of(actual)];
  const why = refusal === undefined ? {} : { refusal: { code: refusal.code, details: refusal.details } };
  return [{ type: 'differs', step, expected: was, found: is, ...why }];
}
