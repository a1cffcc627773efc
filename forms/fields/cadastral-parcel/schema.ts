import type { FieldComponent, Json } from '../../schema/document.ts';
import { isRecord } from '../../schema/json.ts';
import { valueWords } from '../../text/values.ts';
import { codeIn } from '../../schema/clean.ts';
import { municipality } from '../municipality/schema.ts';
import { blockSchema, type Block, type Part, type PrintedPart } from '../parts.ts';
import { radio } from '../radio/schema.ts';
import { refuse, wrongType } from '../rules.ts';
import { textfield } from '../textfield/schema.ts';
import type { FieldSchema, ReadContext, Reading } from '../types.ts';

/** A number of the land registry: a text without spaces and leading zeros, of one shape. */
const registryNumber = (code: string, shape: string): FieldSchema => ({
  ...textfield,
  read: (value) => {
    if (typeof value !== 'string') return wrongType('text');
    const text = codeIn(value).replace(/^0+(?=.)/, '');
    const isRight = new RegExp(`^(?:${shape})$`).test(text);
    return isRight ? { value: text } : refuse(`cadastral-parcel.${code}`, { given: text.slice(0, 20) });
  },
  jsonSchema: () => ({ type: 'string', pattern: `^(?:${shape})$` }),
});

// Lengths are those of the land registry's own records: section 3, sheet 4, parcel 5 over a denominator of 4, subaltern
// 4
// (Agenzia delle entrate, fornitura dei dati catastali).
const parts: readonly Part[] = [
  {
    key: 'municipality',
    label: 'fields.cadastralParcel.municipality',
    schema: municipality,
    settings: { properties: { validOn: 'today' } },
  },
  {
    key: 'kind',
    label: 'fields.cadastralParcel.kind',
    schema: radio,
    choices: [
      { value: 'land', label: 'fields.cadastralParcel.land' },
      { value: 'building', label: 'fields.cadastralParcel.building' },
    ],
  },
  {
    key: 'section',
    label: 'fields.cadastralParcel.section',
    hint: 'fields.cadastralParcel.sectionHint',
    schema: registryNumber('section', '[A-Z0-9]{1,3}'),
    isOptional: true,
  },
  { key: 'sheet', label: 'fields.cadastralParcel.sheet', schema: registryNumber('sheet', '[1-9][0-9]{0,3}[A-Z]?') },
  {
    key: 'parcel',
    label: 'fields.cadastralParcel.parcel',
    hint: 'fields.cadastralParcel.parcelHint',
    schema: registryNumber('parcel', '[1-9A-Z][0-9A-Z]{0,4}(?:/[1-9][0-9]{0,3})?'),
  },
  {
    key: 'subaltern',
    label: 'fields.cadastralParcel.subaltern',
    hint: 'fields.cadastralParcel.subalternHint',
    schema: registryNumber('subaltern', '[1-9][0-9]{0,3}'),
    isOptional: true,
  },
];

function printParcel(printed: readonly PrintedPart[], { cadastralCode }: Readonly<Record<string, Json>>): string {
  return printed
    .map(({ key, text, label }) => {
      if (key === 'municipality') {
        return typeof cadastralCode === 'string' ? `${text}, ${valueWords().parcel.code} ${cadastralCode}` : text;
      }
      return key === 'kind' ? text : `${label.toLowerCase()} ${text}`;
    })
    .join(', ');
}

/** The parts of a parcel; also for the field that shows them. */
export const parcelBlock: Block = {
  type: 'cadastral-parcel',
  seconds: 60,
  parts,
  usual: 'municipality, kind, section, sheet, parcel, subaltern',
  print: printParcel,
};

const block = blockSchema(parcelBlock);

function readParcel(value: Json, component: FieldComponent, context: ReadContext): Reading {
  const reading = block.read(value, component, context);
  if (!('value' in reading) || !isRecord(reading.value)) return reading;
  const { municipality: named } = reading.value;
  const istatCode = isRecord(named) ? named['istatCode'] : undefined;
  const known = typeof istatCode === 'string' ? context.municipalities?.(istatCode, context.today) : undefined;
  return known?.cadastralCode ? { value: { ...reading.value, cadastralCode: known.cadastralCode } } : reading;
}

/**
 * A parcel of the land registry: municipality with its cadastral code, register (`land` or `building`), section, sheet,
 * parcel with its denominator (`345/2`), subaltern. The answer is an object of the parts that were given, numbers as
 * texts, and `cadastralCode` where the list of municipalities has it. `properties.parts` picks the parts. Several
 * parcels are a `dynamiclist` with this field in it.
 */
export const cadastralParcel: FieldSchema = {
  ...block,
  read: readParcel,
  jsonSchema: (component) => {
    const { properties, ...rest } = block.jsonSchema(component);
    const own = isRecord(properties) ? properties : {};
    return { ...rest, properties: { ...own, cadastralCode: { type: 'string', pattern: '^[A-Z][0-9]{3}$' } } };
  },
};
