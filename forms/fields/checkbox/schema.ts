import { valueWords } from '../../text/values.ts';
import { wrongType } from '../rules.ts';
import type { FieldSchema } from '../types.ts';

/**
 * A box to tick. Unticked is an answer (`false`) and not an absence, so that expressions can ask for it; a required box
 * has to be ticked, as the acknowledgement of a notice or a declaration under D.P.R. 445/2000.
 */
export const checkbox: FieldSchema = {
  type: 'checkbox',
  carriers: ['checkbox'],
  emptyValue: false,
  seconds: 6,
  isEmpty: (value) => value === null || value === false,
  read: (value) => (typeof value === 'boolean' ? { value } : wrongType('boolean')),
  jsonSchema: () => ({ type: 'boolean' }),
  print: (value) => (value === true ? valueWords().yes : valueWords().no),
};
