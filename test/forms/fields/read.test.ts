import { describe, expect, it } from 'vitest';
import { schemaOf } from '../../../forms/fields/schemas.ts';
import type { ReadContext } from '../../../forms/fields/types.ts';
import type { FieldComponent, Json } from '../../../forms/schema/document.ts';
import { aField, choices } from '../schema/a-form.ts';

const files = new Map([
  ['pdf', { name: 'Progetto.PDF', size: 1000, mediaType: 'application/pdf' }],
  ['exe', { name: 'progetto.pdf', size: 1000, mediaType: 'application/x-msdownload' }],
  ['big', { name: 'grande.pdf', size: 3 * 1024 * 1024, mediaType: 'application/pdf' }],
  ['none', { name: 'vuoto.pdf', size: 0, mediaType: 'application/pdf' }],
  ['local', { name: 'firmato.pdf.p7m', size: 10, mediaType: '' }],
]);

const context: ReadContext = { today: '2026-11-23', uploads: (uploadId) => files.get(uploadId) };

const aType = (type: string, overrides: Partial<FieldComponent> = {}): FieldComponent =>
  aField({ properties: { type, ...overrides.properties }, ...overrides, type: schemaCarrier(type) });

const schemaCarrier = (type: string): string =>
  ['email', 'telephone', 'fiscal-code', 'body', 'url'].includes(type) ? 'textfield' : type;

const ours = (type: string, properties: Record<string, string> = {}): FieldComponent =>
  aField({ properties: { type, ...properties } });

const radio = aType('radio', { values: choices('uno', 'due') });
const checklist = aType('checklist', { values: choices('uno', 'due', 'tre') });
const file = aField({ type: 'filepicker', accept: '.pdf, application/pkcs7-mime', properties: { maxSizeMb: '2' } });
const attach = (...ids: readonly string[]): Json => ids.map((uploadId) => ({ uploadId, name: 'scritto.pdf', size: 1 }));

/** Field, value given, value read. */
const accepted: readonly (readonly [string, FieldComponent, Json, Json])[] = [
  ['a day without marks', aType('datetime'), '04102026', '2026-10-04'],
  ['an hour without marks', aType('datetime', { subtype: 'time' }), '930', '09:30'],
  ['an hour with its word', aType('datetime', { subtype: 'time' }), 'ore 9.30', '09:30'],
  ['the zero that is not dialled from abroad goes', ours('telephone'), '+49 (0)30 123456', '+4930123456'],
  ['the zero of an Italian number stays', ours('telephone'), '+39 (0)51 123456', '+39051123456'],
  ['dashes of typography go', ours('telephone'), '051–123‑456', '051123456'],
  ['what stands before a number goes', ours('telephone'), 'Tel.: 051 123456', '051123456'],
  ['the scheme of a link goes', ours('telephone'), 'tel:+39051123456', '+39051123456'],
  ['an extension is kept', ours('telephone'), '051 123456 int. 12', '051123456 int. 12'],
  ['an extension of a link is kept', ours('telephone'), 'tel:+39051123456;ext=12', '+39051123456 int. 12'],
  ['an address with its name', ours('email'), 'Ada Prova <ada@esempio.it>', 'ada@esempio.it'],
  ['an address of a link', ours('email'), 'mailto:ada@esempio.it', 'ada@esempio.it'],
  ['a full stop behind an address', ours('email'), 'ada@esempio.it.', 'ada@esempio.it'],
  ['a domain with an accent', ours('email'), 'ada@CITTÀ.it', 'ada@xn--citt-3na.it'],
  ['a provisional code of a person', ours('fiscal-code', { kind: 'person' }), '12345678903', '12345678903'],
  ['what stands before a code goes', ours('fiscal-code'), 'C.F.: PRVDAA85D43A944G', 'PRVDAA85D43A944G'],
  ['what stands before a VAT number goes', ours('vat-number'), 'P. IVA: 12345678903', '12345678903'],
  ['spaces around and inside are tidied', aField(), '  Ada \t Prova\n', 'Ada Prova'],
  ['control characters are dropped', aField(), 'A\u0000da\u0007', 'Ada'],
  ['half a surrogate pair is dropped', aField(), 'Ada\ud800', 'Ada'],
  ['letters are composed', aField(), 'Nicolo\u0300', 'Nicolò'],
  ['lengths count characters, not code units', aField({ validate: { maxLength: 2 } }), '😀😀', '😀😀'],
  ['a pattern matches the whole text', aField({ validate: { pattern: '[A-Z]\\d{3}' } }), 'A944', 'A944'],
  ['lines of a long text stay', aType('textarea'), ' a \r\n\r\nb ', 'a\n\nb'],
  ['a number stays a number', aType('number'), 12.5, 12.5],
  ['thousands and comma are understood', aType('number'), '1.250,50', 1250.5],
  ['a dot before three digits parts thousands', aType('number'), '1.250', 1250],
  ['a dot after a zero is a decimal mark', aType('number'), '0.125', 0.125],
  ['a comma after nothing is a decimal mark', aType('number'), ',5', 0.5],
  ['spaces part thousands', aType('number'), '1 250 000', 1_250_000],
  ['apostrophes part thousands', aType('number'), '1’250', 1250],
  ['a dot parts thousands where two decimals are allowed', aType('number', { decimalDigits: 2 }), '1.250', 1250],
  ['a dot before two digits is a decimal mark', aType('number'), '12.50', 12.5],
  ['a minus sign of typography is a minus', aType('number'), '− 3', -3],
  ['minus zero becomes zero', aType('number'), -0, 0],
  ['a choice of the list', radio, 'due', 'due'],
  ['choices come in the order of the document', checklist, ['tre', 'uno', 'tre'], ['uno', 'tre']],
  ['a tick', aType('checkbox'), true, true],
  ['a day', aType('datetime'), '2024-02-29', '2024-02-29'],
  ['a day written the Italian way', aType('datetime'), '4/10/2026', '2026-10-04'],
  [
    'today where the past is excluded',
    aType('datetime', { properties: { notBefore: 'today' } }),
    '2026-11-23',
    '2026-11-23',
  ],
  ['the domain of an address in lower case', ours('email'), ' Ada.Prova@PEC.Esempio.IT ', 'Ada.Prova@pec.esempio.it'],
  ['separators of a telephone number go', ours('telephone'), '051/123.45-67', '0511234567'],
  ['two zeros before the country become a plus', ours('telephone'), '0039 051 1234567', '+390511234567'],
  ['an address without scheme is taken as https', ours('url'), 'www.esempio.it/a', 'https://www.esempio.it/a'],
  ['a body id', ours('body'), 'c_a944', 'c_a944'],
  [
    'name and size come from the keeper of the files',
    file,
    attach('pdf'),
    [{ uploadId: 'pdf', name: 'Progetto.PDF', size: 1000 }],
  ],
  [
    'a kind is known by the ending when nothing else is',
    file,
    attach('local'),
    [{ uploadId: 'local', name: 'firmato.pdf.p7m', size: 10 }],
  ],
];

/** Field, value given, code of the complaint. */
const refused: readonly (readonly [string, FieldComponent, Json, string])[] = [
  ['a number where text belongs', aField(), 3, 'field.wrong-type'],
  ['an object where text belongs', aField(), { a: 1 }, 'field.wrong-type'],
  ['fewer characters than the least', aField({ validate: { minLength: 3 } }), 'ab', 'text.too-short'],
  ['more characters than the most', aField({ validate: { maxLength: 3 } }), 'abcd', 'text.too-long'],
  ['more characters than any line may have', aField(), 'a'.repeat(501), 'text.too-long'],
  ['a pattern matched by a part only', aField({ validate: { pattern: 'a|b' } }), 'ab', 'text.pattern'],
  [
    'a pattern with an explanation',
    aField({ validate: { pattern: '\\d', patternErrorMessage: 'una cifra' } }),
    'x',
    'text.pattern-explained',
  ],
  ['letters where a number belongs', aType('number'), 'dodici', 'number.unreadable'],
  ['spaces that part no thousands', aType('number'), '12 34', 'number.unreadable'],
  ['thousands and decimals the English way', aType('number'), '1,250.50', 'number.unreadable'],
  [
    'a dot that may be either mark where three decimals are usual',
    aType('number', { decimalDigits: 6 }),
    '44.494',
    'number.twofold',
  ],
  [
    'a dot whose number is allowed as a decimal only',
    aType('number', { validate: { max: 90 } }),
    '44.494',
    'number.twofold',
  ],
  ['two commas', aType('number'), '1,2,3', 'number.unreadable'],
  ['a list where a number belongs', aType('number'), [1], 'field.wrong-type'],
  ['less than the least', aType('number', { validate: { min: 1 } }), 0, 'number.too-small'],
  ['more than the most', aType('number', { validate: { max: 1 } }), '1,01', 'number.too-large'],
  ['more than JSON keeps exactly', aType('number'), '99999999999999999999', 'number.too-large'],
  ['decimals where a whole number belongs', aType('number', { decimalDigits: 0 }), '1,5', 'number.whole'],
  ['too many decimals', aType('number', { decimalDigits: 2 }), '1,505', 'number.decimals'],
  ['a choice that is not in the list', radio, 'tre', 'choice.unknown'],
  ['one choice too unknown among others', checklist, ['uno', 'nove'], 'choice.unknown'],
  ['a text where a list of choices belongs', checklist, 'uno', 'field.wrong-type'],
  ['a word where a tick belongs', aType('checkbox'), 'true', 'field.wrong-type'],
  ['a day that does not exist', aType('datetime'), '2026-02-29', 'date.no-such-day'],
  ['the 31st of February', aType('datetime'), '31/02/2026', 'date.no-such-day'],
  ['the 29th of February of a common year', aType('datetime'), '29/02/2025', 'date.no-such-day'],
  ['a day and a month', aType('datetime'), '3/2', 'date.half'],
  ['a month and a year', aType('datetime'), '02/2026', 'date.half'],
  ['a day alone', aType('datetime'), '3/', 'date.half'],
  ['a year of two digits', aType('datetime'), '3/2/26', 'date.short-year'],
  ['a year of before 1000', aType('datetime'), '0026-02-03', 'date.short-year'],
  ['eight digits that are no day', aType('datetime'), '31022026', 'date.no-such-day'],
  ['a word', aType('datetime'), 'domani', 'date.unreadable'],
  ['minutes that no hour has', aType('datetime', { subtype: 'time' }), '00:99', 'time.unreadable'],
  ['an hour alone', aType('datetime', { subtype: 'time' }), '9', 'time.unreadable'],
  ['the hour after the last', aType('datetime', { subtype: 'time' }), '24:00', 'time.unreadable'],
  ['an hour without its day', aType('datetime', { subtype: 'datetime' }), 'T10:00', 'date.missing'],
  ['a day without its hour', aType('datetime', { subtype: 'datetime' }), '2026-10-04T', 'time.missing'],
  [
    'an hour beside a day that does not exist',
    aType('datetime', { subtype: 'datetime' }),
    '31/02/2026T10:00',
    'date.no-such-day',
  ],
  ['half an hour', aType('datetime', { subtype: 'datetime' }), '2026-10-04T10:', 'time.unreadable'],
  ['an instant where a day belongs', aType('datetime'), '2026-02-28T10:00', 'date.unreadable'],
  ['a day before the first', aType('datetime', { properties: { notBefore: 'today' } }), '2026-11-22', 'date.too-early'],
  [
    'a day after the last',
    aType('datetime', { properties: { notAfter: '2026-01-01' } }),
    '2026-01-02',
    'date.too-late',
  ],
  ['two numbers', ours('telephone'), '051123456/051654321', 'telephone.unreadable'],
  ['a word before a number', ours('telephone'), 'chiama 051123456', 'telephone.unreadable'],
  ['two addresses', ours('email'), 'ada@esempio.it, eva@esempio.it', 'email.unreadable'],
  ['a path behind a domain', ours('email'), 'ada@esempio.it/a', 'email.unreadable'],
  ['figures that are an address of the net', ours('email'), 'ada@127.0.0.1', 'email.unreadable'],
  ['an address without domain', ours('email'), 'ada', 'email.unreadable'],
  ['an address with two dots', ours('email'), 'ada..prova@esempio.it', 'email.unreadable'],
  ['an address without top level', ours('email'), 'ada@esempio', 'email.unreadable'],
  ['too few figures', ours('telephone'), '12345', 'telephone.unreadable'],
  ['letters in a telephone number', ours('telephone'), '051 CIAO123', 'telephone.unreadable'],
  ['a script as an address', ours('url'), 'javascript:alert(1)', 'url.unreadable'],
  ['an address with credentials', ours('url'), 'https://a:b@esempio.it', 'url.unreadable'],
  ['a word where a host belongs', ours('url'), 'esempio', 'url.unreadable'],
  ['a path where a body id belongs', ours('body'), '../etc', 'body.unreadable'],
  ['a fiscal code of eleven wrong digits', ours('fiscal-code'), '01234567890', 'fiscal-code.eleven-digits'],
  [
    'a person where a company belongs',
    ours('fiscal-code', { kind: 'body' }),
    'PRVDAA85D43A944G',
    'fiscal-code.not-a-body',
  ],
  ['a file of another kind, whatever its name', file, attach('exe'), 'attachment.wrong-kind'],
  ['a file over the limit', file, attach('big'), 'attachment.too-large'],
  ['an empty file', file, attach('none'), 'attachment.empty'],
  ['a file that nobody keeps', file, attach('ghost'), 'attachment.unknown'],
  ['two files where one belongs', file, attach('pdf', 'local'), 'attachment.too-many'],
  ['a name instead of an attachment', file, ['progetto.pdf'], 'field.wrong-type'],
];

describe('reading a value', () => {
  it.each(accepted)('accepts: %s', (...[, field, given, expected]) => {
    expect(schemaOf(field).read(given, field, context)).toEqual({ value: expected });
  });

  it.each(refused)('refuses: %s', (...[, field, given, code]) => {
    expect(schemaOf(field).read(given, field, context)).toMatchObject({ complaint: { code } });
  });

  it('counts an attachment as unverified without a keeper', () => {
    const reading = schemaOf(file).read(attach('pdf'), file, { today: context.today });
    expect(reading).toMatchObject({ complaint: { code: 'attachment.unverified' } });
  });
});

const printed: readonly (readonly [FieldComponent, Json, string])[] = [
  [aField(), 'Ada', 'Ada'],
  [aType('number', { decimalDigits: 2, appearance: { prefixAdorner: '€' } }), 1250.5, '€\u00a01.250,50'],
  [aType('number', { appearance: { suffixAdorner: 'm²' } }), 12, '12\u00a0m²'],
  [radio, 'due', 'DUE'],
  [radio, 'tolta', 'tolta'],
  [checklist, ['uno', 'tre'], 'UNO\nTRE'],
  [aType('checkbox'), true, 'Sì'],
  [aType('checkbox'), false, 'No'],
  [aType('datetime'), '2026-10-04', '04/10/2026'],
  [file, attach('pdf'), 'scritto.pdf'],
  [ours('body'), 'c_a944', 'Comune di Bologna'],
  [ours('body'), 'altro', 'altro'],
];

describe('printing a value', () => {
  it.each(printed)('prints it as people read it: %#', (field, value, text) => {
    const bodyName = (bodyId: string): string | undefined => (bodyId === 'c_a944' ? 'Comune di Bologna' : undefined);
    expect(schemaOf(field).print(value, field, { bodyName })).toBe(text);
  });
});
