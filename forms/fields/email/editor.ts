import type { FieldEditor } from '../editor-types.ts';
import { autocomplete } from '../settings.ts';

/** How an analyst sets an e-mail address. */
export const emailEditor: FieldEditor = {
  group: 'person',
  icon: 'it-mail',
  fresh: { type: 'textfield', properties: { type: 'email' } },
  settings: [autocomplete],
};
