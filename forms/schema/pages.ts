import { isGroup, isList, isText, joinPath } from './components.ts';
import type { Answers, Component, FieldComponent, FormDocument, ListComponent } from './document.ts';
import { settle } from './settle.ts';

/** A page of a form: a top-level group, or the components that stand beside the groups. */
export interface Page {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly components: readonly Component[];
  /** The group that makes the page; absent on the implicit page. */
  readonly group?: Component;
}

/** A field or repeating group with the place where it stands. */
export interface PlacedField {
  /** Keys joined by dots; the fields of a repeating group stand under its path: `controinteressati.email`. */
  readonly path: string;
  readonly pageId: string;
  readonly component: FieldComponent | ListComponent;
}

/** The id of the page made of the components that stand in no group. */
export const IMPLICIT_PAGE = 'page';

/**
 * The pages in their order. Components outside the groups make one page, with the id `page` and no label, which stands
 * where the first of them stands.
 */
export function pagesOf(form: FormDocument): readonly Page[] {
  const loose = form.components.filter((component) => !isGroup(component));
  const pages = form.components.map((component, index): Page | undefined => {
    if (isGroup(component)) {
      const { id = `page-${index + 1}`, label = '', description, components } = component;
      return { id, label, components, group: component, ...(description === undefined ? {} : { description }) };
    }
    return component === loose[0] ? { id: IMPLICIT_PAGE, label: '', components: loose } : undefined;
  });
  return pages.filter((page) => page !== undefined);
}

/**
 * The pages that a person has to go through: a page is left out when it is hidden or nothing on it is visible.
 * `context` holds what the answers may refer to besides themselves (the dossier, `parameters`, `today`).
 */
export function visiblePages(form: FormDocument, answers: Answers, context: Answers = {}): readonly Page[] {
  const { isHidden } = settle(form, answers, { variables: context });
  const hasContent = (components: readonly Component[]): boolean =>
    components.some(
      (component) => !isHidden(component, '') && (!isGroup(component) || hasContent(component.components)),
    );
  return pagesOf(form).filter((page) => !(page.group && isHidden(page.group, '')) && hasContent(page.components));
}

function place(components: readonly Component[], parent: string, pageId: string): readonly PlacedField[] {
  return components.flatMap((component): readonly PlacedField[] => {
    if (isText(component)) return [];
    if (isGroup(component)) return place(component.components, parent, pageId);
    if (!isList(component)) return [{ path: joinPath(parent, component.key), pageId, component }];
    const path = joinPath(parent, component.path);
    return [{ path, pageId, component }, ...place(component.components, path, pageId)];
  });
}

/** All fields and repeating groups of a form, flat, in the order of reading. */
export const fieldsOf = (form: FormDocument): readonly PlacedField[] =>
  pagesOf(form).flatMap((page) => place(page.components, '', page.id));

/** The id of the page on which the answer of an issue's path is given; undefined when no field has it. */
export function pageOfPath(form: FormDocument, path: string): string | undefined {
  const plain = path.replace(/\[\d+\]/g, '');
  return fieldsOf(form).find((field) => field.path === plain)?.pageId;
}
