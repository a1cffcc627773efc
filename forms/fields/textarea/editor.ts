import type { FieldEditor } from '../editor-types.ts';
import { lengths } from '../settings.ts';

/** How an analyst sets a text of many lines. */
export const textareaEditor: FieldEditor = {
  group: 'text',
  icon: 'it-file',
  fresh: { type: 'textarea' },
  settings: lengths,
};
