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
});

it.each([
  ['components[1].components[0].components[1].key', 'eta'],
  ['components[0]', 'chi'],
  ['components[9].key', undefined],
  ['', undefined],
])('the path «%s» leads to %s', (path, id) => {
  expect(partAtPath(aSmallDraft(), path)?.id).toBe(id);
});
