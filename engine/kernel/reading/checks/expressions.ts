import { elementOf, textOf } from '../../../rules/moddle.ts';
import type { ModdleElement } from '../../../rules/moddle.ts';
import { called, parentOf, processOf } from './rule.ts';
import type { Rule } from './rule.ts';

/** The expressions of an element, by its type. */
const expressionsOf: Readonly<Record<string, readonly string[]>> = {
  'bpmn:SequenceFlow': ['conditionExpression'],
  'bpmn:ConditionalEventDefinition': ['condition'],
  'bpmn:ComplexBehaviorDefinition': ['condition'],
  'bpmn:StandardLoopCharacteristics': ['loopCondition'],
  'bpmn:MultiInstanceLoopCharacteristics': ['loopCardinality', 'completionCondition'],
  'bpmn:AdHocSubProcess': ['completionCondition'],
  'bpmn:ComplexGateway': ['activationCondition'],
  'bpmn:TimerEventDefinition': ['timeDate', 'timeDuration', 'timeCycle'],
  'bpmn:Assignment': ['from', 'to'],
};

// Elsewhere than in conditions a constant is fine.
const conditions: ReadonlySet<string> = new Set([
  'conditionExpression',
  'condition',
  'loopCondition',
  'completionCondition',
  'activationCondition',
]);

const formalExpression: Rule<'expression.not-formal'> = {
  name: 'expression.not-formal',
  level: 'warning',
  on: Object.keys(expressionsOf),
  check: (element) => {
    if (processOf(element)?.isExecutable !== true) return undefined;
    const informal = given(element).find(([, expression]) => expression.$type !== 'bpmn:FormalExpression');
    return informal && { property: informal[0], holder: placeOf(element) };
  },
};

const booleanExpression: Rule<'expression.not-boolean'> = {
  name: 'expression.not-boolean',
  on: Object.keys(expressionsOf),
  check: (element) => {
    const wrong = given(element).find(([property, expression]) => conditions.has(property) && isConstant(expression));
    return wrong && { condition: textOf(wrong[1], 'body') ?? '', holder: placeOf(element) };
  },
};

function given(element: ModdleElement): readonly (readonly [property: string, expression: ModdleElement])[] {
  return (expressionsOf[element.$type] ?? []).flatMap((property) => {
    const expression = elementOf(element, property);
    return expression === undefined ? [] : [[property, expression] as const];
  });
}

// A number or a text where true or false is needed.
function isConstant(expression: ModdleElement): boolean {
  return /^=?\s*(?:-?\d+(?:\.\d+)?|"[^"]*")$/.test(textOf(expression, 'body') ?? '');
}

function placeOf(element: ModdleElement): string {
  return typeof element.id === 'string' ? element.id : called(parentOf(element));
}

/** Rules about expressions (BPMN 2.0.2, 8.4.5). */
export const expressionRules: readonly Rule[] = [formalExpression, booleanExpression];
