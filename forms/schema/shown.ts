import { isGroup, isList, isText } from './components.ts';
import type { Component, FieldComponent, ListComponent } from './document.ts';
import type { Settled } from './settle.ts';

/** What holds an answer. */
export type Answered = FieldComponent | ListComponent;

/** The key under which a form holds the answer of a field or a repeating group. */
export const keyOfAnswer = (component: Answered): string => (isList(component) ? component.path : component.key);

/** What holds an answer and is shown, outside repeating groups, in the order of reading. */
export function shownAnswered(components: readonly Component[], settled: Settled): readonly Answered[] {
  return components.flatMap((component): readonly Answered[] => {
    if (isText(component) || settled.isHidden(component, '')) return [];
    return isGroup(component) ? shownAnswered(component.components, settled) : [component];
  });
}
