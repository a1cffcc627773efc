import type { Json } from '../../../forms/schema/document.ts';
import { isObject, memberAt, textAt, type Part } from '../model/draft.ts';
import { changing } from './kept.ts';

/**
 * Members of a component that form-js, or who wrote the file by hand, has in another form than ours: the meaning is the
 * same, so nothing is said of them. What they were comes back with the export.
 */

/** Whole numbers and limits that stand as texts, such as `"10"`. */
const numbers: readonly string[] = ['minLength', 'maxLength', 'min', 'max'];

/** Members that are true or false; form-js takes an expression for them. */
const flags: readonly string[] = ['multiple', 'disabled'];

const isNumberText = (value: unknown): value is string =>
  typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim());

const flagOf = (value: unknown): boolean | undefined =>
  value === '=true' || value === 'true' ? true : value === '=false' || value === 'false' ? false : undefined;

/** The same value; what was read from JSON is JSON. */
const json = (value: unknown): Json | undefined => value as Json | undefined;

const withoutNulls = (part: Part): Part => {
  const names = Object.keys(part).filter((name) => part[name] === null && name !== 'defaultValue');
  return names.length === 0 ? part : changing(part, Object.fromEntries(names.map((name) => [name, undefined])));
};

function plainFlags(part: Part): Part {
  const named = flags.flatMap((name) => {
    const flag = flagOf(part[name]);
    return flag === undefined || typeof part[name] === 'boolean' ? [] : [[name, flag] as const];
  });
  return named.length === 0 ? part : changing(part, Object.fromEntries(named));
}

function ruleOf(name: string, value: unknown): Json | undefined {
  if (value === null) return undefined;
  if (name === 'required') return flagOf(value) ?? json(value);
  return numbers.includes(name) && isNumberText(value) ? Number(value) : json(value);
}

function plainRules(part: Part): Part {
  const rules = part['validate'];
  if (!isObject(rules)) return part;
  const plain = Object.fromEntries(
    Object.entries(rules).flatMap(([name, value]): readonly (readonly [string, Json])[] => {
      const rule = ruleOf(name, value);
      return rule === undefined ? [] : [[name, rule]];
    }),
  );
  return JSON.stringify(plain) === JSON.stringify(rules) ? part : changing(part, { validate: plain });
}

/** `required` may be an expression there; here that is a condition of its own. */
function requiredWhen(part: Part): Part {
  const expression = textAt(part, 'validate.required');
  const rules = part['validate'];
  if (expression?.startsWith('=') !== true || !isObject(rules)) return part;
  const { required: _expression, ...others } = rules;
  return changing(part, {
    validate: json(others),
    properties: { ...textsIn(part['properties']), requiredWhen: expression },
  });
}

const textsIn = (members: unknown): Record<string, Json> =>
  isObject(members)
    ? Object.fromEntries(
        Object.entries(members).flatMap(([name, value]) =>
          value === null || isObject(value) || Array.isArray(value) ? [] : [[name, String(value)]],
        ),
      )
    : {};

/** Properties are texts, as form-js' own panel writes them. */
function plainProperties(part: Part): Part {
  const properties = part['properties'];
  const isPlain = !isObject(properties) || Object.values(properties).every((value) => typeof value === 'string');
  return isPlain ? part : changing(part, { properties: textsIn(properties) });
}

/** A list to which nothing may be added has as many items as it starts with. */
function fixedList(part: Part): Part {
  const count = part['defaultRepetitions'];
  if (part.type !== 'dynamiclist' || part['allowAddRemove'] !== false || typeof count !== 'number') return part;
  if (memberAt(part, 'properties.maxItems') !== undefined) return part;
  const limits = { minItems: String(count), maxItems: String(count) };
  return changing(part, { properties: { ...textsIn(part['properties']), ...limits } });
}

const steps: readonly ((part: Part) => Part)[] = [
  withoutNulls,
  plainFlags,
  plainRules,
  requiredWhen,
  plainProperties,
  fixedList,
];

/** A component with its members in our form. */
export const plainMembers = (part: Part): Part => steps.reduce((each, step) => step(each), part);
