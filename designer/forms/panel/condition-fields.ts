import type { Question, Test } from '../model/condition.ts';
import { keyOf, isObject, type Draft, type Part } from '../model/draft.ts';
import { nameOf, typeNameOf } from '../model/find.ts';
import { placedParts, scopeOf, type Placed } from '../model/tree.ts';

/** A field that a condition may ask about. */
export interface ConditionField {
  readonly name: string;
  readonly label: string;
  readonly asks: readonly Question[];
  /** The values that can be chosen, when the field has a list of them. */
  readonly values: readonly { readonly value: string; readonly label: string }[];
  readonly isNumber: boolean;
}

function asksOf(part: Part): readonly Question[] {
  switch (typeNameOf(part)) {
    case 'checkbox':
    case 'signature':
      return ['yes', 'no'];
    case 'number':
    case 'amount':
      return ['is', 'is-not', 'more', 'less', 'filled', 'empty'];
    case 'checklist':
    case 'declarations':
      return ['includes', 'filled', 'empty'];
    case 'filepicker':
    case 'person':
    case 'company':
    case 'address':
    case 'municipality':
    case 'cadastral-parcel':
    case 'period':
    case 'map':
    case 'table':
    case 'dynamiclist':
      return ['filled', 'empty'];
    default:
      return ['is', 'is-not', 'filled', 'empty'];
  }
}

function valuesOf(part: Part): ConditionField['values'] {
  const values: unknown = part['values'];
  const list: readonly unknown[] = Array.isArray(values) ? values : [];
  return list.filter(isObject).map(({ value, label }) => ({ value: String(value), label: String(label ?? value) }));
}

/** The fields that a condition of a part can ask about: those of its item and of the form, but not itself. */
export function conditionFields(draft: Draft, { part, around }: Placed): readonly ConditionField[] {
  const scope = scopeOf(around)?.id;
  return placedParts(draft)
    .filter((each) => each.part.id !== part.id && !each.around.some(({ id }) => id === part.id))
    .filter((each) => [undefined, scope].includes(scopeOf(each.around)?.id))
    .flatMap((each): readonly ConditionField[] => {
      const name = keyOf(each.part);
      if (name === undefined) return [];
      const isNumber = ['number', 'amount'].includes(typeNameOf(each.part));
      return [{ name, label: nameOf(each.part), asks: asksOf(each.part), values: valuesOf(each.part), isNumber }];
    });
}

/** The test that a new condition starts with: the first field that has values to choose from, else the first of all. */
export function firstTest(fields: readonly ConditionField[]): Test | undefined {
  const field = fields.find(({ values }) => values.length > 0) ?? fields[0];
  return field === undefined ? undefined : testOf(field);
}

/** A test of a field with the question that fits it best. */
export function testOf(field: ConditionField): Test {
  const [value] = field.values;
  const [asks = 'filled'] = field.asks;
  if (value !== undefined) return { name: field.name, asks, value: value.value };
  return field.asks.includes('yes') ? { name: field.name, asks: 'yes' } : { name: field.name, asks: 'filled' };
}
