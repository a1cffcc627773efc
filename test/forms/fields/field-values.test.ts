import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { meantAddress } from '../../../forms/fields/email/schema.ts';
import { doubtfulCents } from '../../../forms/fields/amount/schema.ts';
import { doubtfulNumber } from '../../../forms/fields/number/schema.ts';
import { partsOf } from '../../../forms/fields/parts.ts';
import { addressBlock } from '../../../forms/fields/address/schema.ts';
import { provinceOf } from '../../../forms/fields/address/provinces.ts';
import { fieldSchemas, schemaOf } from '../../../forms/fields/schemas.ts';
import type { FieldComponent, Json } from '../../../forms/schema/document.ts';
import { isRecord } from '../../../forms/schema/json.ts';
import { aField } from '../schema/a-form.ts';
import { everyLookup, keyOf, oneOfEach, rightAnswers } from '../schema/one-of-each.ts';
import { fc, runsOr } from '../../support/random.ts';

interface Case {
  readonly type: string;
  readonly value: Json;
  readonly properties?: Readonly<Record<string, string>>;
  /** What is right, in words where it is no value. */
  readonly right: string;
}

/** Values of public bug reports, with what is right. */
const cases = JSON.parse(readFileSync(new URL('field-values.json', import.meta.url), 'utf8')) as readonly Case[];

/** What the words of the cases stand for. */
const WORDS: Readonly<Record<string, unknown>> = {
  '0.125, or asked': { value: 0.125 },
  'refused: three decimals': { complaint: { code: 'amount.decimals' } },
  'asked (latitude?), at least never silently where decimalDigits > 0': { value: 44_494 },
  'accepted, extension kept': { value: '051123456 int. 12' },
  'accepted: provisional code (control digit right)': { value: '01234567897' },
  'bidi controls removed': { value: 'AnnairossA' },
};

const fieldOf = ({ type, properties }: Case): FieldComponent => aField({ properties: { type, ...properties } });

describe('a value that was reported', () => {
  it.each(cases.map((each) => [JSON.stringify(each.value), each] as const))('%s is read as is right', (_text, each) => {
    if (isRecord(each.value)) {
      const part = partsOf(addressBlock, fieldOf(each), {}).find(({ key }) => key === 'province');
      expect(part?.schema.read(each.value['province'] ?? null, fieldOf(each), everyLookup)).toEqual({
        value: each.right,
      });
      return;
    }
    const field = fieldOf(each);
    expect(schemaOf(field).read(each.value, field, everyLookup)).toMatchObject(
      WORDS[each.right] ?? { value: each.right },
    );
  });

  it.each([
    ['44.494', 44_494],
    ['12.5', 12.5],
    ['0.125', 0.125],
    ['1,250', 1.25],
    ['1.250,5', undefined],
    ['12,50', undefined],
    ['1250', undefined],
    ['1.250.000', undefined],
    ['uno.due', undefined],
  ])('%s is shown as it is read where it is doubtful', (text, number) => {
    expect(doubtfulNumber(text, aField({ type: 'number' }))).toBe(number);
  });

  it('shows nothing of a number that is asked', () => {
    expect(doubtfulNumber('44.494', aField({ type: 'number', decimalDigits: 6 }))).toBeUndefined();
  });

  it('shows a doubtful amount in cents', () => {
    expect(['1.250 €', '12.5', '0.125'].map(doubtfulCents)).toEqual([125_000, 1250, undefined]);
  });
});

describe('the domain of an address', () => {
  it.each([
    ['gmial.com', 'gmail.com'],
    ['gmail.con', 'gmail.com'],
    ['gmail.it', 'gmail.com'],
    ['gamil.com', 'gmail.com'],
    ['libero.ti', 'libero.it'],
    ['libero.com', 'libero.it'],
    ['hotmial.it', 'hotmail.it'],
    ['yaho.it', 'yahoo.it'],
    ['outlok.com', 'outlook.com'],
    ['GMIAL.COM', 'gmail.com'],
  ])('%s is probably a slip', (domain, meant) => {
    expect(meantAddress(`Ada@${domain}`)).toBe(`Ada@${meant}`);
  });

  it.each(['gmail.com', 'yahoo.com', 'hotmail.it', 'mail.com', 'esempio.it', 'regione.emilia-romagna.it', 'pec.it'])(
    '%s may well be right',
    (domain) => {
      expect(meantAddress(`ada@${domain}`)).toBeUndefined();
    },
  );
});

describe('a province', () => {
  it.each([
    ['Reggio Emilia', 'RE'],
    ["Reggio nell'Emilia", 'RE'],
    ['Reggio nell’Emilia', 'RE'],
    ['Reggio Calabria', 'RC'],
    ['Forlì', 'FC'],
    ['Forli-Cesena', 'FC'],
    ['Pesaro', 'PU'],
    ['Massa', 'MS'],
    ['Monza Brianza', 'MB'],
    ['Bolzano/Bozen', 'BZ'],
    ['Provincia di Bologna', 'BO'],
    ['Città metropolitana di Bologna', 'BO'],
    ['(mo)', 'MO'],
  ])('%s is found by this name', (name, letters) => {
    expect(provinceOf(name)).toBe(letters);
  });

  it.each(['Emilia', 'Italia', 'Provincia', ''])('«%s» is none', (name) => {
    expect(provinceOf(name)).toBeUndefined();
  });
});

describe('an address of Italy', () => {
  it.each(['IT', 'ITA', 'it', 'Italy', 'Repubblica Italiana'])('keeps its country as Italia for %s', (country) => {
    const [given] = rightAnswers['address'] ?? [];
    const field = aField({ properties: { type: 'address' } });
    const value = { ...(isRecord(given) ? given : {}), country };
    expect(fieldSchemas.address.read(value, field, everyLookup)).toMatchObject({ value: { country: 'Italia' } });
  });
});

const UNSEEN = [
  '\u200b',
  '\u202e',
  '\u202a',
  '\u2066',
  '\u00ad',
  '\ufeff',
  '\u200d',
  '\u061c',
  '\u{e0041}',
  '\u0000',
  '\u0085',
];
const textsIn = (value: Json): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : isRecord(value) || Array.isArray(value)
      ? Object.values(value).flatMap(textsIn)
      : [];

/** A value with something unseen put into each of its texts. */
function soiled(value: Json, put: (text: string) => string): Json {
  if (typeof value === 'string') return put(value);
  if (Array.isArray(value)) return value.map((item: Json) => soiled(item, put));
  return isRecord(value)
    ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, soiled(each, put)]))
    : value;
}

const uploads = (uploadId: string) =>
  uploadId === 'u' ? { name: '\u202efdp.u\u200b', size: 10, mediaType: 'application/pdf' } : undefined;

/** Types whose answers are not written but chosen or made: what was added to one is refused. */
const NOT_WRITTEN = [
  'radio',
  'select',
  'checklist',
  'filepicker',
  'municipality',
  'cadastral-parcel',
  'map',
  'signature',
  'declarations',
];

describe('what cannot be seen', () => {
  it.each(Object.keys(rightAnswers))('is never kept in an answer of the type %s', (type) => {
    const field = oneOfEach.find(({ key }) => key === keyOf(type)) ?? aField();
    const written = rightAnswers[type] ?? [];
    fc.assert(
      fc.property(fc.constantFrom(...written), fc.constantFrom(...UNSEEN), fc.nat(), (value, unseen, at) => {
        const given = soiled(value, (text) => {
          const place = at % (text.length + 1);
          return `${text.slice(0, place)}${unseen}${text.slice(place)}`;
        });
        const reading = schemaOf(field).read(given, field, { ...everyLookup, uploads });
        if ('value' in reading) expect(textsIn(reading.value).filter((text) => text.includes(unseen))).toEqual([]);
        // Of a line end people mean a space: it parts what it stands in.
        const isSame = unseen !== '\u0085' && !NOT_WRITTEN.includes(type);
        if (isSame) expect(reading).toEqual(schemaOf(field).read(value, field, everyLookup));
      }),
      { numRuns: runsOr(200) },
    );
  });

  it('is looked for in every type that holds an answer', () => {
    const tried = [...Object.keys(rightAnswers), 'expression'];
    expect(Object.keys(fieldSchemas).filter((type) => !tried.includes(type))).toEqual([]);
  });

  it('makes no answer of its own', () => {
    const texts = Object.values(fieldSchemas).filter(
      ({ emptyValue, type }) => emptyValue === '' && type !== 'expression',
    );
    expect(texts.filter(({ isEmpty }) => !isEmpty('\u200b \u202e')).map(({ type }) => type)).toEqual([]);
  });
});
