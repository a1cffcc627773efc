import type { DecisionTrace, Json } from '../kernel/types.ts';
import { textOfValue } from './feel/text.ts';
import type { FeelValue } from './feel/value.ts';
import { toJson } from './json.ts';

/** What is told of an evaluation. */
export interface Traced {
  readonly value: FeelValue;
  readonly inputs: Readonly<Record<string, FeelValue>>;
  readonly rules: readonly number[];
  readonly hitPolicy?: string;
}

/** The trace of an evaluation; ranges and functions in it are told as texts. */
export function traceOf(decisionId: string, { value, inputs, rules, hitPolicy }: Traced): DecisionTrace {
  const shown = Object.entries(inputs).map(([label, input]) => [label, told(input)] as const);
  return {
    decisionId,
    ...(hitPolicy !== undefined && { hitPolicy }),
    inputs: Object.fromEntries(shown),
    rules,
    result: told(value),
  };
}

function told(value: FeelValue): Json {
  const json = toJson(value);
  return json.ok ? json.value : textOfValue(value);
}
