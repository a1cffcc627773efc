import { describe, expect, it } from 'vitest';
import { storageKeeper, type Work } from '../../../designer/forms/work/keeping.ts';
import { aSmallDraft } from './a-draft.ts';

/** A browser's store in memory, with room for so many characters. */
function aStore(room = Infinity): Storage {
  const held = new Map<string, string>();
  return {
    get length() {
      return held.size;
    },
    key: (index) => [...held.keys()][index] ?? null,
    getItem: (name) => held.get(name) ?? null,
    setItem: (name, value) => {
      if (value.length > room) throw new DOMException('No room', 'QuotaExceededError');
      held.set(name, value);
    },
    removeItem: (name) => void held.delete(name),
    clear: () => held.clear(),
  };
}

const aWork = (changes: Partial<Work> = {}): Work => ({
  workId: 'uno',
  draft: aSmallDraft(),
  changedAt: '2026-03-02T08:00:00.000Z',
  notices: [],
  ...changes,
});

describe('a work', () => {
  it('comes back as it was kept', () => {
    const keeper = storageKeeper(aStore());
    const work = aWork({
      origin: { procedureId: 'accesso', title: 'Accesso', version: 2, formId: 'prova', keys: ['nome'] },
      notices: [{ code: 'taglist', partId: 'x', params: { name: 'Tag' } }],
    });
    expect(keeper.keep(work)).toBe(true);
    expect(keeper.find('uno')).toEqual(work);
  });

  it('is kept in the place of what it was before', () => {
    const keeper = storageKeeper(aStore());
    keeper.keep(aWork());
    keeper.keep(aWork({ changedAt: '2026-03-03T08:00:00.000Z' }));
    expect(keeper.list().map(({ changedAt }) => changedAt)).toEqual(['2026-03-03T08:00:00.000Z']);
  });

  it('is not kept where there is no room, and says so', () => {
    const keeper = storageKeeper(aStore(10));
    expect(keeper.keep(aWork())).toBe(false);
    expect(keeper.find('uno')).toBeUndefined();
  });

  it('is gone when it is removed, the others stay', () => {
    const keeper = storageKeeper(aStore());
    keeper.keep(aWork());
    keeper.keep(aWork({ workId: 'due' }));
    keeper.remove('uno');
    expect(keeper.list().map(({ workId }) => workId)).toEqual(['due']);
  });
});

describe('the works', () => {
  it('stand with the last changed first', () => {
    const keeper = storageKeeper(aStore());
    keeper.keep(aWork({ workId: 'vecchio', changedAt: '2026-03-01T08:00:00.000Z' }));
    keeper.keep(aWork({ workId: 'nuovo', changedAt: '2026-03-09T08:00:00.000Z' }));
    keeper.keep(aWork({ workId: 'medio', changedAt: '2026-03-05T08:00:00.000Z' }));
    expect(keeper.list().map(({ workId }) => workId)).toEqual(['nuovo', 'medio', 'vecchio']);
  });

  it.each([
    ['no JSON', '{'],
    ['no work', '{"workId":"x"}'],
    ['no form', JSON.stringify({ ...aWork(), draft: { components: 3 } })],
    ['null', 'null'],
  ])('leave out what is %s', (_reason, text) => {
    const store = aStore();
    store.setItem('iter.modulo.x', text);
    store.setItem('altro', '{}');
    const keeper = storageKeeper(store);
    expect(keeper.find('x')).toBeUndefined();
    expect(keeper.list()).toEqual([]);
  });

  it('lose a notice that is none, and nothing else', () => {
    const store = aStore();
    store.setItem('iter.modulo.uno', JSON.stringify({ ...aWork(), notices: [7, { code: 'taglist', params: {} }] }));
    expect(storageKeeper(store).find('uno')?.notices).toEqual([{ code: 'taglist', params: {} }]);
  });

  it('pass on a failure of the store that is not about room', () => {
    const store = aStore();
    store.setItem = () => {
      throw new TypeError('broken');
    };
    expect(() => storageKeeper(store).keep(aWork())).toThrow('broken');
  });
});
