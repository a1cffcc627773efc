import { describe, expect, it } from 'vitest';
import { leftWorks } from '../../designer/packages/left-works.ts';
import { aSmallDraft } from './forms/a-draft.ts';

/** A browser's store in memory. */
function aStore(texts: Readonly<Record<string, string>>): Storage {
  const held = new Map(Object.entries(texts));
  return {
    get length() {
      return held.size;
    },
    key: (index) => [...held.keys()][index] ?? null,
    getItem: (name) => held.get(name) ?? null,
    setItem: (name, value) => void held.set(name, value),
    removeItem: (name) => void held.delete(name),
    clear: () => held.clear(),
  };
}

/** A work as the designer kept it before packages held the forms. */
const aWork = (changes: object = {}): string =>
  JSON.stringify({
    workId: 'uno',
    draft: aSmallDraft(),
    changedAt: '2026-03-02T08:00:00.000Z',
    startedAt: '2026-03-01T08:00:00.000Z',
    origin: { procedureId: 'accesso', title: 'Accesso', version: 2, formId: 'prova', keys: ['nome'] },
    notices: [{ code: 'taglist', partId: 'x', params: { name: 'Tag' } }],
    ...changes,
  });

describe('the forms that were left in a browser', () => {
  it('are found with what their import had to say', () => {
    const [work] = leftWorks(aStore({ 'iter.modulo.uno': aWork() })).list();
    expect(work).toMatchObject({
      name: 'iter.modulo.uno',
      form: aSmallDraft(),
      changedAt: '2026-03-02T08:00:00.000Z',
      notices: [{ code: 'taglist', partId: 'x', params: { name: 'Tag' } }],
    });
  });

  it('stand with the last changed first', () => {
    const store = aStore({
      'iter.modulo.vecchio': aWork({ changedAt: '2026-03-01T08:00:00.000Z' }),
      'iter.modulo.nuovo': aWork({ changedAt: '2026-03-09T08:00:00.000Z' }),
    });
    expect(
      leftWorks(store)
        .list()
        .map(({ name }) => name),
    ).toEqual(['iter.modulo.nuovo', 'iter.modulo.vecchio']);
  });

  it('go one by one', () => {
    const works = leftWorks(aStore({ 'iter.modulo.uno': aWork(), 'iter.modulo.due': aWork(), altro: '{}' }));
    works.forget('iter.modulo.uno');
    expect(works.list().map(({ name }) => name)).toEqual(['iter.modulo.due']);
  });

  it('have no key that still follows its label', () => {
    const draft = { id: 'a', components: [{ id: 'n', type: 'textfield', key: 'nome', keyFollowsLabel: true }] };
    const [work] = leftWorks(aStore({ 'iter.modulo.uno': aWork({ draft }) })).list();
    expect(work?.form?.components).toEqual([{ id: 'n', type: 'textfield', key: 'nome' }]);
  });

  it.each([
    ['no JSON', '{'],
    ['no work', '{"workId":"x"}'],
    ['no form', aWork({ draft: { components: 3 } })],
    ['null', 'null'],
  ])('are offered as they are kept when what is there is %s', (_reason, text) => {
    expect(leftWorks(aStore({ 'iter.modulo.x': text })).list()).toEqual([{ name: 'iter.modulo.x', text, notices: [] }]);
  });
});
