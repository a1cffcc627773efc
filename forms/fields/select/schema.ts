import { checkChoices, choiceSchema, printChoice, readChoice } from '../choices.ts';
import { isBlank } from '../rules.ts';
import type { FieldSchema } from '../types.ts';

/** One choice out of a list; the widget follows the number of choices. */
export const select: FieldSchema = {
  type: 'select',
  carriers: ['radio', 'select'],
  emptyValue: '',
  seconds: 8,
  isEmpty: isBlank,
  read: readChoice,
  print: printChoice,
  jsonSchema: choiceSchema,
  check: checkChoices,
};
