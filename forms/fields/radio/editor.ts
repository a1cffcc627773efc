import type { FieldEditor } from '../editor-types.ts';
import { freshChoices, outsideList } from '../settings.ts';

/** How an analyst sets one choice out of a few; the choices themselves are asked for every type that has `values`. */
export const radioEditor: FieldEditor = {
  group: 'choice',
  icon: 'it-check-circle',
  fresh: { type: 'radio', values: freshChoices },
  settings: [outsideList],
};
