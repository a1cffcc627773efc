import { describe, expect, it } from 'vitest';
import { listsNamed } from '../../../forms/schema/lookups.ts';
import { fillingMinutes } from '../../../forms/schema/minutes.ts';
import { fieldOfPath, fieldsOf, fieldsOfType, pageOfPath, pagesOf, visiblePages } from '../../../forms/schema/pages.ts';
import { aField, aForm, aList, aPage } from './a-form.ts';

const form = aForm(
  aPage('uno', [aField({ key: 'a' }), { type: 'group', components: [aField({ key: 'b' })] }]),
  aField({ key: 'sciolto' }),
  aPage('due', [aList('voci', [aField({ key: 'c' })])], { conditional: { hide: '=a = "x"' } }),
  aPage('tre', [aField({ key: 'd', conditional: { hide: '=a = "x"' } })]),
  { type: 'text', text: 'Fine' },
);

describe('the pages of a form', () => {
  it('are the groups and one page for the rest', () => {
    expect(pagesOf(form).map(({ id }) => id)).toEqual(['uno', 'page', 'due', 'tre']);
    expect(pagesOf(form)[1]?.components.map(({ type }) => type)).toEqual(['textfield', 'text']);
  });

  it('are left out when hidden or without content', () => {
    expect(visiblePages(form, { a: 'x' }).map(({ id }) => id)).toEqual(['uno', 'page']);
    expect(visiblePages(form, {}).map(({ id }) => id)).toEqual(['uno', 'page', 'due', 'tre']);
  });

  it('hold fields that are found by their path', () => {
    expect(fieldsOf(form).map(({ path }) => path)).toEqual(['a', 'b', 'sciolto', 'voci', 'voci.c', 'd']);
    expect(pageOfPath(form, 'voci[3].c')).toBe('due');
    expect(pageOfPath(form, 'ignoto')).toBeUndefined();
  });

  it('are repeating groups, too, where others are groups', () => {
    const listed = aForm(aPage('uno', [aField()]), aList('soci', [aField()], { label: 'Soci', description: 'Tutti' }));
    expect(pagesOf(listed)[1]).toMatchObject({ id: 'soci', label: 'Soci', description: 'Tutti' });
    expect(pagesOf(listed)[1]?.components).toEqual([listed.components[1]]);
    expect(pagesOf(aForm(aField(), aList('soci', [aField()]))).map(({ id }) => id)).toEqual(['page']);
  });

  it('have a number where a group has no id, and no words where it has none', () => {
    const bare = aForm(aField(), { type: 'group', components: [aField({ key: 'a' })] });
    expect(pagesOf(bare).map(({ id, label }) => [id, label])).toEqual([
      ['page', ''],
      ['page-2', ''],
    ]);
  });

  it('name the field in which an answer or its part is given', () => {
    expect(fieldOfPath(form, 'voci[3].c')?.path).toBe('voci.c');
    expect(fieldOfPath(form, 'voci[3]')?.path).toBe('voci');
    expect(fieldOfPath(form, 'sciolto.familyName')?.path).toBe('sciolto');
    expect(fieldOfPath(form, 'scioltofamilyName')).toBeUndefined();
  });

  it('hold fields that are found by their type, in lists too', () => {
    const typed = aForm(
      aField({ type: 'number' }),
      aList('voci', [aField({ key: 'c', type: 'number' }), aField({ key: 'd' })]),
    );
    expect(fieldsOfType(typed, 'number').map(({ path }) => path)).toEqual(['nome', 'voci.c']);
    expect(fieldsOfType(typed, 'dynamiclist')).toEqual([]);
  });

  it('take longer to fill in the more they ask', () => {
    const short = fillingMinutes(aForm(aField()));
    const long = fillingMinutes(
      aForm(...Array.from({ length: 30 }, (_, index) => aField({ key: `f${index}`, type: 'filepicker' }))),
    );
    expect(short).toBe(2);
    expect(long % 5).toBe(0);
    expect(long).toBeGreaterThanOrEqual(60);
  });
});

describe('the minutes that a form takes', () => {
  const pages = (count: number) => Array.from({ length: count }, (_, index) => aPage(`p${index}`, [], { label: '' }));

  it('are twenty seconds for each page and one minute for the summary', () => {
    expect(fillingMinutes(aForm(...pages(3)))).toBe(2);
    expect(fillingMinutes(aForm(...pages(4)))).toBe(3);
    expect(fillingMinutes(aForm())).toBe(2);
  });

  it('are one more for each 160 words of labels, hints and texts', () => {
    const words = (count: number) => ' parola  parola '.repeat(count / 2);
    const reading = (group: object) => fillingMinutes(aForm(...pages(2), aPage('p', [], { label: '', ...group })));
    expect(reading({})).toBe(2);
    expect(reading({ components: [{ type: 'text', text: words(160) }] })).toBe(3);
    expect(reading({ components: [{ type: 'text', text: words(162) }] })).toBe(4);
    expect(reading({ label: words(80), description: words(80) })).toBe(3);
    expect(reading({ label: words(80), description: words(82) })).toBe(4);
  });

  it('are counted to the minute up to ten, and then by fives', () => {
    expect(fillingMinutes(aForm(...pages(58)))).toBe(25);
    expect(fillingMinutes(aForm(...pages(27)))).toBe(10);
    expect(fillingMinutes(aForm(...pages(28)))).toBe(15);
    expect(fillingMinutes(aForm(...pages(43)))).toBe(20);
  });
});

describe('the lists that a form names', () => {
  it('are those of its fields, in groups and lists too', () => {
    const from = (key: string, choicesFrom: string) => aField({ key, type: 'select', properties: { choicesFrom } });
    const nested = aForm(
      aPage('uno', [from('a', 'vocabulary:regions'), aField(), { type: 'text', text: 'x' }]),
      aList('voci', [from('b', 'vocabulary:provinces'), from('c', '')]),
    );
    expect(listsNamed(nested)).toEqual(['vocabulary:regions', 'vocabulary:provinces']);
  });
});
