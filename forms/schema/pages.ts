import { typeName } from '../fields/schemas.ts';
import { isGroup, isList, isText, joinPath } from './components.ts';
import type { Answers, Component, FieldComponent, FormDocument, GroupComponent, ListComponent } from './document.ts';
import { settle, type Settled } from './settle.ts';

/** A page of a form: a top-level group or repeating group, or the components that stand beside them. */
export interface Page {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly components: readonly Component[];
  /** The group that makes the page, or the repeating group whose items do; absent on the implicit page. */
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
 * The pages in their order. In a form with pages a repeating group at the top is a page of its own, whose items repeat.
 * Components outside make one page, with the id `page` and no label, which stands where the first of them stands.
 */
export function pagesOf(form: FormDocument): readonly Page[] {
  const before = pages.get(form);
  if (before) return before;
  const made = dividedInPages(form);
  pages.set(form, made);
  return made;
}

// Documents are values that nobody changes.
const pages = new WeakMap<FormDocument, readonly Page[]>();
const fields = new WeakMap<FormDocument, readonly PlacedField[]>();

function dividedInPages(form: FormDocument): readonly Page[] {
  const hasPages = form.components.some(isGroup);
  const isPage = (component: Component): component is GroupComponent | ListComponent =>
    isGroup(component) || (hasPages && isList(component));
  const loose = form.components.filter((component) => !isPage(component));
  const found = form.components.map((component, index): Page | undefined => {
    if (isPage(component)) {
      const { id = isList(component) ? component.path : `page-${index + 1}`, label = '', description } = component;
      const components = isList(component) ? [component] : component.components;
      return { id, label, components, group: component, ...(description === undefined ? {} : { description }) };
    }
    return component === loose[0] ? { id: IMPLICIT_PAGE, label: '', components: loose } : undefined;
  });
  return found.filter((page) => page !== undefined);
}

/**
 * The pages that a person has to go through: a page is left out when it is hidden or nothing on it is visible.
 * `context` holds what the answers may refer to besides themselves (the dossier, `parameters`, `today`).
 */
export const visiblePages = (form: FormDocument, answers: Answers, context: Answers = {}): readonly Page[] =>
  visiblePagesOf(form, settle(form, answers, { variables: context }));

/** The same for answers that are settled already. */
export function visiblePagesOf(form: FormDocument, { isHidden }: Pick<Settled, 'isHidden'>): readonly Page[] {
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
export function fieldsOf(form: FormDocument): readonly PlacedField[] {
  const before = fields.get(form);
  if (before) return before;
  const made = pagesOf(form).flatMap((page) => place(page.components, '', page.id));
  fields.set(form, made);
  return made;
}

/** The fields of a form that are of a type, also those inside repeating groups. */
export const fieldsOfType = (form: FormDocument, type: string): readonly PlacedField[] =>
  fieldsOf(form).filter(({ component }) => !isList(component) && typeName(component) === type);

/**
 * The field or repeating group in which the answer of an issue's path is given; for the part of an answer with parts
 * (`richiedente.familyName`) the field that holds it. Undefined when no field has it.
 */
export function fieldOfPath(form: FormDocument, path: string): PlacedField | undefined {
  const plain = path.replace(/\[\d+\]/g, '');
  // What stands in a repeating group comes after it.
  return fieldsOf(form).findLast((field) => plain === field.path || plain.startsWith(`${field.path}.`));
}

/** The id of the page on which the answer of an issue's path is given; undefined when no field has it. */
export const pageOfPath = (form: FormDocument, path: string): string | undefined => fieldOfPath(form, path)?.pageId;
