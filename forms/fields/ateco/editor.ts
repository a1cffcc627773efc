import type { FieldEditor } from '../editor-types.ts';

/** How an analyst sets a code of economic activity. */
export const atecoEditor: FieldEditor = {
  group: 'company',
  icon: 'it-code-circle',
  fresh: { type: 'textfield', properties: { type: 'ateco' } },
  settings: [],
};
