import type { FieldEditor } from '../editor-types.ts';
import { count, explained, line, oneOf } from '../settings.ts';

/** How an analyst sets a repeating group. */
export const dynamiclistEditor: FieldEditor = {
  group: 'structure',
  icon: 'it-plus-circle',
  fresh: { type: 'dynamiclist', components: [] },
  settings: [
    oneOf('properties.presentation', 'presentation', { cards: 'cards', table: 'table' }),
    explained(line('properties.itemLabel', 'itemLabel')),
    count('properties.minItems', 'minItems'),
    count('properties.maxItems', 'maxItems'),
    explained(count('defaultRepetitions', 'firstItems')),
  ],
};
