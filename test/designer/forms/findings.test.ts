import { describe, expect, it } from 'vitest';
import { findingsOf, partAtPath } from '../../../designer/forms/model/findings.ts';
import { aDraft, aSmallDraft, changed } from './a-draft.ts';

const codes = (draft: ReturnType<typeof aSmallDraft>, known: readonly string[] = []) =>
  findingsOf(draft, new Set(known)).map(({ level, issue, part }) => `${level} ${issue.code} ${part?.id ?? ''}`);

describe('findings', () => {
  it('are none for a form that is right', () => {
    expect(codes(aSmallDraft())).toEqual([]);
  });

  it('name the part that readForm refuses', () => {
    const draft = changed(aSmallDraft(), { type: 'set', id: 'eta', at: 'conditional.hide', value: '= (' });
    expect(codes(draft)).toContain('error form.bad-expression eta');
  });

  it('tell of names that nothing gives, unless the procedure does', () => {
    const draft = changed(aSmallDraft(), { type: 'remove', id: 'canale' });
    expect(codes(draft)).toEqual(['warning unknown-name email', 'warning unknown-name eta']);
    expect(codes(draft, ['canale'])).toEqual([]);
  });

  it('tell of pages without fields and fields without a name', () => {
    const draft = aDraft({
      components: [
        { type: 'group', id: 'g', label: 'Pagina', components: [] },
        { type: 'textfield', key: 'a' },
      ],
    });
    expect(codes(draft)).toEqual(['warning empty-page g', 'warning no-label a']);
  });

  it.each([
    ['thirty fields in groups are no news', 30, []],
    ['thirty-one fields in groups are told', 31, [{ count: 31, most: 30 }]],
  ])('of a page: %s', (_fact, count, told) => {
    const fields = Array.from({ length: count }, (_none, index) => ({
      type: 'textfield',
      key: `f${index}`,
      label: `Campo ${index}`,
    }));
    const draft = aDraft({
      components: [
        { type: 'group', id: 'breve', label: 'Breve', components: [{ type: 'number', key: 'n', label: 'Numero' }] },
        {
          type: 'group',
          id: 'lunga',
          label: 'Lunga',
          components: [
            { type: 'text', text: 'Un testo non è un campo.' },
            { type: 'group', label: 'Prima parte', components: fields.slice(0, 10) },
            { type: 'dynamiclist', path: 'voci', label: 'Voci', components: fields.slice(10) },
          ],
        },
      ],
    });
    const found = findingsOf(draft, new Set()).filter(({ issue }) => issue.code === 'long-page');
    expect(found.map(({ issue, part }) => [part?.id, issue.params])).toEqual(
      told.map((params) => ['lunga', { name: 'Lunga', ...params }]),
    );
  });
});

it.each([
  ['components[1].components[0].components[1].key', 'eta'],
  ['components[0]', 'chi'],
  ['components[9].key', undefined],
  ['', undefined],
])('the path «%s» leads to %s', (path, id) => {
  expect(partAtPath(aSmallDraft(), path)?.id).toBe(id);
});
