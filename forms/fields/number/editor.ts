import type { FieldEditor } from '../editor-types.ts';
import { adorners, count, explained, number } from '../settings.ts';

/** How an analyst sets a number. */
export const numberEditor: FieldEditor = {
  group: 'number',
  icon: 'it-chart-line',
  fresh: { type: 'number' },
  settings: [
    number('validate.min', 'min'),
    number('validate.max', 'max'),
    explained(count('decimalDigits', 'decimals')),
    ...adorners,
  ],
};
