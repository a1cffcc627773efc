import type { FieldEditor } from '../editor-types.ts';
import { count, explained, flag, line, oneOf } from '../settings.ts';

/** How an analyst sets an attachment. */
export const filepickerEditor: FieldEditor = {
  group: 'document',
  icon: 'it-clip',
  fresh: { type: 'filepicker' },
  settings: [
    explained(line('accept', 'accept')),
    flag('multiple', 'multiple'),
    count('properties.maxFiles', 'maxFiles'),
    count('properties.maxSizeMb', 'maxSizeMb'),
    explained(oneOf('properties.signature', 'signature', { any: 'any', pdf: 'pdf', p7m: 'p7m' })),
    explained(line('properties.template', 'template')),
  ],
};
