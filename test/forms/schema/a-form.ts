import type {
  Component,
  FieldComponent,
  FormDocument,
  GroupComponent,
  ListComponent,
} from '../../../forms/schema/document.ts';

/** A form of the components given; one that is not refused by `readForm` when they are right. */
export const aForm = (...components: readonly Component[]): FormDocument => ({
  type: 'default',
  id: 'prova',
  schemaVersion: 16,
  components,
});

/** A text field, with what matters to the test written over it. */
export const aField = (overrides: Partial<FieldComponent> = {}): FieldComponent => ({
  type: 'textfield',
  key: 'nome',
  label: 'Nome',
  ...overrides,
});

/** A page. */
export const aPage = (
  id: string,
  components: readonly Component[],
  overrides: Partial<GroupComponent> = {},
): GroupComponent => ({
  type: 'group',
  id,
  label: `Pagina ${id}`,
  components,
  ...overrides,
});

/** A repeating group. */
export const aList = (
  path: string,
  components: readonly Component[],
  overrides: Partial<ListComponent> = {},
): ListComponent => ({
  type: 'dynamiclist',
  path,
  label: `Elenco ${path}`,
  components,
  ...overrides,
});

/** The choices of a list, value and label alike. */
export const choices = (...values: readonly string[]) => values.map((value) => ({ value, label: value.toUpperCase() }));
