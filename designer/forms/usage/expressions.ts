import { isObject, type Part } from '../model/draft.ts';

/** FEEL in a component: where it stands, as a dotted path, and the expression. */
export interface PartExpression {
  /** `conditional.hide`, `validate.rules.0.expression`, or `label` for a text with placeholders. */
  readonly at: string;
  readonly expression: string;
  /** A text with `{{ FEEL }}` in it rather than one expression. */
  readonly isText: boolean;
}

/** Members that hold FEEL when they begin with `=`. */
export const feelMembers = [
  'conditional.hide',
  'readonly',
  'valuesExpression',
  'expression',
  'properties.computed',
  'properties.requiredWhen',
  'properties.readonlyWhen',
] as const;

/** Members whose texts may hold placeholders, or be an expression themselves. */
const textMembers: readonly string[] = ['text', 'label', 'description', 'content', 'source', 'url', 'alt'];

/** Every expression of one component; those of the parts inside it are theirs. */
export function expressionsOf(part: Part): readonly PartExpression[] {
  const { components: _inside, ...own } = part;
  return Object.entries(own).flatMap(([name, value]) => within(value, name));
}

function within(value: unknown, at: string): readonly PartExpression[] {
  if (typeof value === 'string') return inText(value, at);
  if (Array.isArray(value)) return value.flatMap((each: unknown, index) => within(each, `${at}.${index}`));
  return isObject(value) ? Object.entries(value).flatMap(([name, each]) => within(each, `${at}.${name}`)) : [];
}

function inText(value: string, at: string): readonly PartExpression[] {
  if (value.trim().startsWith('=')) return [{ at, expression: value, isText: false }];
  // Rules are expressions by their place, whatever they begin with.
  if (/^validate\.rules\.\d+\.expression$/.test(at)) return [{ at, expression: value, isText: false }];
  const isShown = textMembers.includes(at) || at.startsWith('translations.');
  return isShown && value.includes('{{') ? [{ at, expression: value, isText: true }] : [];
}
