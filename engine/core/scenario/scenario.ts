import { z } from 'zod';
import { errorIn } from '../../findings/finding.ts';
import type { Finding } from '../../findings/finding.ts';
import type { ShapeFault } from '../../findings/shape-fault.ts';
import { castShape, isCastFault, peopleIn } from './cast.ts';

const instant = z.iso.datetime({ offset: true });
const answers = z.record(z.string(), z.json()).default({});

const expectation = z.strictObject({
  milestone: z.string().optional(),
  /** The code, or null while nothing is decided. */
  outcome: z.string().nullable().optional(),
  /** All open tasks, no more and no fewer. */
  tasks: z
    .array(
      z.strictObject({
        element: z.string(),
        audience: z.string(),
        /** What tells it from others of its element. */
        about: z.string().optional(),
        dueOn: z.string().optional(),
      }),
    )
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

/** A step of a scenario in which these people may act. */
const stepFor = (people: readonly string[]) => {
  const who = {
    as: z.enum(people, { error: 'person-unknown' satisfies ShapeFault['code'] }),
    at: instant.optional(),
    why: z.string().optional(),
  };
  return z.union(
    [
      z.strictObject({ ...who, submit: z.strictObject({ answers }) }),
      z.strictObject({ ...who, complete: z.string(), answers }),
      z.strictObject({ ...who, act: z.string(), answers }),
      z.strictObject({ ...who, claim: z.string() }),
      z.strictObject({ advanceTo: instant, why: z.string().optional() }),
      z.strictObject({ expect: expectation, why: z.string().optional() }),
    ],
    { error: 'step-of-no-kind' satisfies ShapeFault['code'] },
  );
};

const scenarioFor = (people: readonly string[]) =>
  z.strictObject({
    title: z.string(),
    why: z.array(z.string()).default([]),
    /** Of a story of a part: its inputs, as whoever calls it gives them. */
    given: z.record(z.string(), z.json()).optional(),
    cast: castShape.optional(),
    steps: z.array(stepFor(people)).min(2),
  });

/**
 * A story that is played on a procedure, as `procedures/<id>/scenarios/*.json` holds it; the README beside those files
 * tells the members.
 */
export type Scenario = z.infer<ReturnType<typeof scenarioFor>>;

/** What a step of a scenario compares: the members it has and nothing else. */
export type Expectation = z.infer<typeof expectation>;

/** A step in which somebody acts or time passes. */
export type Doing = Exclude<Scenario['steps'][number], { readonly expect: unknown }>;

/** Answers to a form, as a scenario gives them. */
export type Answers = z.infer<typeof answers>;

/** A scenario, unless its file is not as it has to be; then what is wrong with it. */
export interface ScenarioReading {
  readonly scenario?: Scenario;
  readonly findings: readonly Finding[];
}

/**
 * Reads the text of a scenario file. Never throws: each defect is a finding of level `error` with the file and the
 * place.
 */
export function readScenario(file: string, text: string): ScenarioReading {
  const json = parsed(text);
  if (json.reason !== undefined) return { findings: [errorIn(file, 'scenario.json', { reason: json.reason })] };
  const people = peopleIn(json.value);
  const read = scenarioFor(people).safeParse(json.value);
  if (read.success) return { scenario: read.data, findings: [] };
  return {
    findings: read.error.issues.map(nearestMistake).map(({ path, message }) => {
      const members = path.filter(isMember);
      return errorIn(file, 'scenario.shape', {
        path: members,
        fault: faultOf(message, message === 'name-taken' ? members.at(-1) : valueAt(json.value, members), people),
      });
    }),
  };
}

// A shape of ours says its code in place of a sentence.
function faultOf(message: string, value: unknown, people: readonly string[]): ShapeFault {
  if (message === 'person-unknown') return { code: message, value: String(value), known: people };
  if (isCastFault(message)) return { code: message, value: String(value) };
  return message === 'step-of-no-kind' ? { code: message } : { code: 'other', reason: message };
}

const valueAt = (value: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (at, member) => (typeof at === 'object' && at !== null ? new Map(Object.entries(at)).get(String(member)) : at),
    value,
  );

interface Mistake {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

// Of a step that is of no kind: what keeps it from being of the kind that it all but is.
function nearestMistake(issue: z.core.$ZodIssue): Mistake {
  if (issue.code !== 'invalid_union') return issue;
  const alone = issue.errors.filter(({ length }) => length === 1).flat();
  const [nearest] = alone;
  if (nearest === undefined || alone.length > 1) return issue;
  return { path: [...issue.path, ...nearest.path], message: nearest.message };
}

function parsed(text: string): { readonly value?: unknown; readonly reason?: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

function isMember(part: PropertyKey): part is string | number {
  return typeof part === 'string' || typeof part === 'number';
}
