import { keyOf, memberAt, textAt, withMember, type Draft, type Part } from '../model/draft.ts';
import { mapParts, placedParts, scopeOf, type Placed } from '../model/tree.ts';
import { namesUsed, placeholdersIn, type NameUse } from '../../../engine/rules/feel.ts';
import { expressionsOf } from './expressions.ts';

/** Which answer is meant: its name and the names of the repeating groups it stands in, the outermost first. */
export interface AnswerName {
  readonly key: string;
  readonly lists: readonly string[];
}

/** The name of a part's answer with the repeating groups around it; undefined when it has no answer. */
export function answerNameOf({ part, around }: Placed): AnswerName | undefined {
  const key = keyOf(part);
  if (key === undefined) return undefined;
  const lists = around.flatMap((holder) => (holder.type === 'dynamiclist' ? [keyOf(holder) ?? ''] : []));
  return { key, lists };
}

/** The repeating groups in whose items an expression stands; empty outside all of them. */
export type Standpoint = readonly string[];

/**
 * The index, in the path of a use, of the name that means the answer; undefined when the use means something else.
 * Inside an item the names of the item come first, then those around it.
 */
export function meaningOf(use: NameUse, answer: AnswerName, standpoint: Standpoint): number | undefined {
  const { key, lists } = answer;
  const full = [...lists, key];
  const { path } = use;
  const starts = (from: readonly string[]): boolean => from.every((name, index) => path[index] === name);
  // From outside: persone.email, whatever stands between brackets.
  if (starts(full)) return full.length - 1;
  // In an item of the same list: email, or this.email.
  const isInside = lists.length > 0 && lists.every((list, index) => standpoint[index] === list);
  if (isInside && path[0] === key) return 0;
  if (isInside && path[0] === 'this' && path[1] === key) return 1;
  if (lists.length === 0 && path[0] === 'parent' && path[1] === key && standpoint.length > 0) return 1;
  // Between the brackets of a filter over the list: persone[email = "x"].
  const inFilter = use.filtered !== undefined && use.filtered.join('.') === lists.join('.') && lists.length > 0;
  if (inFilter && path[0] === key) return 0;
  return inFilter && path[0] === 'item' && path[1] === key ? 1 : undefined;
}

/** True when a nearer answer of the same name hides the one meant. */
const isHidden = (draft: Draft, answer: AnswerName, standpoint: Standpoint): boolean =>
  answer.lists.length === 0 &&
  standpoint.length > 0 &&
  placedParts(draft).some(
    ({ part, around }) => keyOf(part) === answer.key && keyOf(scopeOf(around) ?? NOBODY) === standpoint.at(-1),
  );

const NOBODY: Part = { id: '', type: 'text' };

/** An expression with one name put for another wherever it means the answer. */
export function renamedIn(expression: string, answer: AnswerName, to: { key: string; standpoint: Standpoint }): string {
  const places = namesUsed(expression).flatMap((use) => {
    const index = meaningOf(use, answer, to.standpoint);
    const place = index === undefined ? undefined : use.at[index];
    return place === undefined || place.from < 0 ? [] : [place];
  });
  return places
    .toSorted((one, other) => other.from - one.from)
    .reduce((text, { from, to: end }) => text.slice(0, from) + to.key + text.slice(end), expression);
}

/** A text with the name put for another in each of its placeholders. */
export function renamedInText(text: string, answer: AnswerName, to: { key: string; standpoint: Standpoint }): string {
  return placeholdersIn(text)
    .toReversed()
    .reduce((whole, { expression, from }) => {
      const renamed = renamedIn(expression, answer, to);
      return whole.slice(0, from) + renamed + whole.slice(from + expression.length);
    }, text);
}

/** Where an expression of a part is evaluated: in the item of the repeating groups around it. */
export const standpointOf = ({ around }: Placed): Standpoint =>
  around.flatMap((holder) => (holder.type === 'dynamiclist' ? [keyOf(holder) ?? ''] : []));

/** The draft with an answer called otherwise in all its expressions and texts; the part itself is left as it is. */
export function renameInExpressions(draft: Draft, placed: Placed, key: string): Draft {
  const answer = answerNameOf(placed);
  if (answer === undefined) return draft;
  const standpoints = new Map(placedParts(draft).map((each) => [each.part.id, standpointOf(each)]));
  return mapParts(draft, (part) => {
    const standpoint = standpoints.get(part.id) ?? [];
    if (isHidden(draft, answer, standpoint)) return part;
    const beside = standpoint.join() === answer.lists.join() ? withNeighbour(part, answer.key, key) : part;
    return expressionsOf(part).reduce<Part>((each, { at, expression, isText }) => {
      const rename = isText ? renamedInText : renamedIn;
      const renamed = rename(expression, answer, { key, standpoint });
      return renamed === expression ? each : setText(each, at, renamed);
    }, beside);
  });
}

/** Properties that hold the key of a field beside theirs; see the table in `forms/fields/README.md`. */
const neighbours = ['familyName', 'givenName', 'bornOn', 'sex', 'bornIn', 'validOn', 'within'];

/** A part whose properties name the field beside it as it is called now. */
const withNeighbour = (part: Part, before: string, after: string): Part =>
  neighbours
    .map((name) => `properties.${name}`)
    .filter((at) => memberAt(part, at) === before)
    .reduce((each, at) => withMember(each, at, after), part);

/** Like `withMember`, through lists too: `validate.rules.0.expression`. */
function setText(part: Part, at: string, text: string): Part {
  const steps = at.split('.');
  const listEnd = steps.findIndex((_step, index) => Array.isArray(memberAt(part, steps.slice(0, index + 1).join('.'))));
  if (listEnd < 0) return textAt(part, at) === undefined ? part : withMember(part, at, text);
  const listPath = steps.slice(0, listEnd + 1).join('.');
  const list: unknown = memberAt(part, listPath);
  if (!Array.isArray(list)) return part;
  const [number = '', ...inner] = steps.slice(listEnd + 1);
  const items: readonly unknown[] = list;
  const changed = items.map((item, index) => {
    if (String(index) !== number) return item;
    return inner.length === 0 ? text : withMember(Object(item), inner.join('.'), text);
  });
  // JSON that was read before, with one text in it put for another.
  return withMember(part, listPath, changed as never);
}
