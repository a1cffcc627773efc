import type { FieldEditor } from '../editor-types.ts';

/** How an analyst sets a box to tick; required means that it has to be ticked. */
export const checkboxEditor: FieldEditor = {
  group: 'choice',
  icon: 'it-check',
  fresh: { type: 'checkbox' },
  settings: [],
};
