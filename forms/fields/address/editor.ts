import type { FieldEditor } from '../editor-types.ts';
import { blockSettings } from '../settings-of-blocks.ts';

/** How an analyst sets an address. */
export const addressEditor: FieldEditor = {
  group: 'place',
  icon: 'it-map-marker',
  fresh: { type: 'textfield', properties: { type: 'address' } },
  settings: blockSettings('address'),
};
