import { datetime } from '../datetime/schema.ts';
import { email } from '../email/schema.ts';
import { fiscalCode } from '../fiscal-code/schema.ts';
import { municipality } from '../municipality/schema.ts';
import { blockSchema, labelled, type Block, type Part, type PrintedPart } from '../parts.ts';
import { radio } from '../radio/schema.ts';
import { telephone } from '../telephone/schema.ts';
import { textfield } from '../textfield/schema.ts';
import type { FieldSchema } from '../types.ts';

const name = { validate: { maxLength: 100 } };

const parts: readonly Part[] = [
  {
    key: 'familyName',
    label: 'fields.person.familyName',
    schema: textfield,
    settings: name,
    autocomplete: 'family-name',
  },
  { key: 'givenName', label: 'fields.person.givenName', schema: textfield, settings: name, autocomplete: 'given-name' },
  {
    key: 'fiscalCode',
    label: 'fields.person.fiscalCode',
    schema: fiscalCode,
    settings: {
      properties: {
        ...{ kind: 'person', familyName: 'familyName', givenName: 'givenName' },
        ...{ bornOn: 'bornOn', bornIn: 'birthMunicipality, bornIn', sex: 'sex' },
      },
    },
  },
  {
    key: 'bornOn',
    label: 'fields.person.bornOn',
    schema: datetime,
    settings: { properties: { notAfter: 'today' } },
    autocomplete: 'bday',
  },
  { key: 'bornIn', label: 'fields.person.bornIn', hint: 'fields.person.bornInHint', schema: textfield, settings: name },
  {
    key: 'birthMunicipality',
    label: 'fields.person.birthMunicipality',
    schema: municipality,
    settings: { properties: { validOn: 'bornOn' } },
  },
  {
    key: 'sex',
    label: 'fields.person.sex',
    schema: radio,
    choices: [
      { value: 'F', label: 'fields.person.female' },
      { value: 'M', label: 'fields.person.male' },
    ],
  },
  { key: 'email', label: 'fields.person.email', schema: email, autocomplete: 'email' },
  { key: 'phone', label: 'fields.person.phone', schema: telephone, autocomplete: 'tel' },
];

const NAMES: readonly string[] = ['givenName', 'familyName'];

function printPerson(printed: readonly PrintedPart[]): string {
  const fullName = NAMES.map((key) => printed.find((part) => part.key === key)?.text ?? '')
    .join(' ')
    .trim();
  const rest = labelled(printed.filter(({ key }) => !NAMES.includes(key)));
  return [fullName, ...rest].filter((line) => line !== '').join('\n');
}

/** The parts of a person; also for the fields that show them. */
export const personBlock: Block = {
  type: 'person',
  seconds: 75,
  parts,
  usual: 'familyName, givenName, fiscalCode, bornOn, bornIn',
  print: printPerson,
};

/**
 * A person: family name, given names, fiscal code, date and place of birth; sex, e-mail and telephone when
 * `properties.parts` asks for them. The place is a text, for people born abroad as well, or as `birthMunicipality` one
 * of the list, as it was on the day of birth. The fiscal code agrees with whatever else is known of the person.
 */
export const person: FieldSchema = blockSchema(personBlock);
