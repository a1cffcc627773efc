import type { DecidedPlace } from '../findings/running-failure.ts';
import { feelFailure } from '../findings/feel-failure.ts';
import type { DecisionTrace } from '../kernel/types.ts';
import { DecisionProblem } from './decision-problem.ts';
import { apart, newRun, spendOn } from './feel/budget.ts';
import { cellFor, expressionFor } from './feel/cache.ts';
import { notReadable } from './feel/compile.ts';
import type { Names } from './feel/cache.ts';
import type { Scope } from './feel/scope.ts';
import { textOfValue } from './feel/text.ts';
import { convert } from './feel/types.ts';
import type { FeelType, Tester } from './feel/types.ts';
import type { FeelValue, Run } from './feel/value.ts';

/** Where an expression of a decision stands, and what becomes of its failures. */
export interface Place {
  readonly decisionId: string;
  readonly names: Names;
  /** Whether a failure is a problem; otherwise it gives null, as the standard has it. */
  readonly strict: boolean;
  /** What has been evaluated so far, in order. */
  readonly traces: DecisionTrace[];
}

/** A place and the names that are seen there. */
export interface TablePlace {
  readonly scope: Scope;
  readonly place: Place;
}

/** Throws a problem where the place is strict, and gives null elsewhere. */
export function refuse({ strict }: Place, problem: DecisionProblem): null {
  if (strict) throw problem;
  return null;
}

/** The value of a FEEL expression at a place. */
export function evaluateText(text: string, scope: Scope, place: Place): FeelValue {
  const compiled = expressionFor(text, place.names);
  if ('error' in compiled)
    return refuse(place, DecisionProblem.ofFeel(place.decisionId, notReadable(compiled.error), text));
  const run = apart(scope.run);
  const value = compiled.run({ ...scope, run });
  spendOn(run, value);
  return run.failures.length === 0 || !place.strict ? value : failed(text, run, place);
}

/** Whether a value passes the unary tests of a cell, where `?` is the value. */
export function passesCell(tests: string, value: FeelValue, at: TablePlace): boolean {
  const { scope, place } = at;
  const compiled = cellFor(tests, place.names);
  if ('error' in compiled) {
    refuse(place, DecisionProblem.ofFeel(place.decisionId, notReadable(compiled.error), tests));
    return false;
  }
  const run = apart(scope.run);
  const passed = compiled.run({ ...scope, run }, value) === true;
  if (run.failures.length > 0 && place.strict) failed(tests, run, place);
  return passed;
}

/** A value as one of a declared type, or a refusal; `of` says whose value it is. */
export function typed(value: FeelValue, type: FeelType | undefined, at: { of: DecidedPlace; place: Place }): FeelValue {
  if (type === undefined || type.type === 'any') return value;
  const { of, place } = at;
  const converted = convert(value, type, testerAt(place));
  if (converted !== undefined) return converted;
  const params = { decisionId: place.decisionId, of, value: textOfValue([value]).slice(1, -1), type: nameOf(type) };
  return refuse(place, new DecisionProblem({ code: 'decision.wrong-type', params }));
}

/** Judges values of restricted types by the tests of the type, which see nothing but the value. */
export function testerAt(place: Place): Tester {
  const scope: Scope = { names: {}, outer: undefined, run: newRun(undefined) };
  return (tests, value) => passesCell(tests, value, { scope, place: { ...place, strict: false } });
}

/** A type as a person may name it. */
export function nameOf(type: FeelType): string {
  switch (type.type) {
    case 'named':
      return type.name;
    case 'list':
      return `list<${nameOf(type.of)}>`;
    case 'range':
      return `range<${nameOf(type.of)}>`;
    case 'context':
      return `context<${Object.keys(type.entries).join(', ')}>`;
    case 'restricted':
      return `${nameOf(type.base)} (${type.tests})`;
    default:
      return type.type;
  }
}

function failed(text: string, { failures: [failure] }: Run, { decisionId }: Place): never {
  throw DecisionProblem.ofFeel(decisionId, failure ?? feelFailure('no-expression', { text }), text);
}
