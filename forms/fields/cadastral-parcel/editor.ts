import type { FieldEditor } from '../editor-types.ts';
import { line } from '../settings.ts';

const parts = line('properties.parts', 'parts');

/** How an analyst sets a parcel of the land registry. */
export const cadastralParcelEditor: FieldEditor = {
  group: 'place',
  icon: 'it-map-marker',
  fresh: { type: 'textfield', properties: { type: 'cadastral-parcel' } },
  settings: [{ ...parts, field: { ...parts.field, description: 'settings.partsOfParcelHint' } }],
};
