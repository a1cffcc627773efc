import type { FieldEditor } from '../editor-types.ts';
import { autocomplete } from '../settings.ts';

/** How an analyst sets the address of a web page. */
export const urlEditor: FieldEditor = {
  group: 'text',
  icon: 'it-link',
  fresh: { type: 'textfield', properties: { type: 'url' } },
  settings: [autocomplete],
};
