import type { FieldEditor } from '../editor-types.ts';
import { oneOf } from '../settings.ts';
import { blockSettings } from '../settings-of-blocks.ts';

/** The list of legal forms; without one the answer is a text. */
const legalForms = oneOf('properties.choicesFrom', 'legalForms', { 'vocabulary:legal-status': 'vocabulary' });

/** How an analyst sets a company. */
export const companyEditor: FieldEditor = {
  group: 'company',
  icon: 'it-pa',
  fresh: { type: 'textfield', properties: { type: 'company' } },
  settings: [...blockSettings('company'), legalForms],
};
