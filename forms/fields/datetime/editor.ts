import type { FieldEditor } from '../editor-types.ts';
import { explained, line, oneOf } from '../settings.ts';

/** How an analyst sets a calendar day, a time of day or both. */
export const datetimeEditor: FieldEditor = {
  group: 'date',
  icon: 'it-calendar',
  fresh: { type: 'datetime', subtype: 'date' },
  settings: [
    oneOf('subtype', 'subtype', { date: 'date', time: 'time', datetime: 'datetime' }),
    explained(line('properties.notBefore', 'notBefore')),
    explained(line('properties.notAfter', 'notAfter')),
  ],
};
