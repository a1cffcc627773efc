import { schemaOf, typeName } from '../fields/schemas.ts';
import type { Complaint, ReadContext } from '../fields/types.ts';
import { isGroup, isList, isText, joinPath } from './components.ts';
import type { Answers, Component, FieldComponent, FormDocument, Json, ListComponent } from './document.ts';
import { evaluate, isTrue } from './feel.ts';
import { fieldNow, isReadOnly } from './field-now.ts';
import { isRecord, isSame, itemsOf, overlaid } from './json.ts';

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
  /** What is wrong with the value of the field at a path, as far as reading can tell. */
  readonly complaints: ReadonlyMap<string, readonly Complaint[]>;
  /** A field as it is at a place: required, read-only and with the choices that its conditions give. */
  readonly fieldAt: (field: FieldComponent, place: string) => FieldComponent;
}

interface Round {
  readonly hidden: Map<string, Set<Component>>;
  readonly complaints: Map<string, readonly Complaint[]>;
  readonly fields: Map<string, FieldComponent>;
}

/** Where components stand: the path of the item, its answers, and what expressions and readings see there. */
interface Scope {
  readonly place: string;
  readonly own: Answers;
  readonly variables: Answers;
  readonly reading: ReadContext;
  /** What read-only fields hold there; inside a list first that of the item at this place, then those of all items. */
  readonly held: readonly Answers[] | undefined;
}

type Entry = readonly [key: string, value: Json];

/** The expression of a computed field: `properties.computed`, or the `expression` of form-js' type of that name. */
export const computedOf = (field: FieldComponent): string | undefined =>
  field.properties?.['computed'] ?? (typeName(field) === 'expression' ? field.expression : undefined);

/**
 * What expressions inside an item of a repeating group see: the item over its surroundings; `parent`, `this` and `i`.
 */
export const itemVariables = (around: Pick<Scope, 'own' | 'variables'>, item: Answers, index: number): Answers =>
  overlaid(around.variables, { parent: around.own }, item, { this: item, i: index + 1 });

function given(field: FieldComponent, scope: Scope): Json {
  const expression = computedOf(field);
  if (expression) return evaluate(expression, scope.variables);
  return scope.held && isReadOnly(field) ? heldValue(field, scope, scope.held) : (scope.own[field.key] ?? null);
}

/** Items may have been taken out before this one: what another item held is right as well. */
function heldValue({ key, defaultValue = null }: FieldComponent, { own }: Scope, held: readonly Answers[]): Json {
  const value = own[key] ?? null;
  const isKnown = value !== null && held.some((each) => isSame(each[key], value));
  return isKnown ? value : (held[0]?.[key] ?? defaultValue);
}

function settleField(document: FieldComponent, scope: Scope, round: Round): Entry | undefined {
  const path = joinPath(scope.place, document.key);
  const field = fieldNow(document, scope.variables);
  if (field !== document) round.fields.set(path, field);
  const schema = schemaOf(field);
  const value = given(field, scope);
  // An unticked box is an answer, so that a diagram may ask for it; every other empty value is an absent one.
  if (schema.isEmpty(value)) return schema.emptyValue === false ? [field.key, false] : undefined;
  const reading = schema.read(value, field, scope.reading);
  if ('value' in reading) return [field.key, reading.value];
  round.complaints.set(path, [reading.complaint, ...(reading.more ?? [])]);
  return [field.key, value];
}

function settleList(list: ListComponent, scope: Scope, round: Round): Entry | undefined {
  const value = scope.own[list.path] ?? null;
  const path = joinPath(scope.place, list.path);
  if (value !== null && (!Array.isArray(value) || value.some((item: Json) => !isRecord(item)))) {
    round.complaints.set(path, [{ code: 'field.wrong-type', params: { expected: 'list' } }]);
    return [list.path, value];
  }
  const heldItems = scope.held && itemsOf(scope.held[0]?.[list.path]);
  const items = itemsOf(value).map((item, index) => {
    const reading = { ...scope.reading, beside: item };
    const held = heldItems && [heldItems[index] ?? {}, ...heldItems];
    const variables = itemVariables(scope, item, index);
    const inside = { place: `${path}[${index}]`, own: item, variables, reading, held };
    return Object.fromEntries(settleAll(list.components, inside, round));
  });
  return items.length === 0 ? undefined : [list.path, items];
}

function hide(component: Component, place: string, round: Round): void {
  const set = round.hidden.get(place) ?? new Set<Component>();
  round.hidden.set(place, set.add(component));
}

/** The answers of components that are shown; a loop and not `flatMap`, which takes twice as long here. */
function settleAll(components: readonly Component[], scope: Scope, round: Round): readonly Entry[] {
  const entries: Entry[] = [];
  for (const component of components) {
    if (isTrue(component.conditional?.hide, scope.variables)) hide(component, scope.place, round);
    else if (isGroup(component)) entries.push(...settleAll(component.components, scope, round));
    else if (!isText(component)) {
      const entry = isList(component) ? settleList(component, scope, round) : settleField(component, scope, round);
      if (entry) entries.push(entry);
    }
  }
  return entries;
}

/**
 * A bound for documents whose computed fields feed each other without end; each round costs one reading of the form.
 */
const MOST_ROUNDS = 100;

/** What expressions and values are read against. */
export interface SettleContext {
  /** What expressions may refer to besides the answers. */
  readonly variables: Answers;
  /** Left out where only visibility matters; what needs a look-up then counts as unread. */
  readonly reading?: ReadContext;
  /**
   * What fields that are read-only at the moment hold, whatever the answers say (see `heldAnswers`). Left out where the
   * answers are believed, because they have been judged before.
   */
  readonly held?: Answers | undefined;
}

const usualReading = ({ today }: Answers): ReadContext => ({ today: typeof today === 'string' ? today : '' });

/** Settles the answers of a form; keys that the form does not have are dropped. */
export function settle(form: FormDocument, answers: Answers, { variables, reading, held }: SettleContext): Settled {
  const outside = reading ?? usualReading(variables);
  let own = answers;
  for (let count = 1; ; count += 1) {
    const round: Round = { hidden: new Map(), complaints: new Map(), fields: new Map() };
    const reads = { ...outside, beside: own };
    const scope = { place: '', own, variables: overlaid(variables, own), reading: reads, held: held && [held] };
    const next = Object.fromEntries(settleAll(form.components, scope, round));
    if (count === MOST_ROUNDS || isSame(next, own)) return settled(next, round);
    own = next;
  }
}

const settled = (answers: Answers, { hidden, complaints, fields }: Round): Settled => ({
  answers,
  complaints,
  isHidden: (component, place) => hidden.get(place)?.has(component) ?? false,
  fieldAt: (field, place) => fields.get(joinPath(place, field.key)) ?? field,
});
