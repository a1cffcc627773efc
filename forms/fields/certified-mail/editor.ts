import type { FieldEditor } from '../editor-types.ts';
import { autocomplete } from '../settings.ts';

/** How an analyst sets a certified mail address. */
export const certifiedMailEditor: FieldEditor = {
  group: 'company',
  icon: 'it-mail',
  fresh: { type: 'textfield', properties: { type: 'certified-mail' } },
  settings: [autocomplete],
};
