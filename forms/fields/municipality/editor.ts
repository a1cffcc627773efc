import type { FieldEditor } from '../editor-types.ts';
import { explained, line } from '../settings.ts';

/** How an analyst sets a municipality. */
export const municipalityEditor: FieldEditor = {
  group: 'place',
  icon: 'it-pa',
  fresh: { type: 'textfield', properties: { type: 'municipality', validOn: 'today' } },
  settings: [explained(line('properties.validOn', 'validOn'))],
};
