import { schemaOf } from '../fields/schemas.ts';
import type { Complaint, ReadContext } from '../fields/types.ts';
import { isGroup, isList, isText, itemLimits, joinPath } from './components.ts';
import type {
  Answers,
  Component,
  CrossRule,
  FieldComponent,
  FormDocument,
  Issue,
  Json,
  ListComponent,
} from './document.ts';
import { evaluate } from './feel.ts';
import { isRecord, itemsOf, overlaid } from './json.ts';
import { pagesOf } from './pages.ts';
import { itemVariables, settle, type Settled } from './settle.ts';

/**
 * What the validator is told besides form and answers: the day, and look-ups for what only the outside knows. Without
 * its look-up a value that was given is an issue (`attachment.unverified`, `municipality.unverified` …).
 */
export interface ValidationOptions extends Omit<ReadContext, 'beside'> {
  /** What expressions may refer to besides the answers: the dossier, `parameters`. */
  readonly context?: Answers;
  /** Only this page is judged; the whole form is settled all the same. */
  readonly page?: string;
  /** What fields that are read-only at the moment hold; left out where the answers have been judged before. */
  readonly held?: Answers | undefined;
}

/** Normal values of what is visible, and all that is not right. */
export interface Validation {
  /** What could not be read stands as it was given; to be trusted only when there are no issues. */
  readonly values: Answers;
  /** In the order of reading. */
  readonly issues: readonly Issue[];
}

const LONGEST_SHOWN = 200;

const mayBeShown = (value: Json | undefined): value is string | number =>
  typeof value === 'number' || (typeof value === 'string' && value.length <= LONGEST_SHOWN);

function issue(
  path: string,
  component: Component,
  rest: Pick<Issue, 'code' | 'value'> & { params?: Issue['params'] },
): Issue {
  const label: Issue['params'] = component.label === undefined ? {} : { label: component.label };
  const value = mayBeShown(rest.value) ? { value: rest.value } : {};
  return { path, code: rest.code, params: { ...label, ...rest.params }, ...value };
}

/** Where answers are judged: a form, or an item of a repeating group. */
interface Judging {
  readonly place: string;
  readonly answers: Answers;
  /** What expressions see there. */
  readonly variables: Answers;
  readonly settled: Settled;
}

/** A complaint with its place: the field, or the part of its value that is wrong. */
function complaintIssue({ part, ...rest }: Complaint & { value: Json }, path: string, component: Component): Issue {
  if (part === undefined) return issue(path, component, rest);
  return issue(`${path}.${part}`, component, { ...rest, value: isRecord(rest.value) ? rest.value[part] : rest.value });
}

/**
 * What is false of answers together; a rule that cannot be known yet says nothing. `rule` counts from zero, so that the
 * sentence can be found in a translation.
 */
function ruleIssues(component: FieldComponent | ListComponent, path: string, variables: Answers): readonly Issue[] {
  const rules: readonly CrossRule[] = component.validate?.rules ?? [];
  return rules.flatMap(({ expression, message }, rule) =>
    evaluate(expression, variables) === false
      ? [issue(path, component, { code: 'field.rule', params: { message, rule } })]
      : [],
  );
}

function fieldIssues(document: FieldComponent, { place, answers, settled, variables }: Judging): readonly Issue[] {
  const field = settled.fieldAt(document, place);
  const path = joinPath(place, field.key);
  const value = answers[field.key] ?? null;
  const complaints = settled.complaints.get(path);
  if (complaints) return complaints.map((complaint) => complaintIssue({ ...complaint, value }, path, field));
  const isMissing = field.validate?.required === true && schemaOf(field).isEmpty(value);
  if (isMissing) return [issue(path, field, { code: 'field.required', params: { type: schemaOf(field).type } })];
  return ruleIssues(field, path, variables);
}

function listIssues(list: ListComponent, judging: Judging): readonly Issue[] {
  const path = joinPath(judging.place, list.path);
  const [complaint] = judging.settled.complaints.get(path) ?? [];
  if (complaint) return [issue(path, list, complaint)];
  const items = itemsOf(judging.answers[list.path]);
  const { min, max } = itemLimits(list);
  const given = items.length;
  const own = [
    ...(given < min ? [issue(path, list, { code: 'list.too-few', params: { min, given } })] : []),
    ...(given > max ? [issue(path, list, { code: 'list.too-many', params: { max, given } })] : []),
  ];
  const around = { own: judging.answers, variables: judging.variables };
  const inside = items.flatMap((item, index) => {
    const variables = itemVariables(around, item, index);
    return issuesOf(list.components, { ...judging, place: `${path}[${index}]`, answers: item, variables });
  });
  return [...own, ...ruleIssues(list, path, judging.variables), ...inside];
}

function issuesOf(components: readonly Component[], judging: Judging): readonly Issue[] {
  return components.flatMap((component): readonly Issue[] => {
    if (isText(component) || judging.settled.isHidden(component, judging.place)) return [];
    if (isGroup(component)) return issuesOf(component.components, judging);
    return isList(component) ? listIssues(component, judging) : fieldIssues(component, judging);
  });
}

type Keyed = ReadonlyMap<string, FieldComponent | ListComponent>;

// Documents are values that nobody changes.
const keys = new WeakMap<readonly Component[], Keyed>();

/** Fields and repeating groups by key, through the groups. */
function keyed(components: readonly Component[]): Keyed {
  const before = keys.get(components);
  if (before) return before;
  const entries = components.flatMap((component): readonly (readonly [string, FieldComponent | ListComponent])[] => {
    if (isText(component)) return [];
    if (isGroup(component)) return [...keyed(component.components)];
    return [[isList(component) ? component.path : component.key, component]];
  });
  const made = new Map(entries);
  keys.set(components, made);
  return made;
}

function unknownKeys(components: readonly Component[], place: string, answers: Answers): readonly Issue[] {
  const known = keyed(components);
  return Object.entries(answers).flatMap(([key, value]): readonly Issue[] => {
    const component = known.get(key);
    const path = joinPath(place, key);
    if (!component) return [{ path, code: 'field.unknown', params: { key } }];
    if (!isList(component) || !Array.isArray(value)) return [];
    const items: readonly Json[] = value;
    return items.flatMap((item, index) =>
      isRecord(item) ? unknownKeys(component.components, `${path}[${index}]`, item) : [],
    );
  });
}

/**
 * Judges the answers of a form. The same function runs in the browser and on the server: hidden answers are dropped,
 * the others are brought into their normal form, and every issue is returned, not only the first. Validating the
 * values again gives the same values.
 */
export function validateAnswers(form: FormDocument, answers: Answers, options: ValidationOptions): Validation {
  const { context = {}, page, held, ...reading } = options;
  const around = { ...context, today: reading.today };
  const settled = settle(form, answers, { variables: around, reading, held });
  const variables = overlaid(around, settled.answers);
  const judged = pagesOf(form).filter(
    ({ id, group }) => (page === undefined || id === page) && !(group && settled.isHidden(group, '')),
  );
  const issues = judged.flatMap(({ components }) =>
    issuesOf(components, { place: '', answers: settled.answers, settled, variables }),
  );
  return {
    values: settled.answers,
    issues: page === undefined ? [...unknownKeys(form.components, '', answers), ...issues] : issues,
  };
}
