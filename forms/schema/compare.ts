import { schemaOf, typeName } from '../fields/schemas.ts';
import { isList } from './components.ts';
import type { Answers, FormDocument, Issue } from './document.ts';
import { fieldOfPath, fieldsOf, type PlacedField } from './pages.ts';
import { settle } from './settle.ts';
import { validateAnswers, type ValidationOptions } from './validate.ts';

/** Why an answer has to be looked at again after the form has changed. */
export type Change =
  'added' | 'removed' | 'type-changed' | 'choice-gone' | 'became-required' | 'now-wrong' | 'reworded';

/** One thing to check again. */
export interface FormChange {
  /** The path of the answer, as in issues. */
  readonly path: string;
  readonly change: Change;
  /** The label, of the new form where the field is still there. */
  readonly label: string;
  /** The page of the new form; absent for a field that was removed. */
  readonly pageId?: string;
  /** What the new form has against the answer. */
  readonly issue?: Issue;
}

/** The answers of a draft, and what judging them needs. */
export interface Compared extends Omit<ValidationOptions, 'page'> {
  readonly answers: Answers;
}

type Fields = ReadonlyMap<string, PlacedField>;

const byPath = (form: FormDocument): Fields => new Map(fieldsOf(form).map((field) => [field.path, field]));

const labelOf = ({ component, path }: PlacedField): string => component.label ?? path;

const kindOf = ({ component }: PlacedField): string => (isList(component) ? component.type : typeName(component));

/** True when something was answered there, in any item of a repeating group. */
function isAnswered({ path, component }: PlacedField, answers: Answers): boolean {
  const [key = '', ...inside] = path.split('.');
  const value = answers[key] ?? null;
  if (inside.length > 0) return Array.isArray(value) && value.length > 0;
  if (isList(component)) return Array.isArray(value) && value.length > 0;
  return !schemaOf(component).isEmpty(value);
}

function removals(before: Fields, after: Fields, answers: Answers): readonly FormChange[] {
  return [...before.values()]
    .filter((field) => !after.has(field.path) && isAnswered(field, answers))
    .map((field) => ({ path: field.path, change: 'removed', label: labelOf(field) }));
}

/** What differs in the fields themselves. */
function alterations(before: Fields, after: Fields, answers: Answers): readonly FormChange[] {
  return [...after.values()].flatMap((field): readonly FormChange[] => {
    const old = before.get(field.path);
    const is = (change: Change): FormChange => ({
      path: field.path,
      change,
      label: labelOf(field),
      pageId: field.pageId,
    });
    if (!old) return [is('added')];
    if (!isAnswered(old, answers)) return [];
    if (kindOf(old) !== kindOf(field)) return [is('type-changed')];
    return labelOf(old) === labelOf(field) ? [] : [is('reworded')];
  });
}

const changeOf = ({ code }: Issue): Change =>
  code === 'field.required' ? 'became-required' : code === 'choice.unknown' ? 'choice-gone' : 'now-wrong';

const isUnverified = ({ code }: Issue): boolean => code.endsWith('.unverified');

/** What the new form has against the answers and the old one had not. */
function objections(before: FormDocument, after: FormDocument, judged: Compared): readonly FormChange[] {
  const { answers, ...options } = judged;
  const issuesOf = (form: FormDocument): readonly Issue[] =>
    validateAnswers(form, answers, options).issues.filter((issue) => !isUnverified(issue));
  const known = new Set(issuesOf(before).map(({ path, code }) => `${path} ${code}`));
  return issuesOf(after)
    .filter(({ path, code }) => code !== 'field.unknown' && !known.has(`${path} ${code}`))
    .flatMap((issue): readonly FormChange[] => {
      const field = fieldOfPath(after, issue.path);
      if (!field) return [];
      return [{ path: issue.path, change: changeOf(issue), label: labelOf(field), pageId: field.pageId, issue }];
    });
}

/** Fields that stand in the new form but are hidden with these answers need no looking at. */
function shownPaths(form: FormDocument, { answers, context, ...reading }: Compared): ReadonlySet<string> {
  const settled = settle(form, answers, { variables: { ...context, today: reading.today }, reading });
  const shown = new Set<string>();
  collectShown(form.components, settled.isHidden, shown);
  return shown;
}

function collectShown(
  components: FormDocument['components'],
  isHidden: (component: FormDocument['components'][number], place: string) => boolean,
  shown: Set<string>,
): void {
  for (const component of components) {
    if (isHidden(component, '')) continue;
    if ('path' in component) shown.add(component.path);
    else if ('components' in component) collectShown(component.components, isHidden, shown);
    else if ('key' in component) shown.add(component.key);
  }
}

/**
 * What a person has to check again when the form of their draft was replaced by a newer version: answers whose field is
 * gone, has another type or another label, answers that are wrong by the new form and were not by the old one, and
 * fields that were not there. The answers themselves stay as they are. In the order of the new form; removed ones last.
 */
export function compareForms(before: FormDocument, after: FormDocument, judged: Compared): readonly FormChange[] {
  const [old, next] = [byPath(before), byPath(after)];
  const shown = shownPaths(after, judged);
  const isShown = ({ path }: FormChange): boolean => shown.has(path.split(/[.[]/)[0] ?? path);
  const altered = alterations(old, next, judged.answers).filter(isShown);
  // A field that is new or of another type is named once, whatever is wrong with its answer.
  const named = new Set(altered.map(({ path }) => path));
  const objected = objections(before, after, judged).filter(({ path }) => !named.has(path.replace(/\[\d+\]/g, '')));
  const order = [...next.keys()];
  const placeOf = ({ path }: FormChange): number => order.indexOf(fieldOfPath(after, path)?.path ?? path);
  return [
    ...[...altered, ...objected].sort((one, other) => placeOf(one) - placeOf(other)),
    ...removals(old, next, judged.answers),
  ];
}
