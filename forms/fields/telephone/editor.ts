import type { FieldEditor } from '../editor-types.ts';
import { autocomplete } from '../settings.ts';

/** How an analyst sets a telephone number. */
export const telephoneEditor: FieldEditor = {
  group: 'person',
  icon: 'it-telephone',
  fresh: { type: 'textfield', properties: { type: 'telephone' } },
  settings: [autocomplete],
};
