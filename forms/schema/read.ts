import type { z } from 'zod';
import { isFieldType, schemaOf, typeName } from '../fields/schemas.ts';
import type { CrossRule, FieldComponent, FormDocument, Issue } from './document.ts';
import { blockFault, expressionsIn, regularExpression, syntaxFault } from './feel.ts';
import { apiListNames, vocabularyNames } from '../vocabularies/names.ts';
import { documentShape, fieldShape, groupShape, listShape, textShape } from './shapes.ts';

/** The form, when it is right, and all that is wrong with the document. */
export interface FormReading {
  readonly form?: FormDocument;
  /** The path of an issue is a path into the document, such as `components[0].key`. */
  readonly issues: readonly Issue[];
}

/** Keys seen so far in one scope (the form, or an item of a repeating group), with the path where each stands. */
type Seen = Map<string, string>;

const KEY = /^[A-Za-z][A-Za-z0-9_]*$/;

const problem = (path: string, code: string, params: Issue['params'] = {}): Issue => ({ path, code, params });

const jsonPath = (base: string, steps: readonly PropertyKey[]): string =>
  steps.reduce<string>(
    (path, step) =>
      typeof step === 'number' ? `${path}[${step}]` : path === '' ? String(step) : `${path}.${String(step)}`,
    base,
  );

/** What a shape has against a value, one issue for each member. */
function shapeIssues(shape: z.ZodType, value: unknown, path: string): readonly Issue[] {
  const parsed = shape.safeParse(value);
  if (parsed.success) return [];
  return parsed.error.issues.map((fault) => {
    const expected = 'expected' in fault ? String(fault.expected) : fault.message;
    return problem(jsonPath(path, fault.path), 'form.bad-member', { expected });
  });
}

function keyIssues(key: string, path: string, seen: Seen): readonly Issue[] {
  // The names of Object.prototype would be found on every JSON object.
  if (!KEY.test(key) || key in {}) return [problem(path, 'form.bad-key', { value: key })];
  const first = seen.get(key);
  if (first !== undefined) return [problem(path, 'form.key-twice', { value: key, first })];
  seen.set(key, path);
  return [];
}

function expressionIssues(expression: string | undefined, path: string): readonly Issue[] {
  if (expression === undefined || expression === '') return [];
  if (!expression.startsWith('=')) return [problem(path, 'form.no-expression', { value: expression })];
  const fault = syntaxFault(expression);
  if (fault === undefined) return [];
  return [problem(path, 'form.bad-expression', { value: expression, fault: fault.code, ...fault.params })];
}

/** What the placeholders, conditions and loops of a text have against it. */
function textIssues(text: string, path: string): readonly Issue[] {
  if (text.startsWith('=')) return expressionIssues(text, path);
  const fault = blockFault(text);
  if (fault !== undefined) return [problem(path, 'form.open-block', { value: fault })];
  return expressionsIn(text).flatMap((expression) => expressionIssues(`=${expression}`, path));
}

function patternIssues(pattern: string | undefined, path: string): readonly Issue[] {
  if (pattern === undefined || regularExpression(pattern)) return [];
  return [problem(path, 'form.bad-pattern', { value: pattern })];
}

const ruleIssues = (rules: readonly Pick<CrossRule, 'expression'>[] = [], path: string): readonly Issue[] =>
  rules.flatMap(({ expression }, index) => expressionIssues(expression, `${path}.validate.rules[${index}].expression`));

/** The conditions and computations of a field that do not parse, each at its own path. */
function formulaIssues(field: FieldComponent, path: string): readonly Issue[] {
  const { properties = {}, readonly: flag, valuesExpression, expression } = field;
  return [
    ...expressionIssues(properties['computed'], `${path}.properties.computed`),
    ...expressionIssues(properties['requiredWhen'], `${path}.properties.requiredWhen`),
    ...expressionIssues(typeof flag === 'string' ? flag : undefined, `${path}.readonly`),
    ...expressionIssues(valuesExpression, `${path}.valuesExpression`),
    ...expressionIssues(expression, `${path}.expression`),
    ...ruleIssues(field.validate?.rules, path),
  ];
}

const listsElsewhere: readonly string[] = [
  ...vocabularyNames.map((name) => `vocabulary:${name}`),
  ...apiListNames.map((name) => `api:${name}`),
];

/** The values that our own properties may have, in every type of field. */
function propertyIssues({ properties = {} }: FieldComponent, path: string): readonly Issue[] {
  const { correctable, choicesFrom, locked } = properties;
  const wrong = (name: string, value: string, expected: string): Issue =>
    problem(`${path}.properties.${name}`, 'form.bad-property', { value, expected });
  const isFlag = (value: string | undefined): boolean => value === undefined || value === 'true' || value === 'false';
  return [
    ...(isFlag(correctable) ? [] : [wrong('correctable', String(correctable), 'true, false')]),
    ...(isFlag(locked) ? [] : [wrong('locked', String(locked), 'true, false')]),
    ...(choicesFrom === undefined || listsElsewhere.includes(choicesFrom)
      ? []
      : [wrong('choicesFrom', choicesFrom, listsElsewhere.join(', '))]),
  ];
}

function fieldIssues(field: FieldComponent, path: string, seen: Seen): readonly Issue[] {
  const name = typeName(field);
  const issues = [
    ...keyIssues(field.key, `${path}.key`, seen),
    ...formulaIssues(field, path),
    ...propertyIssues(field, path),
    ...patternIssues(field.validate?.pattern, `${path}.validate.pattern`),
  ];
  if (!isFieldType(name)) return [...issues, problem(`${path}.type`, 'form.unknown-type', { value: name })];
  const schema = schemaOf(field);
  if (!schema.carriers.includes(field.type)) {
    issues.push(
      problem(`${path}.type`, 'form.wrong-carrier', { value: field.type, expected: schema.carriers.join(', ') }),
    );
  }
  const complaint = schema.check?.(field);
  return complaint ? [...issues, problem(path, complaint.code, complaint.params)] : issues;
}

function childIssues(children: readonly unknown[], path: string, seen: Seen): readonly Issue[] {
  return children.flatMap((child, index) => componentIssues(child, `${path}.components[${index}]`, seen));
}

const typeOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined;

const hideOf = (component: z.infer<typeof textShape> | z.infer<typeof groupShape>): string | undefined =>
  component.conditional?.hide;

function groupIssues(value: unknown, path: string, seen: Seen): readonly Issue[] {
  const group = groupShape.safeParse(value).data;
  if (!group) return shapeIssues(groupShape, value, path);
  // form-js nests the answers of such a group; ours are flat, and the same file would mean two things.
  const nests = group['path'] === undefined || group['path'] === '' ? [] : [problem(`${path}.path`, 'form.group-path')];
  return [
    ...nests,
    ...expressionIssues(hideOf(group), `${path}.conditional.hide`),
    ...childIssues(group.components, path, seen),
  ];
}

function listIssues(value: unknown, path: string, seen: Seen): readonly Issue[] {
  const list = listShape.safeParse(value).data;
  if (!list) return shapeIssues(listShape, value, path);
  return [
    ...keyIssues(list.path, `${path}.path`, seen),
    ...expressionIssues(list.conditional?.hide, `${path}.conditional.hide`),
    ...ruleIssues(list.validate?.rules, path),
    ...childIssues(list.components, path, new Map()),
  ];
}

/** Groups inside groups: what is deeper is no form that a person could read, and would exhaust the stack. */
const MOST_NESTED = 20;

function componentIssues(value: unknown, path: string, seen: Seen): readonly Issue[] {
  if (path.split('.components[').length > MOST_NESTED) return [problem(path, 'form.too-deep', { max: MOST_NESTED })];
  const type = typeOf(value);
  if (typeof type !== 'string') return [problem(`${path}.type`, 'form.bad-member', { expected: 'string' })];
  if (type === 'group') return groupIssues(value, path, seen);
  if (type === 'dynamiclist') return listIssues(value, path, seen);
  if (type === 'text') {
    const text = textShape.safeParse(value).data;
    if (!text) return shapeIssues(textShape, value, path);
    return [...expressionIssues(hideOf(text), `${path}.conditional.hide`), ...textIssues(text.text, `${path}.text`)];
  }
  const field = fieldShape.safeParse(value).data;
  if (!field) return shapeIssues(fieldShape, value, path);
  const issues = expressionIssues(field.conditional?.hide, `${path}.conditional.hide`);
  // The shape has been checked; zod's type says `T | undefined` where ours leaves the member out.
  return [...issues, ...fieldIssues(field as FieldComponent, path, seen)];
}

/** Pages are told apart by their id: in addresses, and in where a person left off. */
function pageIssues(components: readonly unknown[]): readonly Issue[] {
  const ids = components
    .map((child) => groupShape.safeParse(child).data)
    .map((group) => (group?.type === 'group' ? group.id : undefined));
  return ids.flatMap((id, index) =>
    id !== undefined && ids.indexOf(id) < index
      ? [problem(`components[${index}].id`, 'form.page-twice', { value: id })]
      : [],
  );
}

/**
 * Reads a form document and refuses one that could not be shown or judged: an unknown type of field, a missing member,
 * a key that stands twice, an expression or a pattern that does not parse, a list without choices.
 */
export function readForm(document: unknown): FormReading {
  const shell = documentShape.safeParse(document).data;
  if (!shell) return { issues: shapeIssues(documentShape, document, '') };
  const seen: Seen = new Map();
  const issues = [
    ...shell.components.flatMap((child, index) => componentIssues(child, `components[${index}]`, seen)),
    ...pageIssues(shell.components),
  ];
  // Every component has passed its shape: the border where the document becomes a form.
  return issues.length === 0 ? { form: document as FormDocument, issues } : { issues };
}
