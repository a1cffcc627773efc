import type { FieldEditor } from '../editor-types.ts';
import { freshChoices, outsideList } from '../settings.ts';

/** How an analyst sets one choice out of a list; the choices themselves are asked for every type that has `values`. */
export const selectEditor: FieldEditor = {
  group: 'choice',
  icon: 'it-list',
  fresh: { type: 'select', values: freshChoices },
  settings: [outsideList],
};
