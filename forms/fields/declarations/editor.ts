import type { FieldEditor } from '../editor-types.ts';
import { explained, freshChoices, line } from '../settings.ts';

/** How an analyst sets declarations; the declarations themselves are the choices. */
export const declarationsEditor: FieldEditor = {
  group: 'document',
  icon: 'it-check-circle',
  fresh: {
    type: 'checklist',
    values: freshChoices,
    properties: { type: 'declarations' },
    validate: { required: true },
  },
  settings: [explained(line('properties.optional', 'optionalDeclarations'))],
};
