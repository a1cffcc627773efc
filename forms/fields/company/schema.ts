import type { FieldComponent, Json } from '../../schema/document.ts';
import { provinceOf } from '../address/provinces.ts';
import { address } from '../address/schema.ts';
import { ateco } from '../ateco/schema.ts';
import { certifiedMail } from '../certified-mail/schema.ts';
import { fiscalCode } from '../fiscal-code/schema.ts';
import { blockSchema, labelled, type Block, type Part, type PrintedPart } from '../parts.ts';
import { oneLine } from '../../schema/clean.ts';
import { refuse, wrongType } from '../rules.ts';
import { select } from '../select/schema.ts';
import { textfield } from '../textfield/schema.ts';
import type { FieldSchema, Reading } from '../types.ts';
import { vatNumber } from '../vat-number/schema.ts';

const REA = /^(?:(?:N\.?\s*)?R\.?E\.?A\.?[\s:.-]*)?([A-Za-z]{2})[\s./-]*(\d{1,7})$/i;

/** The number in the economic index of a chamber of commerce (R.E.A.; D.P.R. 581/1995, art. 9), as `BO-123456`. */
function readRea(value: Json): Reading {
  if (typeof value !== 'string') return wrongType('text');
  const written = oneLine(value);
  const [, letters = '', number] = REA.exec(written) ?? [];
  const province = provinceOf(letters);
  return number && province
    ? { value: `${province}-${number}` }
    : refuse('company.rea', { given: written.slice(0, 40) });
}

const rea: FieldSchema = {
  ...textfield,
  read: readRea,
  jsonSchema: () => ({ type: 'string', pattern: '^[A-Z]{2}-[0-9]{1,7}$' }),
};

/** The legal form is one of the list that the component names, or a text where it names none. */
function chosenFrom(part: Part, { properties = {} }: FieldComponent): Part {
  const { choicesFrom } = properties;
  return part.key === 'legalForm' && choicesFrom
    ? { ...part, schema: select, settings: { properties: { choicesFrom } } }
    : part;
}

const parts: readonly Part[] = [
  {
    key: 'name',
    label: 'fields.company.name',
    schema: textfield,
    settings: { validate: { maxLength: 200 } },
    autocomplete: 'organization',
  },
  { key: 'vatNumber', label: 'fields.company.vatNumber', schema: vatNumber },
  {
    key: 'fiscalCode',
    label: 'fields.company.fiscalCode',
    hint: 'fields.company.fiscalCodeHint',
    schema: fiscalCode,
    isOptional: true,
  },
  {
    key: 'legalForm',
    label: 'fields.company.legalForm',
    schema: textfield,
    settings: { validate: { maxLength: 100 } },
  },
  { key: 'seat', label: 'fields.company.seat', schema: address },
  { key: 'rea', label: 'fields.company.rea', hint: 'fields.company.reaHint', schema: rea },
  { key: 'ateco', label: 'fields.company.ateco', hint: 'fields.company.atecoHint', schema: ateco },
  { key: 'certifiedMail', label: 'fields.company.certifiedMail', schema: certifiedMail },
];

function printCompany(printed: readonly PrintedPart[]): string {
  const name = printed.find(({ key }) => key === 'name')?.text ?? '';
  const rest = labelled(printed.filter(({ key }) => key !== 'name')).map((line) => line.replaceAll('\n', ', '));
  return [name, ...rest].filter((line) => line !== '').join('\n');
}

/** The parts of a company; also for the fields that show them. */
export const companyBlock: Block = {
  type: 'company',
  seconds: 120,
  parts,
  usual: 'name, vatNumber, fiscalCode, seat, rea, ateco, certifiedMail',
  adapt: (asked, _written, component) => asked.map((part) => chosenFrom(part, component)),
  print: printCompany,
};

/**
 * A company: name, VAT number, fiscal code when it is another, registered office, REA number, economic activity and
 * certified mail; the legal form when `properties.parts` asks for it, from the list that `properties.choicesFrom` names
 * (`vocabulary:legal-status`) or as a text.
 */
export const company: FieldSchema = blockSchema(companyBlock);
