import type { FieldEditor } from '../editor-types.ts';
import { longText, oneOf } from '../settings.ts';

/** How an analyst sets a confirmation. */
export const signatureEditor: FieldEditor = {
  group: 'document',
  icon: 'it-pencil',
  fresh: { type: 'checkbox', properties: { type: 'signature', how: 'tick' }, validate: { required: true } },
  settings: [
    oneOf('properties.how', 'how', { tick: 'tick', name: 'name' }),
    longText('properties.text', 'confirmedText'),
  ],
};
