import { feelFailure, type FeelFailure } from '../findings/feel-failure.ts';
import { DecisionProblem } from './decision-problem.ts';
import type { Boxed, Expression } from './decision.ts';
import { evaluateTable } from './decision-table.ts';
import { apart } from './feel/budget.ts';
import { functionOf } from './feel/function.ts';
import { filtered } from './feel/iteration.ts';
import { anyType } from './feel/types.ts';
import { asList, inside, insideElement } from './feel/scope.ts';
import type { Scope } from './feel/scope.ts';
import { addEntry, isFunction, typeOf } from './feel/value.ts';
import type { FeelValue } from './feel/value.ts';
import { evaluateText, refuse, testerAt, typed } from './place.ts';
import type { Place } from './place.ts';
import { traceOf } from './trace.ts';

/** Evaluates a boxed expression (DMN 1.5, 10.2). The tables in it leave their traces at the place. */
export function evaluateExpression(expression: Expression, scope: Scope, place: Place): FeelValue {
  const value = evaluateUntyped(expression, scope, place);
  if (expression.resultType === undefined || isFunction(value)) return value;
  return typed(value, expression.resultType, { of: { type: 'expression' }, place });
}

function evaluateUntyped(expression: Expression, scope: Scope, place: Place): FeelValue {
  switch (expression.type) {
    case 'literal':
      return evaluateText(expression.expression, scope, place);
    case 'table': {
      const outcome = evaluateTable(expression, { scope, place });
      const { hitPolicy } = expression;
      place.traces.push(traceOf(place.decisionId, { ...outcome, hitPolicy }));
      return outcome.value;
    }
    default:
      return evaluateBoxed(expression, scope, place);
  }
}

type BoxedOf<T extends Boxed['type']> = Extract<Boxed, { readonly type: T }>;

function evaluateBoxed(boxed: Boxed, scope: Scope, place: Place): FeelValue {
  switch (boxed.type) {
    case 'context':
      return evaluateContext(boxed, scope, place);
    case 'invocation':
      return evaluateInvocation(boxed, scope, place);
    case 'relation':
      return boxed.rows.map((row) => {
        const entries = boxed.columns.map(({ name }, index) => [name, valueAt(row[index], scope, place)] as const);
        return Object.fromEntries(entries);
      });
    case 'list':
      return boxed.elements.map((element) => evaluateExpression(element, scope, place));
    case 'function':
      return evaluateFunction(boxed, scope, place);
    case 'conditional':
      return evaluateConditional(boxed, scope, place);
    case 'filter':
      return evaluateFilter(boxed, scope, place);
    default:
      return evaluateIteration(boxed, scope, place);
  }
}

function valueAt(expression: Expression | undefined, scope: Scope, place: Place): FeelValue {
  return expression === undefined ? null : evaluateExpression(expression, scope, place);
}

function evaluateContext({ entries }: BoxedOf<'context'>, scope: Scope, place: Place): FeelValue {
  const names: Record<string, FeelValue> = {};
  const within = inside(scope, names);
  for (const { variable, value } of entries) {
    const result = evaluateExpression(value, within, place);
    if (variable === undefined) return result;
    addEntry(names, variable.name, typed(result, variable.type, { of: { type: 'entry', name: variable.name }, place }));
  }
  return names;
}

function evaluateInvocation({ called, bindings }: BoxedOf<'invocation'>, scope: Scope, place: Place): FeelValue {
  const target = evaluateExpression(called, scope, place);
  if (!isFunction(target)) return refused(place, feelFailure('not-callable'));
  const given = bindings.map(({ parameter, value }) => [parameter, evaluateExpression(value, scope, place)] as const);
  const run = apart(scope.run);
  const value = target.call({ named: Object.fromEntries(given) }, run);
  const [failure] = run.failures;
  return failure === undefined || !place.strict ? value : refused(place, failure);
}

/** A function whose body is a boxed expression; it sees the names around its definition. */
export function evaluateFunction({ parameters, body }: BoxedOf<'function'>, scope: Scope, place: Place): FeelValue {
  const typedParameters = parameters.map(({ name, type }) => ({ name, type: type ?? anyType }));
  return functionOf(
    typedParameters,
    (names, run) => evaluateExpression(body, { ...inside(scope, names), run }, place),
    testerAt(place),
  );
}

function evaluateConditional(boxed: BoxedOf<'conditional'>, scope: Scope, place: Place): FeelValue {
  const condition = evaluateExpression(boxed.if, scope, place);
  if (condition !== null && typeof condition !== 'boolean') {
    return refused(place, feelFailure('condition-type', { found: typeOf(condition) }));
  }
  return evaluateExpression(condition === true ? boxed.then : boxed.else, scope, place);
}

function evaluateFilter(boxed: BoxedOf<'filter'>, scope: Scope, place: Place): FeelValue {
  const target = evaluateExpression(boxed.in, scope, place);
  if (target === null) return null;
  const list = asList(target);
  const run = apart(scope.run);
  const match = (element: FeelValue) => evaluateExpression(boxed.match, insideElement(scope, element, list), place);
  const found = filtered(list, match, run);
  const [failure] = run.failures;
  return failure === undefined ? found : refused(place, failure);
}

function evaluateIteration(boxed: BoxedOf<'for' | 'some' | 'every'>, scope: Scope, place: Place): FeelValue {
  const target = evaluateExpression(boxed.in, scope, place);
  if (target === null) return null;
  const partial: FeelValue[] = [];
  for (const element of asList(target)) {
    const within = inside(scope, { [boxed.variable]: element, partial });
    partial.push(evaluateExpression(boxed.body, within, place));
  }
  if (boxed.type === 'for') return partial;
  const deciding = boxed.type === 'some';
  if (partial.includes(deciding)) return deciding;
  return partial.every((result) => typeof result === 'boolean') ? !deciding : null;
}

function refused(place: Place, failure: FeelFailure): null {
  return refuse(place, DecisionProblem.ofFeel(place.decisionId, failure));
}
