import type { FieldEditor } from '../editor-types.ts';
import { count, explained, line } from '../settings.ts';

/** How an analyst sets a period. */
export const periodEditor: FieldEditor = {
  group: 'date',
  icon: 'it-calendar',
  fresh: { type: 'textfield', properties: { type: 'period' } },
  settings: [
    count('properties.minDays', 'minDays'),
    count('properties.maxDays', 'maxDays'),
    explained(line('properties.notBefore', 'notBefore')),
    explained(line('properties.notAfter', 'notAfter')),
  ],
};
