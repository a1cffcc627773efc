import { describe, expect, it } from 'vitest';
import type { Answers, FormDocument, Json } from '../../../forms/schema/document.ts';
import { settle } from '../../../forms/schema/settle.ts';
import { summarise } from '../../../forms/schema/summary.ts';
import { validateAnswers } from '../../../forms/schema/validate.ts';
import { aField, aForm, aList, aPage, choices } from './a-form.ts';

const today = '2026-11-23';

const codes = (form: FormDocument, answers: Answers, context: Answers = {}): readonly string[] =>
  validateAnswers(form, answers, { today, context }).issues.map(({ path, code }) => `${path} ${code}`);

describe('a field required under a condition', () => {
  const form = aForm(
    aField({ key: 'importo', type: 'number' }),
    aField({ properties: { requiredWhen: '=importo > 100' } }),
  );

  it('is asked for only where the condition is true', () => {
    expect(codes(form, { importo: 150 })).toEqual(['nome field.required']);
    expect(codes(form, { importo: 100 })).toEqual([]);
    expect(codes(form, {})).toEqual([]);
  });

  it('is shown as required then', () => {
    const field = form.components[1];
    if (field?.type !== 'textfield' || !('key' in field)) throw new Error('the form has changed');
    const required = (importo: number): unknown =>
      settle(form, { importo }, { variables: {} }).fieldAt(field, '').validate?.required;
    expect(required(150)).toBe(true);
    expect(required(1)).toBe(false);
  });

  it('stays the same object while its conditions turn out the same', () => {
    const field = aField({ properties: { requiredWhen: '=importo > 100' } });
    const at = (importo: number) => settle(aForm(field), {}, { variables: { importo } }).fieldAt(field, '');
    expect(at(150)).toBe(at(151));
    expect(at(150)).not.toBe(at(1));
  });

  it('looks at the item of its list', () => {
    const list = aForm(aList('soci', [...form.components]));
    expect(codes(list, { soci: [{ importo: 1 }, { importo: 150 }] })).toEqual(['soci[1].nome field.required']);
  });
});

describe('a field that is read-only under a condition', () => {
  it('is so only where the condition is true', () => {
    const field = aField({ readonly: '=chiuso' });
    const at = (chiuso: boolean) => settle(aForm(field), {}, { variables: { chiuso } }).fieldAt(field, '').readonly;
    expect([at(true), at(false)]).toEqual([true, false]);
    expect(settle(aForm(field), {}, { variables: { chiuso: true } }).fieldAt(field, '')).not.toHaveProperty('validate');
  });
});

describe('choices that an expression gives', () => {
  const chosen = (valuesExpression: string) =>
    aForm(
      aField({ key: 'tipo', type: 'radio', values: choices('casa', 'bottega') }),
      aField({ key: 'atto', type: 'select', values: choices('a', 'b', 'c'), valuesExpression }),
    );

  it('may be some of those in the document', () => {
    const form = chosen('=if tipo = "casa" then values[item.value != "c"] else values');
    expect(codes(form, { tipo: 'casa', atto: 'b' })).toEqual([]);
    expect(codes(form, { tipo: 'bottega', atto: 'c' })).toEqual([]);
    expect(codes(form, { tipo: 'casa', atto: 'c' })).toEqual(['atto choice.unknown']);
  });

  it('may come from the context as texts', () => {
    expect(codes(chosen('=sedi'), { atto: 'Imola' }, { sedi: ['Imola', 'Faenza'] })).toEqual([]);
    expect(codes(chosen('=sedi'), { atto: 'Roma' }, { sedi: ['Imola', 'Faenza'] })).toEqual(['atto choice.unknown']);
  });

  it('may come from the context with words and hints, and what has no value is none', () => {
    const sedi: Json = [{ value: 'i', label: 'Imola', description: 'Via Po' }, { value: 'f' }, { label: 'x' }, 3];
    const field = aField({ type: 'select', valuesExpression: '=sedi' });
    expect(settle(aForm(field), {}, { variables: { sedi } }).fieldAt(field, '').values).toEqual([
      { value: 'i', label: 'Imola', description: 'Via Po' },
      { value: 'f', label: 'f' },
    ]);
  });

  it('are none when they cannot be computed', () => {
    expect(codes(chosen('=ignoto'), { atto: 'a' })).toEqual(['atto choice.unknown']);
  });

  it('give the words of the summary', () => {
    const form = chosen('=[{ value: "a", label: "Accesso a " + tipo }]');
    const [page] = summarise(form, { tipo: 'casa', atto: 'a' });
    expect(page?.rows.map(({ text }) => text)).toEqual(['CASA', 'Accesso a casa']);
  });
});

describe('a rule across fields', () => {
  const rules = [{ expression: '=date(fine) >= date(inizio)', message: 'La fine non può precedere l’inizio', rule: 0 }];
  const day = (key: string) => ({ type: 'datetime', subtype: 'date', key });
  const form = aForm(
    aPage('a', [aField(day('inizio')), aField({ ...day('fine'), label: 'Fine', validate: { rules } })]),
  );

  it('is an issue of its field with its own sentence', () => {
    expect(validateAnswers(form, { inizio: '2026-10-04', fine: '2026-10-03' }, { today }).issues).toEqual([
      {
        path: 'fine',
        code: 'field.rule',
        params: { label: 'Fine', message: 'La fine non può precedere l’inizio', rule: 0 },
      },
    ]);
  });

  it('says nothing while it cannot be known', () => {
    expect(codes(form, { inizio: '2026-10-04' })).toEqual([]);
    expect(codes(form, { inizio: '2026-10-04', fine: '2026-10-04' })).toEqual([]);
  });

  it('says nothing of a field that is wrong already', () => {
    expect(codes(form, { inizio: '2026-10-04', fine: '2026-02-30' })).toEqual(['fine date.no-such-day']);
  });

  it('may judge the items of a list together', () => {
    const shares = aList('soci', [aField({ key: 'quota', type: 'number' })], {
      validate: { rules: [{ expression: '=sum(soci.quota) = 100', message: 'Le quote fanno cento' }] },
    });
    expect(codes(aForm(shares), { soci: [{ quota: 40 }, { quota: 60 }] })).toEqual([]);
    expect(codes(aForm(shares), { soci: [{ quota: 40 }] })).toEqual(['soci field.rule']);
  });

  it('sees the item and what is around it', () => {
    const inner = aField({
      validate: { rules: [{ expression: '=i = 1 or nome != parent.titolo', message: 'Diverso' }] },
    });
    const list = aForm(aField({ key: 'titolo' }), aList('voci', [inner]));
    expect(codes(list, { titolo: 'x', voci: [{ nome: 'x' }, { nome: 'x' }] })).toEqual(['voci[1].nome field.rule']);
  });
});

describe('a computed field', () => {
  it('that feeds itself without end is computed a hundred times', () => {
    const endless = aField({ type: 'number', properties: { computed: '=if nome = null then 1 else nome + 1' } });
    expect(settle(aForm(endless), {}, { variables: {} }).answers).toEqual({ nome: 100 });
  });

  it('stands in the summary with its value', () => {
    const form = aForm(
      aField({ key: 'ore', type: 'number', label: 'Ore' }),
      aField({ key: 'costo', type: 'number', label: 'Costo', properties: { computed: '=ore * 25' } }),
    );
    const [page] = summarise(form, { ore: 40, costo: 1 });
    expect(page?.rows.map(({ label, text }) => [label, text])).toEqual([
      ['Ore', '40'],
      ['Costo', '1.000'],
    ]);
  });
});
