import type { FieldEditor } from '../editor-types.ts';
import { number } from '../settings.ts';

/** How an analyst sets an amount of money. */
export const amountEditor: FieldEditor = {
  group: 'number',
  icon: 'it-card',
  fresh: { type: 'number', properties: { type: 'amount' }, validate: { min: 0 } },
  settings: [number('validate.min', 'minEuro'), number('validate.max', 'maxEuro')],
};
