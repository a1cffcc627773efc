import type { FieldEditor } from '../editor-types.ts';
import { blockSettings } from '../settings-of-blocks.ts';

/** How an analyst sets a person. */
export const personEditor: FieldEditor = {
  group: 'person',
  icon: 'it-user',
  fresh: { type: 'textfield', properties: { type: 'person' } },
  settings: blockSettings('person'),
};
