import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { z } from 'zod';
import { Problem } from '../../engine/core/problem.ts';
import type { Dossier, Task } from '../../engine/core/dossier.ts';

const instant = z.iso.datetime({ offset: true });
const answers = z.record(z.string(), z.json()).default({});

const expectation = z.strictObject({
  milestone: z.string().optional(),
  /** The code, or null while nothing is decided. */
  outcome: z.string().nullable().optional(),
  /** All open tasks, no more and no fewer. */
  tasks: z
    .array(z.strictObject({ element: z.string(), audience: z.string(), dueOn: z.string().optional() }))
    .optional(),
  /** The named terms; others are not looked at. `deadlineOn` null: standing still. */
  terms: z
    .record(z.string(), z.strictObject({ state: z.string().optional(), deadlineOn: z.string().nullable().optional() }))
    .optional(),
  /** Templates of the notices issued since an expectation last listed them, in order, one for each recipient. */
  messages: z.array(z.string()).optional(),
  /** Titles of the documents drawn up since an expectation last listed them. */
  documents: z.array(z.string()).optional(),
  /** Elements of the personal acts that the applicant is offered. */
  acts: z.array(z.string()).optional(),
  /** The problem with which the last act was refused. */
  problem: z.string().optional(),
  closed: z.boolean().optional(),
});

const who = { as: z.string(), at: instant.optional(), why: z.string().optional() };

const scenarioStep = z.union([
  z.strictObject({ ...who, submit: z.strictObject({ answers }) }),
  z.strictObject({ ...who, complete: z.string(), answers }),
  z.strictObject({ ...who, act: z.string(), answers }),
  z.strictObject({ ...who, claim: z.string() }),
  z.strictObject({ advanceTo: instant, why: z.string().optional() }),
  z.strictObject({ expect: expectation, why: z.string().optional() }),
]);

/** A scenario as `procedures/<id>/scenarios/*.json` holds it; `procedures/<id>/scenarios/README.md` tells the members. */
export const scenario = z.strictObject({
  title: z.string(),
  why: z.array(z.string()).default([]),
  steps: z.array(scenarioStep).min(2),
});

export type Scenario = z.infer<typeof scenario>;
type Expectation = z.infer<typeof expectation>;

/** What a scenario plays on: a dossier, its clock, and the people who act. Verbs throw the Problem of a refusal. */
export interface World {
  /** Moves the clock, firing on the way every timer at the instant when it is due. */
  advanceTo(at: string): Promise<void>;
  submit(person: string, answers: Answers): Promise<void>;
  claim(person: string, elementId: string): Promise<void>;
  /** Claims the task first when it is an office's and nobody has. */
  complete(person: string, elementId: string, answers: Answers): Promise<void>;
  act(person: string, elementId: string, answers: Answers): Promise<void>;
  /** Everything as it stands now; undefined before the submission. */
  view(): Promise<WorldView | undefined>;
}

export type Answers = z.infer<typeof answers>;

/** What expectations are compared with. */
export interface WorldView {
  readonly dossier: Dossier;
  /** Templates of all notices so far. */
  readonly messages: readonly string[];
  /** Titles of all documents drawn up so far. */
  readonly documents: readonly string[];
  /** Deadlines of the terms as of now; null while one stands still. */
  readonly deadlines: Readonly<Record<string, string | null>>;
  readonly acts: readonly string[];
}

/** The scenarios of a folder, by file name. */
export async function readScenarios(
  dir: string,
): Promise<readonly { readonly file: string; readonly scenario: Scenario }[]> {
  const files = (await readdir(dir)).filter((file) => file.endsWith('.json')).sort();
  return Promise.all(
    files.map(async (file) => ({
      file,
      scenario: scenario.parse(JSON.parse(await readFile(join(dir, file), 'utf8'))),
    })),
  );
}

/** Plays a scenario and compares at every expectation. A refusal that nobody expects is a failure. */
export async function play({ steps }: Scenario, world: World): Promise<void> {
  let refusal: Problem | undefined;
  const seen = { messages: 0, documents: 0 };
  for (const [index, step] of steps.entries()) {
    const place = `step ${index + 1} ${'expect' in step ? 'expects' : JSON.stringify(step).slice(0, 80)}`;
    if ('expect' in step) {
      const view = await world.view();
      compare({ expected: step.expect, view, refusal, seen, place });
      if (step.expect.messages) seen.messages = view?.messages.length ?? 0;
      if (step.expect.documents) seen.documents = view?.documents.length ?? 0;
      refusal = undefined;
      continue;
    }
    if (refusal) throw new Error(`before ${place}: refused with ${refusal.code} ${JSON.stringify(refusal.details)}`);
    refusal = await refusalOf(() => perform(step, world));
  }
  if (refusal) throw new Error(`at the end: refused with ${refusal.code} ${JSON.stringify(refusal.details)}`);
}

type Doing = Exclude<Scenario['steps'][number], { expect: unknown }>;

async function perform(step: Doing, world: World): Promise<void> {
  if ('advanceTo' in step) return world.advanceTo(step.advanceTo);
  if (step.at !== undefined) await world.advanceTo(step.at);
  if ('submit' in step) return world.submit(step.as, step.submit.answers);
  if ('claim' in step) return world.claim(step.as, step.claim);
  if ('act' in step) return world.act(step.as, step.act, step.answers);
  return world.complete(step.as, step.complete, step.answers);
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

interface Comparison {
  readonly expected: Expectation;
  readonly view: WorldView | undefined;
  readonly refusal: Problem | undefined;
  readonly seen: { readonly messages: number; readonly documents: number };
  readonly place: string;
}

function compare({ expected, view, refusal, seen, place }: Comparison): void {
  const detail = refusal === undefined ? '' : ` ${JSON.stringify(refusal.details)}`;
  expect(refusal?.code, `${place}: problem${detail}`).toBe(expected.problem);
  if (view === undefined) return;
  const { dossier, messages, documents, deadlines, acts } = view;
  const actual: Expectation = {
    ...(expected.milestone !== undefined && { milestone: dossier.milestone }),
    ...(expected.outcome !== undefined && { outcome: dossier.outcome?.code ?? null }),
    ...(expected.tasks !== undefined && { tasks: tasksLike(expected.tasks, dossier.tasks) }),
    ...(expected.terms !== undefined && { terms: termsLike(expected.terms, dossier, deadlines) }),
    ...(expected.messages !== undefined && { messages: messages.slice(seen.messages) }),
    ...(expected.documents !== undefined && { documents: documents.slice(seen.documents) }),
    ...(expected.acts !== undefined && { acts: [...acts] }),
    ...(expected.closed !== undefined && { closed: dossier.closedAt !== undefined }),
    ...(expected.problem !== undefined && { problem: refusal?.code ?? 'none' }),
  };
  expect(actual, place).toEqual(expected);
}

function tasksLike(
  expected: NonNullable<Expectation['tasks']>,
  tasks: readonly Task[],
): NonNullable<Expectation['tasks']> {
  return tasks.map((task, index) => ({
    element: task.elementId,
    audience: audienceOf(task),
    ...(expected[index]?.dueOn !== undefined && { dueOn: task.dueOn ?? 'none' }),
  }));
}

function audienceOf({ audience }: Task): string {
  if (audience.type === 'party') return audience.role;
  return audience.role === 'clerk' ? audience.officeCode : `${audience.officeCode}/${audience.role}`;
}

function termsLike(expected: NonNullable<Expectation['terms']>, dossier: Dossier, deadlines: WorldView['deadlines']) {
  const entries = Object.entries(expected).map(([termId, wanted]) => [
    termId,
    {
      ...(wanted.state !== undefined && { state: dossier.terms[termId]?.state ?? 'not started' }),
      ...(wanted.deadlineOn !== undefined && { deadlineOn: deadlines[termId] ?? null }),
    },
  ]);
  return Object.fromEntries(entries);
}
