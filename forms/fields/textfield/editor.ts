import type { FieldEditor } from '../editor-types.ts';
import { adorners, autocomplete, lengths, shape } from '../settings.ts';

/** How an analyst sets one line of text. */
export const textfieldEditor: FieldEditor = {
  group: 'text',
  icon: 'it-pencil',
  fresh: { type: 'textfield' },
  settings: [...lengths, ...shape, ...adorners, autocomplete],
};
