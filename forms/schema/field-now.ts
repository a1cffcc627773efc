import type { Answers, Choice, FieldComponent, Json } from './document.ts';
import { evaluate, isTrue } from './feel.ts';
import { isRecord } from './json.ts';

/** The condition under which a field has to be answered, from `properties.requiredWhen`. */
export const requiredWhenOf = (field: FieldComponent): string | undefined => field.properties?.['requiredWhen'];

/** One choice out of what an expression gave: a text, or a context with `value` and, if it has one, `label`. */
function choiceOf(given: Json): readonly Choice[] {
  if (typeof given === 'string') return [{ value: given, label: given }];
  if (!isRecord(given) || typeof given['value'] !== 'string') return [];
  const { value, label, description } = given;
  return [
    {
      value,
      label: typeof label === 'string' ? label : value,
      ...(typeof description === 'string' ? { description } : {}),
    },
  ];
}

/** The choices that an expression leaves or makes; none when it cannot be computed. */
function choicesNow(expression: string, field: FieldComponent, variables: Answers): readonly Choice[] {
  const own = (field.values ?? []).map((choice) => ({ ...choice }));
  const given = evaluate(expression, own.length === 0 ? variables : { ...variables, values: own });
  return Array.isArray(given) ? given.flatMap(choiceOf) : [];
}

// One object for each way that the conditions of a field may turn out: who compares components sees no change then.
const known = new WeakMap<FieldComponent, Map<string, FieldComponent>>();
const MOST_KNOWN = 100;

function remembered(field: FieldComponent, conditions: Partial<FieldComponent>): FieldComponent {
  const outcomes = known.get(field) ?? new Map<string, FieldComponent>();
  known.set(field, outcomes);
  const { readonly: flag, values, validate } = conditions;
  const key = `${String(flag)} ${String(validate?.required)} ${values ? JSON.stringify(values) : ''}`;
  const before = outcomes.get(key);
  if (before) return before;
  if (outcomes.size >= MOST_KNOWN) outcomes.clear();
  const made = { ...field, ...conditions };
  outcomes.set(key, made);
  return made;
}

/** True for a field as it is now (see `fieldNow`) whose answer may not be changed. */
export const isReadOnly = ({ readonly: flag, disabled }: FieldComponent): boolean => flag === true || disabled === true;

/**
 * A field as it is here and now: `validate.required`, `readonly` and `values` as its conditions turn out
 * (`properties.requiredWhen`, `readonly`, `valuesExpression`). A field without conditions is given back as it is.
 */
export function fieldNow(field: FieldComponent, variables: Answers): FieldComponent {
  const { readonly: flag, valuesExpression, validate } = field;
  const requiredWhen = requiredWhenOf(field);
  if (typeof flag !== 'string' && !valuesExpression && !requiredWhen) return field;
  return remembered(field, {
    ...(typeof flag === 'string' ? { readonly: isTrue(flag, variables) } : {}),
    ...(valuesExpression ? { values: choicesNow(valuesExpression, field, variables) } : {}),
    ...(requiredWhen
      ? { validate: { ...validate, required: validate?.required === true || isTrue(requiredWhen, variables) } }
      : {}),
  });
}
