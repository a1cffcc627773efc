import type { Component, GroupComponent, ListComponent, TextComponent } from './document.ts';

/** True for a page or a group of fields. */
export const isGroup = (component: Component): component is GroupComponent => component.type === 'group';

/** True for a repeating group. */
export const isList = (component: Component): component is ListComponent => component.type === 'dynamiclist';

/** True for a text shown to the reader. */
export const isText = (component: Component): component is TextComponent => component.type === 'text';

/** The place of an answer inside another: `persone[0]` and `email` give `persone[0].email`. */
export const joinPath = (parent: string, key: string): string => (parent === '' ? key : `${parent}.${key}`);

/** The whole number that a property holds; `fallback` when it is absent or not a whole number of at least zero. */
export function wholeNumber(text: string | undefined, fallback: number): number {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : fallback;
}

/** The most items a repeating group accepts when its document does not say it. */
const USUAL_ITEMS = 50;

/** How many items a repeating group wants: `properties.minItems` and `properties.maxItems`, else 0 and 50. */
export function itemLimits(list: ListComponent): { readonly min: number; readonly max: number } {
  return {
    min: wholeNumber(list.properties?.['minItems'], 0),
    max: wholeNumber(list.properties?.['maxItems'], USUAL_ITEMS),
  };
}
