import type { FieldEditor } from '../editor-types.ts';
import { freshChoices, outsideList } from '../settings.ts';

/** How an analyst sets any number of choices; the choices themselves are asked for every type that has `values`. */
export const checklistEditor: FieldEditor = {
  group: 'choice',
  icon: 'it-check',
  fresh: { type: 'checklist', values: freshChoices },
  settings: [outsideList],
};
