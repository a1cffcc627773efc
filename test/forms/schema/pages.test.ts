import { describe, expect, it } from 'vitest';
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
