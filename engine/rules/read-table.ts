import type { Aggregation, DecisionInput, DecisionOutput, DecisionTable, HitPolicy } from './decision.ts';
import type { FeelType } from './feel/types.ts';
import { elementOf, elementsOf, textOf } from './moddle.ts';
import type { ModdleElement } from './moddle.ts';
import type { TypeReader } from './read-types.ts';

const hitPolicies: readonly HitPolicy[] = [
  'UNIQUE',
  'FIRST',
  'ANY',
  'PRIORITY',
  'RULE ORDER',
  'OUTPUT ORDER',
  'COLLECT',
];
const aggregations: readonly Aggregation[] = ['SUM', 'MIN', 'MAX', 'COUNT'];

/** Reads a decision table (DMN 1.5, 8.3); undefined when its hit policy is not one of the standard. */
export function readTable(table: ModdleElement, types: TypeReader): DecisionTable | undefined {
  const hitPolicy = hitPolicies.find((policy) => policy === (textOf(table, 'hitPolicy') ?? 'UNIQUE'));
  const aggregation = aggregations.find((each) => each === textOf(table, 'aggregation'));
  if (hitPolicy === undefined) return undefined;
  return {
    type: 'table',
    hitPolicy,
    ...(aggregation !== undefined && { aggregation }),
    inputs: elementsOf(table, 'input').map((input) => readInput(input, types)),
    outputs: elementsOf(table, 'output').map((output) => readOutput(output, types)),
    rules: elementsOf(table, 'rule').map((rule) => ({
      tests: elementsOf(rule, 'inputEntry').map((entry) => textOf(entry, 'text') ?? '-'),
      entries: elementsOf(rule, 'outputEntry').map((entry) => textOf(entry, 'text') ?? ''),
    })),
  };
}

function readInput(input: ModdleElement, types: TypeReader): DecisionInput {
  const inputExpression = elementOf(input, 'inputExpression');
  const expression = textOf(inputExpression, 'text') ?? '';
  const type = types.find(textOf(inputExpression, 'typeRef'));
  const allowed = textOf(elementOf(input, 'inputValues'), 'text');
  return {
    label: textOf(input, 'label') ?? expression,
    expression,
    ...(type !== undefined && { type }),
    ...(allowed !== undefined && { allowed }),
  };
}

function readOutput(output: ModdleElement, types: TypeReader): DecisionOutput {
  const typeRef = textOf(output, 'typeRef');
  const type = types.find(typeRef);
  const label = textOf(output, 'label');
  const defaultEntry = textOf(elementOf(output, 'defaultOutputEntry'), 'text');
  return {
    name: textOf(output, 'name') ?? label ?? '',
    ...(label !== undefined && { label }),
    ...(typeRef !== undefined && { typeRef }),
    ...(type !== undefined && { type }),
    ...(defaultEntry !== undefined && { defaultEntry }),
    priorities: splitTests(textOf(elementOf(output, 'outputValues'), 'text') ?? allowedBy(type)),
  };
}

// Without output values of its own a column has those of its type.
function allowedBy(type: FeelType | undefined): string {
  return type?.type === 'restricted' ? type.tests : '';
}

// Commas between quotation marks belong to the text.
function splitTests(list: string): readonly string[] {
  return (list.match(/(?:"(?:[^"\\]|\\.)*"|[^,"])+/g) ?? []).map((part) => part.trim()).filter((part) => part !== '');
}
