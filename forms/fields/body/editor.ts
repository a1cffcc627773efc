import type { FieldEditor } from '../editor-types.ts';

/** How an analyst sets the choice of a public body. */
export const bodyEditor: FieldEditor = {
  group: 'company',
  icon: 'it-pa',
  fresh: { type: 'textfield', properties: { type: 'body' } },
  settings: [],
};
