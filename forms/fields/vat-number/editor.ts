import type { FieldEditor } from '../editor-types.ts';

/** How an analyst sets a VAT number. */
export const vatNumberEditor: FieldEditor = {
  group: 'company',
  icon: 'it-card',
  fresh: { type: 'textfield', properties: { type: 'vat-number' } },
  settings: [],
};
