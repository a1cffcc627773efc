import { readForm } from '../../../forms/schema/read.ts';
import type { FormDocument, Issue } from '../../../forms/schema/document.ts';
import { namesUsed, placeholdersIn } from '../../../engine/rules/feel.ts';
import { expressionsOf } from '../usage/expressions.ts';
import { standpointOf } from '../usage/rename.ts';
import { insideOf, isHolder, isObject, keyOf, type Draft, type Part } from './draft.ts';
import { nameOf } from './find.ts';
import { partAndInside, placedParts, type Placed } from './tree.ts';

/** Something about the draft that should be looked at. */
export interface DraftFinding {
  /** An error keeps the form from being shown; a warning does not. */
  readonly level: 'error' | 'warning';
  /**
   * The issue of `readForm`, or one of our own, such as `unknown-name`, `no-label`, `empty-page`, `words-expression`.
   */
  readonly issue: Issue;
  /** The part it is about; absent for the form itself. */
  readonly part?: Part;
}

/**
 * The most fields that a page should ask: beyond, people tire, and each key takes longer, because browsers look through
 * all fields of the page to offer what they remember.
 */
const FIELDS_OF_A_PAGE = 30;

/** The form of a draft when it can be shown. */
export const formOf = (draft: Draft): FormDocument | undefined => readForm(draft).form;

/** The part that a path into the document leads to, such as `components[0].components[2].key`. */
export function partAtPath(draft: Draft, path: string): Part | undefined {
  const steps = [...path.matchAll(/components\[(\d+)\]/g)].map((match) => Number(match[1]));
  return steps.reduce<{ parts: readonly Part[]; part: Part | undefined }>(
    ({ parts }, index) => {
      const part = parts[index];
      return { parts: part === undefined ? [] : insideOf(part), part };
    },
    { parts: draft.components, part: undefined },
  ).part;
}

/** All that is wrong or odd in a draft: what `readForm` refuses, names that nothing gives, parts without words. */
export function findingsOf(draft: Draft, known: ReadonlySet<string>): readonly DraftFinding[] {
  const errors = readForm(draft).issues.map((issue): DraftFinding => {
    const part = partAtPath(draft, issue.path);
    return { level: 'error', issue, ...(part && { part }) };
  });
  const warnings = placedParts(draft).flatMap((placed) => warningsOf(placed, draft, known));
  return [...errors, ...draft.components.flatMap(lengthOf), ...warnings];
}

/** A page is a group, or a repeating group, at the top; how often its items are repeated nobody knows beforehand. */
function lengthOf(page: Part): readonly DraftFinding[] {
  const fields = partAndInside(page).filter((part) => part.type !== 'dynamiclist' && keyOf(part) !== undefined).length;
  if (!isHolder(page) || fields <= FIELDS_OF_A_PAGE) return [];
  return [warn(page, 'long-page', { count: fields, most: FIELDS_OF_A_PAGE })];
}

const warn = (part: Part, code: string, params: Issue['params'] = {}): DraftFinding => ({
  level: 'warning',
  issue: { path: part.id, code, params: { name: nameOf(part), ...params } },
  part,
});

function warningsOf(placed: Placed, draft: Draft, known: ReadonlySet<string>): readonly DraftFinding[] {
  const { part } = placed;
  const isNameless = part.type !== 'text' && (typeof part['label'] !== 'string' || part['label'].trim() === '');
  const isEmpty = part.components?.length === 0;
  return [
    ...(isNameless ? [warn(part, 'no-label')] : []),
    ...(isEmpty ? [warn(part, 'empty-page')] : []),
    ...(hasExpressionInWords(part) ? [warn(part, 'words-expression')] : []),
    ...(hasEmptyChoice(part) ? [warn(part, 'empty-choice')] : []),
    ...strangers(placed, namesHere(placed, draft, known)).map((stranger) => warn(part, 'unknown-name', { stranger })),
  ];
}

/** Labels and hints are shown as they stand; Camunda computes them. */
const hasExpressionInWords = (part: Part): boolean =>
  [part['label'], part['description']].some((words) => typeof words === 'string' && /^=|\{\{/.test(words));

/** Who chooses a choice without a value has chosen nothing. */
function hasEmptyChoice({ values }: Part): boolean {
  const choices: readonly unknown[] = Array.isArray(values) ? values : [];
  return choices.some((choice) => isObject(choice) && choice['value'] === '');
}

/** Names that FEEL or the runtime gives everywhere. */
const given: readonly string[] = [
  'today',
  'now',
  'parameters',
  'applicant',
  'this',
  'parent',
  'i',
  'values',
  'item',
  'value',
];

function namesHere(placed: Placed, draft: Draft, known: ReadonlySet<string>): ReadonlySet<string> {
  const lists = standpointOf(placed);
  const near = placedParts(draft).filter((each) => {
    const own = standpointOf(each);
    return own.length <= lists.length && own.every((list, index) => list === lists[index]);
  });
  return new Set([...known, ...given, ...near.map(({ part }) => keyOf(part) ?? '')]);
}

function strangers({ part }: Placed, names: ReadonlySet<string>): readonly string[] {
  const expressions = expressionsOf(part).flatMap(({ expression, isText }) =>
    isText ? placeholdersIn(expression).map((each) => each.expression) : [expression],
  );
  const found = expressions
    .flatMap((expression) => namesUsed(expression))
    // Between the brackets of a filter a name may be a member of the elements.
    .filter(({ isInFilter }) => !isInFilter)
    .map(({ path }) => path[0] ?? '');
  return [...new Set(found)].filter((name) => !names.has(name));
}
