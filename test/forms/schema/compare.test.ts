import { describe, expect, it } from 'vitest';
import { compareForms } from '../../../forms/schema/compare.ts';
import type { Answers, FieldComponent, FormDocument } from '../../../forms/schema/document.ts';
import { aField, aForm, aList, aPage, choices } from './a-form.ts';

const today = '2026-11-23';

const changes = (before: FormDocument, after: FormDocument, answers: Answers): readonly string[] =>
  compareForms(before, after, { answers, today }).map(({ path, change }) => `${path} ${change}`);

const one = (before: Partial<FieldComponent>, after: Partial<FieldComponent>, answers: Answers): readonly string[] =>
  changes(aForm(aField(before)), aForm(aField(after)), answers);

describe('a newer form', () => {
  it('that is the same asks to check nothing', () => {
    expect(one({}, {}, { nome: 'Ada' })).toEqual([]);
  });

  it.each<[string, ...Parameters<typeof one>, readonly string[]]>([
    ['another type', {}, { type: 'number' }, { nome: 'Ada' }, ['nome type-changed']],
    ['another type of an empty field', {}, { type: 'number' }, {}, []],
    ['another label', {}, { label: 'Cognome' }, { nome: 'Ada' }, ['nome reworded']],
    ['an answer that became required', {}, { validate: { required: true } }, {}, ['nome became-required']],
    ['a required answer that was given', {}, { validate: { required: true } }, { nome: 'Ada' }, []],
    ['a narrower limit', {}, { validate: { maxLength: 2 } }, { nome: 'Ada' }, ['nome now-wrong']],
    ['a wider limit', { validate: { maxLength: 2 } }, {}, { nome: 'Ada' }, []],
    ['what was wrong before', { validate: { maxLength: 2 } }, { validate: { maxLength: 1 } }, { nome: 'Ada' }, []],
    [
      'a choice that is gone',
      { type: 'radio', values: choices('a', 'b') },
      { type: 'radio', values: choices('a', 'c') },
      { nome: 'b' },
      ['nome choice-gone'],
    ],
  ])('with %s is told so', (_what, ...row) => {
    const [before, after, answers, expected] = row;
    expect(one(before, after, answers)).toEqual(expected);
  });

  it('says nothing of what only the outside can tell', () => {
    const place = { properties: { type: 'municipality' } };
    const hidden = { ...place, conditional: { hide: '=true' } };
    expect(one(hidden, place, { nome: { istatCode: '037006', name: 'Bologna' } })).toEqual([]);
    expect(one(hidden, place, { nome: 'x' })).toEqual(['nome now-wrong']);
  });

  it('names new fields that are shown, in its own order', () => {
    const after = aForm(
      aPage('a', [aField({ key: 'nuovo' }), aField({ label: 'Altro nome' })]),
      aPage('b', [aField({ key: 'nascosto', conditional: { hide: '=nome = "Ada"' } })]),
    );
    expect(changes(aForm(aField()), after, { nome: 'Ada' })).toEqual(['nuovo added', 'nome reworded']);
  });

  it('names removed fields that had an answer, last', () => {
    const before = aForm(aField(), aField({ key: 'vecchio', label: 'Vecchio' }), aField({ key: 'vuoto' }));
    expect(
      compareForms(before, aForm(aField({ label: 'X' })), { answers: { nome: 'a', vecchio: 'b' }, today }),
    ).toEqual([
      { path: 'nome', change: 'reworded', label: 'X', pageId: 'page' },
      { path: 'vecchio', change: 'removed', label: 'Vecchio' },
    ]);
  });

  it('looks into the items of lists', () => {
    const list = (maxLength: number) => aForm(aList('soci', [aField({ validate: { maxLength } })]));
    const answers = { soci: [{ nome: 'A' }, { nome: 'Ada' }] };
    expect(changes(list(9), list(2), answers)).toEqual(['soci[1].nome now-wrong']);
  });

  it('says nothing of files that cannot be verified here', () => {
    const file = { type: 'filepicker' };
    expect(one(file, { ...file, accept: '.pdf' }, { nome: [{ uploadId: 'u', name: 'x.pdf', size: 1 }] })).toEqual([]);
  });
});
