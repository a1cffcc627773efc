import type { FieldEditor } from '../editor-types.ts';
import { oneOf } from '../settings.ts';

/** How an analyst sets a bank account. */
export const ibanEditor: FieldEditor = {
  group: 'number',
  icon: 'it-card',
  fresh: { type: 'textfield', properties: { type: 'iban' } },
  settings: [oneOf('properties.country', 'ibanCountry', { IT: 'italian' })],
};
