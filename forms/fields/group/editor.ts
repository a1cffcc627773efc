import type { FieldEditor } from '../editor-types.ts';

/** How an analyst sets a page or a group; it has nothing besides its label and its explanation. */
export const groupEditor: FieldEditor = {
  group: 'structure',
  icon: 'it-folder',
  fresh: { type: 'group', components: [] },
  settings: [],
};
