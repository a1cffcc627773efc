import { schemaOf } from '../fields/schemas.ts';
import type { ReadContext, UploadedFile } from '../fields/types.ts';
import { isGroup, isList, isText, itemLimits, joinPath } from './components.ts';
import type { Answers, Component, FieldComponent, FormDocument, Issue, Json, ListComponent } from './document.ts';
import { pagesOf } from './pages.ts';
import { isRecord, itemsOf, settle, type Settled } from './settle.ts';

/** What the validator is told besides form and answers. */
export interface ValidationOptions {
  /** The day in Europe/Rome, `YYYY-MM-DD`. */
  readonly today: string;
  /** What expressions may refer to besides the answers: the dossier, `parameters`. */
  readonly context?: Answers;
  /** Only this page is judged; the whole form is settled all the same. */
  readonly page?: string;
  /** Finds an uploaded file. Without it an attachment that was given is an issue, `attachment.unverified`. */
  readonly uploads?: (uploadId: string) => UploadedFile | undefined;
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
  readonly settled: Settled;
}

function fieldIssues(field: FieldComponent, { place, answers, settled }: Judging): readonly Issue[] {
  const path = joinPath(place, field.key);
  const value = answers[field.key] ?? null;
  const complaint = settled.complaints.get(path);
  if (complaint) return [issue(path, field, { ...complaint, value })];
  const isMissing = field.validate?.required === true && schemaOf(field).isEmpty(value);
  return isMissing ? [issue(path, field, { code: 'field.required', params: { type: schemaOf(field).type } })] : [];
}

function listIssues(list: ListComponent, judging: Judging): readonly Issue[] {
  const path = joinPath(judging.place, list.path);
  const complaint = judging.settled.complaints.get(path);
  if (complaint) return [issue(path, list, complaint)];
  const items = itemsOf(judging.answers[list.path]);
  const { min, max } = itemLimits(list);
  const given = items.length;
  const own = [
    ...(given < min ? [issue(path, list, { code: 'list.too-few', params: { min, given } })] : []),
    ...(given > max ? [issue(path, list, { code: 'list.too-many', params: { max, given } })] : []),
  ];
  const inside = items.flatMap((item, index) =>
    issuesOf(list.components, { ...judging, place: `${path}[${index}]`, answers: item }),
  );
  return [...own, ...inside];
}

function issuesOf(components: readonly Component[], judging: Judging): readonly Issue[] {
  return components.flatMap((component): readonly Issue[] => {
    if (isText(component) || judging.settled.isHidden(component, judging.place)) return [];
    if (isGroup(component)) return issuesOf(component.components, judging);
    return isList(component) ? listIssues(component, judging) : fieldIssues(component, judging);
  });
}

/** Fields and repeating groups by key, through the groups. */
function keyed(components: readonly Component[]): ReadonlyMap<string, FieldComponent | ListComponent> {
  const entries = components.flatMap((component): readonly (readonly [string, FieldComponent | ListComponent])[] => {
    if (isText(component)) return [];
    if (isGroup(component)) return [...keyed(component.components)];
    return [[isList(component) ? component.path : component.key, component]];
  });
  return new Map(entries);
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
  const { today, context = {}, page, uploads } = options;
  const reading: ReadContext = { today, ...(uploads ? { uploads } : {}) };
  const settled = settle(form, answers, { variables: { ...context, today }, reading });
  const judged = pagesOf(form).filter(
    ({ id, group }) => (page === undefined || id === page) && !(group && settled.isHidden(group, '')),
  );
  const issues = judged.flatMap(({ components }) =>
    issuesOf(components, { place: '', answers: settled.answers, settled }),
  );
  return {
    values: settled.answers,
    issues: page === undefined ? [...unknownKeys(form.components, '', answers), ...issues] : issues,
  };
}
