import { schemaOf } from '../fields/schemas.ts';
import type { Complaint, ReadContext } from '../fields/types.ts';
import { isGroup, isList, isText, joinPath } from './components.ts';
import type { Answers, Component, FieldComponent, FormDocument, Json, ListComponent } from './document.ts';
import { evaluate, isTrue } from './feel.ts';

/**
 * Settling: answers are brought into their normal form, computed fields are computed, and what is hidden is dropped,
 * again and again until nothing changes, because dropping one answer may hide another field. An answer that was dropped
 * does not come back within one settling, so it always ends, and settling the result changes nothing.
 */

/** The answers of one form or of one item of a repeating group. */
export interface Settled {
  /** Normal values of what is visible and answered; what could not be read stands as it was given. */
  readonly answers: Answers;
  /** True for a component that is not shown; `place` is the path of the item it stands in, or ''. */
  readonly isHidden: (component: Component, place: string) => boolean;
  /** What is wrong with the value at a path, as far as reading can tell. */
  readonly complaints: ReadonlyMap<string, Complaint>;
}

interface Round {
  readonly reading: ReadContext;
  readonly hidden: Map<string, Set<Component>>;
  readonly complaints: Map<string, Complaint>;
}

/** Where components stand: the path of the item, its answers, and the answers around it. */
interface Scope {
  readonly place: string;
  readonly own: Answers;
  readonly variables: Answers;
}

/** True for a JSON object. */
export const isRecord = (value: Json | undefined): value is Answers =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The items of a repeating group; what is no object is left out. */
export const itemsOf = (value: Json | undefined): readonly Answers[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];

/** The expression of a computed field, from `properties.computed`. */
export const computedOf = (field: FieldComponent): string | undefined => field.properties?.['computed'];

function given(field: FieldComponent, scope: Scope): Json {
  const expression = computedOf(field);
  return expression ? evaluate(expression, scope.variables) : (scope.own[field.key] ?? null);
}

function settleField(field: FieldComponent, scope: Scope, round: Round): Answers {
  const schema = schemaOf(field);
  const value = given(field, scope);
  // An unticked box is an answer, so that a diagram may ask for it; every other empty value is an absent one.
  if (schema.isEmpty(value)) return schema.emptyValue === false ? { [field.key]: false } : {};
  const reading = schema.read(value, field, round.reading);
  if ('value' in reading) return { [field.key]: reading.value };
  round.complaints.set(joinPath(scope.place, field.key), reading.complaint);
  return { [field.key]: value };
}

function settleList(list: ListComponent, scope: Scope, round: Round): Answers {
  const value = scope.own[list.path] ?? null;
  const path = joinPath(scope.place, list.path);
  if (value !== null && (!Array.isArray(value) || value.some((item: Json) => !isRecord(item)))) {
    round.complaints.set(path, { code: 'field.wrong-type', params: { expected: 'list' } });
    return { [list.path]: value };
  }
  const items = itemsOf(value).map((item, index) => {
    const variables = { ...scope.variables, parent: scope.own, ...item, this: item, i: index + 1 };
    return settleAll(list.components, { place: `${path}[${index}]`, own: item, variables }, round);
  });
  return items.length === 0 ? {} : { [list.path]: items };
}

function hide(component: Component, place: string, round: Round): void {
  const set = round.hidden.get(place) ?? new Set<Component>();
  round.hidden.set(place, set.add(component));
}

function settleAll(components: readonly Component[], scope: Scope, round: Round): Answers {
  const parts = components.map((component): Answers => {
    if (isTrue(component.conditional?.hide, scope.variables)) {
      hide(component, scope.place, round);
      return {};
    }
    if (isText(component)) return {};
    if (isGroup(component)) return settleAll(component.components, scope, round);
    return isList(component) ? settleList(component, scope, round) : settleField(component, scope, round);
  });
  return parts.reduce((all, part) => ({ ...all, ...part }), {});
}

/** A bound for documents whose computed fields feed each other without end; each round costs one reading of the form. */
const MOST_ROUNDS = 100;

/** What expressions and values are read against. */
export interface SettleContext {
  /** What expressions may refer to besides the answers. */
  readonly variables: Answers;
  /** Left out where only visibility matters; attachments then count as unread. */
  readonly reading?: ReadContext;
}

const usualReading = ({ today }: Answers): ReadContext => ({ today: typeof today === 'string' ? today : '' });

/** Settles the answers of a form; keys that the form does not have are dropped. */
export function settle(form: FormDocument, answers: Answers, { variables, reading }: SettleContext): Settled {
  let current = answers;
  for (let count = 1; ; count += 1) {
    const round: Round = { reading: reading ?? usualReading(variables), hidden: new Map(), complaints: new Map() };
    const scope = { place: '', own: current, variables: { ...variables, ...current } };
    const next = settleAll(form.components, scope, round);
    if (count === MOST_ROUNDS || JSON.stringify(next) === JSON.stringify(current)) {
      const isHidden = (component: Component, place: string): boolean =>
        round.hidden.get(place)?.has(component) ?? false;
      return { answers: next, isHidden, complaints: round.complaints };
    }
    current = next;
  }
}
