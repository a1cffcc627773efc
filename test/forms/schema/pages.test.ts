import { describe, expect, it } from 'vitest';
import { listsNamed } from '../../../forms/schema/lookups.ts';
import { fillingMinutes } from '../../../forms/schema/minutes.ts';
import { fieldsOf, pageOfPath, pagesOf, visiblePages } from '../../../forms/schema/pages.ts';
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

  it('are counted to the minute up to ten, and then by fives', () => {
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
