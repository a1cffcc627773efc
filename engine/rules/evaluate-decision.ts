import type { DecisionTrace, Json } from '../kernel/types.ts';
import { evaluateExpression, evaluateFunction } from './boxed.ts';
import { feelFailure } from '../findings/feel-failure.ts';
import { DecisionProblem } from './decision-problem.ts';
import type { Decision, Decisions, ServiceLogic } from './decision.ts';
import { namesOf } from './feel.ts';
import type { FeelContext, FeelSurroundings } from './feel.ts';
import { newRun } from './feel/budget.ts';
import { functionOf } from './feel/function.ts';
import { inside } from './feel/scope.ts';
import type { Scope } from './feel/scope.ts';
import { anyType } from './feel/types.ts';
import { entryOf, isList } from './feel/value.ts';
import type { FeelRecord, FeelValue, Run } from './feel/value.ts';
import { toFeelType, toJson } from './json.ts';
import { inOrder, unknownDecision } from './order.ts';
import { testerAt, typed } from './place.ts';
import type { Place } from './place.ts';
import { traceOf } from './trace.ts';

/** What a decision gives, and how it came about; `required` is what was evaluated for it, in order. */
export interface DecisionOutcome {
  readonly result: Json;
  readonly trace: DecisionTrace;
  readonly required: readonly DecisionTrace[];
}

/** What a decision can see, and how it is evaluated. */
export interface DecisionSurroundings extends FeelSurroundings {
  /** Values of decisions, by name, that are taken as given instead of being evaluated. */
  readonly decided?: FeelContext;
  /** Whether an expression that fails is a problem (default) or gives null, as in DMN 1.5, 10.3.2. */
  readonly failures?: 'problem' | 'null';
}

/**
 * Evaluates a decision or decision service with everything it requires (DMN 1.5, 7.3, 8 and 10). A table with one
 * output gives its value, one with several a context; no rule hit and no default output give null. A service gives
 * the value of its output decision, or a context of several.
 *
 * Input data declared as date, time or duration may be given as ISO 8601 text.
 *
 * @throws DecisionProblem `decision.unknown`, `decision.circular`, `feel.evaluation-failed`,
 *   `decision.several-hits`, `decision.different-hits`, `decision.value-not-allowed`, `decision.wrong-type`
 */
export function evaluateDecision(decisions: Decisions, id: string, around: DecisionSurroundings): DecisionOutcome {
  const { value, traces } = decide(decisions, id, around);
  const json = toJson(value);
  if (!json.ok) throw DecisionProblem.ofFeel(id, json.failure);
  const trace = traces.at(-1) ?? traceOf(id, { value, inputs: {}, rules: [] });
  return { result: json.value, trace, required: traces.slice(0, -1) };
}

/**
 * The same with the value as FEEL has it: dates as dates, ranges and functions too. The decision's trace is the last.
 */
export function decide(
  decisions: Decisions,
  id: string,
  around: DecisionSurroundings,
): { readonly value: FeelValue; readonly traces: readonly DecisionTrace[] } {
  const traces: DecisionTrace[] = [];
  try {
    return { value: evaluateIn({ decisions, around, traces, run: newRun(around.clock) }, id), traces };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw DecisionProblem.ofFeel(id, feelFailure('too-much'));
  }
}

interface Work {
  readonly decisions: Decisions;
  readonly around: DecisionSurroundings;
  readonly traces: DecisionTrace[];
  /** What the decision and all that it requires may spend together. */
  readonly run: Run;
}

function evaluateIn(work: Work, id: string): FeelValue {
  const wanted = work.decisions[id];
  if (wanted === undefined) throw unknownDecision(id);
  if (wanted.logic.type === 'service') return askedService(wanted, wanted.logic, work);
  const decided = namesOf(work.around.decided ?? {});
  const givenOf = (decision: Decision) => entryOf(decided, decision.variable.name);
  const values = new Map<string, FeelValue>();
  for (const decision of inOrder(work.decisions, id, (each) => givenOf(each) !== undefined)) {
    const given = decision === wanted ? undefined : givenOf(decision);
    values.set(decision.id, given ?? evaluateOne(decision, values, work));
  }
  return values.get(id) ?? null;
}

function evaluateOne(decision: Decision, values: ReadonlyMap<string, FeelValue>, work: Work): FeelValue {
  const { logic, id, role, variable } = decision;
  if (logic.type === 'service') return serviceFunction(decision, logic, work);
  const place = placeOf(decision, work);
  const scope = scopeOf(decision, values, { work, place });
  if (role === 'knowledge' && logic.type === 'function') return evaluateFunction(logic, scope, place);
  const raw = evaluateExpression(logic, scope, place);
  // A table that collects gives a list where its variable often names the type of one hit.
  const type = logic.type === 'table' && isList(raw) ? undefined : variable.type;
  const value = typed(raw, type, { of: { type: 'result' }, place });
  if (logic.type !== 'table') work.traces.push(traceOf(id, { value, inputs: {}, rules: [] }));
  return value;
}

function placeOf({ id, names }: Decision, { around, traces }: Work): Place {
  return { decisionId: id, names, strict: around.failures !== 'null', traces };
}

interface At {
  readonly work: Work;
  readonly place: Place;
}

// What is required comes first, under its own names; behind it is everything that was handed in.
function scopeOf(decision: Decision, values: ReadonlyMap<string, FeelValue>, { work, place }: At): Scope {
  const { decisions, around } = work;
  const given = namesOf(around.context);
  const required = decision.requires.flatMap((id): readonly Seen[] => {
    const needed = decisions[id];
    if (needed === undefined) return [];
    const value = values.get(id) ?? null;
    const importedAs = decision.importedAs?.[id];
    const named: Seen = { name: needed.variable.name, value, importedAs };
    return importedAs === undefined ? [{ name: id, value }, named] : [named];
  });
  const outer: Scope = { names: given, outer: undefined, run: work.run };
  return inside(outer, namesSeen([...inputsOf(decision, given, place), ...required]));
}

/** A value under its name, or under that of an import and its own. */
interface Seen {
  readonly name: string;
  readonly value: FeelValue;
  readonly importedAs?: string | undefined;
}

function namesSeen(seen: readonly Seen[]): FeelRecord {
  const named = (importedAs: string | undefined) =>
    seen.filter((each) => each.importedAs === importedAs).map(({ name, value }) => [name, value] as const);
  const imports = new Set(seen.flatMap(({ importedAs }) => importedAs ?? []));
  const imported = [...imports].map((name) => [name, Object.fromEntries(named(name))] as const);
  return Object.fromEntries([...named(undefined), ...imported]);
}

// What is handed in has no imports: input data have one name in all models of a procedure.
function inputsOf({ inputData }: Decision, given: FeelRecord, place: Place): readonly Seen[] {
  return inputData.flatMap(({ name, type, importedAs }) => {
    const raw = entryOf(given, name);
    if (raw === undefined) return [];
    const read = type === undefined ? raw : toFeelType(raw, type);
    return [{ name, value: typed(read, type, { of: { type: 'datum', name }, place }), importedAs }];
  });
}

// Asked for itself a service takes its inputs from the context; one of a wrong type leaves it without a result, as a
// call with such an argument does.
function askedService(service: Decision, logic: ServiceLogic, work: Work): FeelValue {
  const place = placeOf(service, work);
  const given = [namesOf(work.around.decided ?? {}), namesOf(work.around.context)];
  const wrong = logic.parameters.some(({ name, type }) => {
    const raw = given.map((names) => entryOf(names, name)).find((value) => value !== undefined);
    if (raw === undefined || raw === null || type === undefined) return false;
    return typed(toFeelType(raw, type), type, { of: { type: 'datum', name }, place }) === null;
  });
  return wrong ? null : evaluateService(service, logic, work);
}

function evaluateService(service: Decision, logic: ServiceLogic, work: Work): FeelValue {
  const results = logic.outputs.map((id) => {
    return [work.decisions[id]?.variable.name ?? id, evaluateIn(work, id)] as const;
  });
  const [only] = results;
  const value = results.length === 1 && only !== undefined ? only[1] : Object.fromEntries(results);
  work.traces.push(traceOf(service.id, { value, inputs: {}, rules: [] }));
  return value;
}

// Required by a decision a service is a function of its inputs, and sees nothing else (DMN 1.5, 10.4).
function serviceFunction(service: Decision, logic: ServiceLogic, work: Work): FeelValue {
  const decisionNames = new Set(logic.inputDecisions.map((id) => work.decisions[id]?.variable.name));
  const parameters = logic.parameters.map(({ name, type }) => ({ name, type: type ?? anyType }));
  const body = (context: FeelRecord) => {
    const decided = Object.fromEntries(Object.entries(context).filter(([name]) => decisionNames.has(name)));
    return evaluateService(service, logic, { ...work, around: { ...work.around, context, decided } });
  };
  return functionOf(parameters, body, testerAt(placeOf(service, work)));
}
