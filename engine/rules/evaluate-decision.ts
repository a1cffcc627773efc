import type { DecisionTrace, Json } from '../kernel/types.ts';
import { DecisionProblem } from './decision-problem.ts';
import type { Decision, Decisions } from './decision.ts';
import { evaluateTable } from './decision-table.ts';
import type { TableOutcome } from './decision-table.ts';
import { evaluateFeelValue } from './feel.ts';
import type { FeelContext, FeelSurroundings } from './feel.ts';
import { isOfType, toFeelType, toJson } from './feel-values.ts';

/** What a decision gives, and how it came about; `required` are the decisions evaluated for it, in order. */
export interface DecisionOutcome {
  readonly result: Json;
  readonly trace: DecisionTrace;
  readonly required: readonly DecisionTrace[];
}

/**
 * Evaluates a decision with everything it requires (DMN 1.3, 7.3 and 8). A table with one output gives its value, one
 * with several a context; no rule hit and no default output give null.
 *
 * Input data declared as date, time or duration may be given as ISO 8601 text.
 *
 * @throws DecisionProblem `decision.unknown`, `decision.circular`, `feel.evaluation-failed`,
 *   `decision.several-hits`, `decision.different-hits`, `decision.value-not-allowed`, `decision.wrong-type`
 */
export function evaluateDecision(decisions: Decisions, id: string, around: FeelSurroundings): DecisionOutcome {
  const required: DecisionTrace[] = [];
  const values: Record<string, unknown> = {};
  const order = inOrder(decisions, id);
  for (const decision of order) {
    const surroundings = { ...around, context: contextOf(decision, around.context, values) };
    const { value, inputs, rules } = evaluateLogic(decision, surroundings);
    checkType(decision, value);
    values[decision.id] = value;
    values[decision.name] = value;
    values[decision.variable.name] = value;
    required.push(traceOf(decision, { value, inputs, rules }));
  }
  const trace = required.pop();
  if (trace === undefined) throw unknownDecision(id);
  return { result: trace.result, trace, required };
}

// Every decision after the ones it requires; depth first, without recursion.
function inOrder(decisions: Decisions, id: string): readonly Decision[] {
  const ordered = new Set<Decision>();
  const path: Decision[] = [find(decisions, id)];
  for (let decision = path.at(-1); decision !== undefined; decision = path.at(-1)) {
    const missing = decision.requires.map((each) => find(decisions, each)).find((each) => !ordered.has(each));
    if (missing === undefined) {
      ordered.add(decision);
      path.pop();
    } else if (path.includes(missing)) {
      throw new DecisionProblem('decision.circular', `La decisione ${missing.id} dipende da sé stessa.`, {
        decisionId: missing.id,
      });
    } else {
      path.push(missing);
    }
  }
  return [...ordered];
}

function find(decisions: Decisions, id: string): Decision {
  const decision = decisions[id];
  if (decision === undefined) throw unknownDecision(id);
  return decision;
}

function unknownDecision(id: string): DecisionProblem {
  return new DecisionProblem('decision.unknown', `La decisione ${id} non esiste.`, { decisionId: id });
}

function contextOf(decision: Decision, given: FeelContext, values: FeelContext): FeelContext {
  const typed = decision.inputData
    .filter(({ name }) => Object.hasOwn(given, name))
    .map(({ name, typeRef }) => [name, toFeelType(given[name], typeRef)]);
  return { ...given, ...Object.fromEntries(typed), ...values };
}

function evaluateLogic(decision: Decision, surroundings: FeelSurroundings): TableOutcome {
  const { logic, id } = decision;
  if (logic.type === 'table') return evaluateTable(id, logic, surroundings);
  const outcome = evaluateFeelValue(logic.expression, surroundings.context, surroundings.clock);
  if (!outcome.ok) throw DecisionProblem.ofFeel(id, logic.expression, outcome.message);
  return { value: outcome.value, inputs: {}, rules: [] };
}

function checkType({ id, variable, logic }: Decision, value: unknown): void {
  const lists = logic.type === 'table' && Array.isArray(value);
  if (lists || isOfType(value, variable.typeRef)) return;
  const message = `La decisione ${id} dà ${String(value)}: serve un valore di tipo ${variable.typeRef}.`;
  throw new DecisionProblem('decision.wrong-type', message, { decisionId: id });
}

function traceOf({ id, logic }: Decision, { value, inputs, rules }: TableOutcome): DecisionTrace {
  const shown = Object.entries(inputs).map(([label, input]) => [label, jsonOf(id, input)]);
  return {
    decisionId: id,
    ...(logic.type === 'table' && { hitPolicy: logic.hitPolicy }),
    inputs: Object.fromEntries(shown),
    rules,
    result: jsonOf(id, value),
  };
}

function jsonOf(decisionId: string, value: unknown): Json {
  const json = toJson(value);
  if (json.ok) return json.value;
  throw DecisionProblem.ofFeel(decisionId, '', json.message);
}
