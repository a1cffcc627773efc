import type { Json } from '../../../forms/schema/document.ts';

/**
 * A form as it is being edited: the file's own JSON, member by member, known to us or not, except that every component
 * has an id by which changes name it. A draft may be wrong for a while; `readForm` says whether it could be shown.
 */
export interface Draft {
  readonly id: string;
  readonly components: readonly Part[];
  readonly [member: string]: unknown;
}

/** A component of a draft: field, text, group or repeating group. */
export interface Part {
  readonly id: string;
  readonly type: string;
  /** The parts inside a group or a repeating group. */
  readonly components?: readonly Part[];
  readonly [member: string]: unknown;
}

/** Where a part stands or is to be put: inside which holder (none: the form itself), before the part at this index. */
export interface Place {
  readonly parent?: string | undefined;
  readonly index: number;
}

/** True for a part that other parts can be put into. */
export const isHolder = (part: Part): boolean => part.type === 'group' || part.type === 'dynamiclist';

/** The parts inside a part; none for a field. */
export const insideOf = (part: Part): readonly Part[] => part.components ?? [];

/** The member under which a part keeps the name of its answer; pages, groups and texts have no answer. */
export const keyMember = (part: Part): 'key' | 'path' | undefined => {
  if (part.type === 'group' || part.type === 'text') return undefined;
  return part.type === 'dynamiclist' ? 'path' : 'key';
};

/** The name of a part's answer, when it has one. */
export function keyOf(part: Part): string | undefined {
  const member = keyMember(part);
  const key = member === undefined ? undefined : part[member];
  return typeof key === 'string' ? key : undefined;
}

/** A member that is a text; undefined when it is absent or something else. */
export function textAt(part: Part, at: string): string | undefined {
  const value = memberAt(part, at);
  return typeof value === 'string' ? value : undefined;
}

/** The member at a dotted path such as `validate.max`; undefined where there is none. */
export function memberAt(part: Part | Draft, at: string): unknown {
  return at
    .split('.')
    .reduce<unknown>((value, name) => (isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined), part);
}

/** True for a JSON object. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * An object with the member at a dotted path set, or removed with `undefined`; objects left empty on the way go too.
 */
export function withMember<Whole extends object>(whole: Whole, at: string, value: Json | undefined): Whole {
  const [name = '', ...rest] = at.split('.');
  const own: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries(whole));
  const inner = own[name];
  const next = rest.length === 0 ? value : emptied(withMember(isObject(inner) ? inner : {}, rest.join('.'), value));
  const { [name]: _before, ...others } = own;
  // A member that stays keeps its place, so that files change where something was changed.
  const members = next === undefined ? others : { ...own, [name]: next };
  // Nothing but the member named was touched: the border between the typed whole and its members by name.
  return members as Whole;
}

const emptied = (value: object): object | undefined => (Object.keys(value).length === 0 ? undefined : value);
