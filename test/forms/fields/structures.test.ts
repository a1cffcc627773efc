import { describe, expect, it } from 'vitest';
import { datetime } from '../../../forms/fields/datetime/schema.ts';
import { expression } from '../../../forms/fields/expression/schema.ts';
import { filepicker } from '../../../forms/fields/filepicker/schema.ts';
import { period } from '../../../forms/fields/period/schema.ts';
import type { ReadContext, UploadedFile } from '../../../forms/fields/types.ts';
import type { FieldComponent, Json } from '../../../forms/schema/document.ts';
import { aField } from '../schema/a-form.ts';
import { codesOf, type Accepted, type Refused } from './cases.ts';

const context: ReadContext = { today: '2026-11-23' };
const of = (type: string, properties: Readonly<Record<string, string>> = {}): FieldComponent =>
  aField({ properties: { type, ...properties } });

describe('a period', () => {
  const aPeriod = (properties: Readonly<Record<string, string>> = {}) => of('period', properties);
  const november = { from: '2026-11-02', to: '2026-11-15' };
  const accepted: readonly Accepted[] = [
    ['of two weeks', aPeriod(), november, november],
    [
      'of one day',
      aPeriod({ maxDays: '1' }),
      { from: '2026-11-02', to: '2026-11-02' },
      { from: '2026-11-02', to: '2026-11-02' },
    ],
    ['of exactly the longest', aPeriod({ maxDays: '14' }), november, november],
    ['written the Italian way', aPeriod(), { from: '2/11/2026', to: '15/11/2026' }, november],
    [
      'across the change of the clock',
      aPeriod({ minDays: '31', maxDays: '31' }),
      { from: '2026-10-01', to: '2026-10-31' },
      { from: '2026-10-01', to: '2026-10-31' },
    ],
  ];
  it.each(accepted)('%s is accepted', (_reason, ...[component, given, value]) => {
    expect(period.read(given, component, context)).toEqual({ value });
  });

  const refused: readonly Refused[] = [
    ['a text', aPeriod(), '2026', ['field.wrong-type']],
    ['one without an end', aPeriod(), { from: '2026-11-02' }, ['to: field.required']],
    [
      'days that do not exist',
      aPeriod(),
      { from: '2026-02-30', to: 'poi' },
      ['from: date.no-such-day', 'to: date.unreadable'],
    ],
    ['one that ends before it begins', aPeriod(), { from: november.to, to: november.from }, ['to: period.backwards']],
    ['one that is too short', aPeriod({ minDays: '15' }), november, ['to: period.too-short']],
    ['one that is too long', aPeriod({ maxDays: '13' }), november, ['to: period.too-long']],
    [
      'one that begins in the past',
      aPeriod({ notBefore: 'today' }),
      { from: '2026-11-22', to: '2026-12-01' },
      ['from: date.too-early'],
    ],
    ['one that ends too late', aPeriod({ notAfter: '2026-11-14' }), november, ['to: date.too-late']],
  ];
  it.each(refused)('refuses %s', (_reason, ...[component, given, codes]) => {
    expect(codesOf(period, given, [component, context])).toEqual(codes);
  });

  it('is printed from day to day', () => {
    expect(period.print(november, aPeriod(), {})).toBe('02/11/2026 – 15/11/2026');
  });

  it.each<Readonly<Record<string, string>>>([{ minDays: 'due' }, { notBefore: 'ieri' }])(
    'refuses a document with %j',
    (properties) => {
      expect(period.check?.(aPeriod(properties))).toBeDefined();
    },
  );
});

describe('a moment', () => {
  const moment = (subtype: string, properties: Readonly<Record<string, string>> = {}) =>
    aField({ type: 'datetime', subtype, properties });
  const accepted: readonly Accepted[] = [
    ['a time', moment('time'), '9.30', '09:30'],
    ['a time with seconds of zero', moment('time'), '21:05:00', '21:05'],
    ['the last minute allowed', moment('time', { notAfter: '18:00' }), '18:00', '18:00'],
    ['a day with its time', moment('datetime'), '2026-11-16T21:00', '2026-11-16T21:00'],
    ['a day and a time as people write them', moment('datetime'), '16/11/2026T9.05', '2026-11-16T09:05'],
  ];
  it.each(accepted)('%s is accepted', (_reason, ...[component, given, value]) => {
    expect(datetime.read(given, component, context)).toEqual({ value });
  });

  const refused: readonly Refused[] = [
    ['a number', moment('time'), 9, ['field.wrong-type']],
    ['hour 25', moment('time'), '25:00', ['time.unreadable']],
    ['a time that is too early', moment('time', { notBefore: '08:00' }), '07:59', ['time.too-early']],
    ['a time that is too late', moment('time', { notAfter: '18:00' }), '18:01', ['time.too-late']],
    ['a day without its time', moment('datetime'), '2026-11-16T', ['time.missing']],
    ['a time without its day', moment('datetime'), 'T21:00', ['date.missing']],
    ['a day with hour 24', moment('datetime'), '2026-11-16T24:00', ['time.unreadable']],
    [
      'a day in the past with a time',
      moment('datetime', { notBefore: 'today' }),
      '2026-11-22T21:00',
      ['date.too-early'],
    ],
  ];
  it.each(refused)('refuses %s', (_reason, ...[component, given, codes]) => {
    expect(codesOf(datetime, given, [component, context])).toEqual(codes);
  });

  it('is printed day first', () => {
    expect(datetime.print('2026-11-16T21:00', moment('datetime'), {})).toBe('16/11/2026, 21:00');
    expect(datetime.print('21:00', moment('time'), {})).toBe('21:00');
  });

  it('refuses a document with another subtype or limit', () => {
    expect(datetime.check?.(moment('week'))).toMatchObject({ code: 'form.unknown-subtype' });
    expect(datetime.check?.(moment('time', { notBefore: 'today' }))).toMatchObject({ code: 'form.bad-limit' });
    expect(datetime.check?.(moment('time', { notBefore: '08:00' }))).toBeUndefined();
  });
});

describe('a signature in a file', () => {
  const files = new Map<string, UploadedFile>([
    ['plain', { name: 'atto.pdf', size: 10, mediaType: 'application/pdf', signed: false }],
    ['pades', { name: 'atto.pdf', size: 10, mediaType: 'application/pdf', signed: true }],
    ['cades', { name: 'atto.pdf.p7m', size: 10, mediaType: 'application/pkcs7-mime', signed: true }],
    ['altered', { name: 'a.pdf', size: 1, mediaType: '', signed: true, signers: ['Ada'], signatureFault: 'altered' }],
    ['signers', { name: 'a.pdf', size: 1, mediaType: '', signed: true, signers: ['Ada', 'Bo'] }],
    ['local', { name: 'atto.pdf', size: 10, mediaType: '' }],
  ]);
  const keeping: ReadContext = { ...context, uploads: (uploadId) => files.get(uploadId) };
  const wanting = (wanted?: string) =>
    aField({ type: 'filepicker', ...(wanted === undefined ? {} : { properties: { signature: wanted } }) });
  const given = (uploadId: string): Json => [{ uploadId, name: 'x', size: 1 }];

  it.each([
    ['any', 'pades', []],
    ['any', 'cades', []],
    ['any', 'plain', ['attachment.unsigned']],
    ['pdf', 'pades', []],
    ['pdf', 'cades', ['attachment.signed-otherwise']],
    ['p7m', 'cades', []],
    ['p7m', 'pades', ['attachment.signed-otherwise']],
    ['any', 'altered', ['attachment.signature-altered']],
    [undefined, 'altered', []],
    [undefined, 'plain', []],
    ['any', 'local', []],
  ] as const)('asked as %s is found or not in %s', (wanted, uploadId, codes) => {
    expect(codesOf(filepicker, given(uploadId), [wanting(wanted), keeping])).toEqual(codes);
  });

  it('is kept with the names of its signers, unless something is wrong with it', () => {
    const keptOf = (uploadId: string) => filepicker.read(given(uploadId), wanting(), keeping);
    const file = { name: 'a.pdf', size: 1 };
    expect(keptOf('signers')).toEqual({ value: [{ uploadId: 'signers', ...file, signedBy: ['Ada', 'Bo'] }] });
    expect(keptOf('altered')).toEqual({ value: [{ uploadId: 'altered', ...file }] });
  });

  it('asked in another way refuses the document', () => {
    expect(filepicker.check?.(wanting('xades'))).toMatchObject({ code: 'form.bad-property' });
  });

  it.each(['javascript:alert(1)', 'http://esempio.it/a.doc', '//esempio.it/a.doc'])(
    'no template is at %s',
    (template) => {
      expect(filepicker.check?.(aField({ type: 'filepicker', properties: { template } }))).toMatchObject({
        code: 'form.bad-property',
      });
    },
  );
});

describe('a computed value', () => {
  it.each([
    [12.5, '12,5'],
    [true, 'Sì'],
    ['testo', 'testo'],
    [['a', 2], 'a\n2'],
  ] as const)('%j is printed as %s', (value, text) => {
    expect(expression.read(value, aField(), context)).toEqual({ value });
    expect(expression.print(value, aField(), {})).toBe(text);
  });
});
