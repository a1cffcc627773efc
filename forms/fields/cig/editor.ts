import type { FieldEditor } from '../editor-types.ts';

/** How an analyst sets the code of a public tender. */
export const cigEditor: FieldEditor = {
  group: 'company',
  icon: 'it-code-circle',
  fresh: { type: 'textfield', properties: { type: 'cig' } },
  settings: [],
};
