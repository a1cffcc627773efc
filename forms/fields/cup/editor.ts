import type { FieldEditor } from '../editor-types.ts';

/** How an analyst sets the code of a public project. */
export const cupEditor: FieldEditor = {
  group: 'company',
  icon: 'it-code-circle',
  fresh: { type: 'textfield', properties: { type: 'cup' } },
  settings: [],
};
