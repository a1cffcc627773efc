import { describe, expect, test } from 'vitest';
import { forgetAllUnsaved, unsavedKeeper, type Stores } from '../../../forms/kit/unsaved.ts';

/** A browser's storage; what it keeps stands in `entries`. */
function aStore(entries = new Map<string, string>()): Storage {
  return {
    get length() {
      return entries.size;
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (name) => entries.get(name) ?? null,
    setItem: (name, value) => void entries.set(name, value),
    removeItem: (name) => void entries.delete(name),
    clear: () => entries.clear(),
  };
}

const aBrowser = (): Stores => ({ sessionStorage: aStore(), localStorage: aStore() });
const unsaved = { base: { oggetto: '' }, answers: { oggetto: 'senza rete' } };

describe('answers that could not be saved', () => {
  test('wait for the next page of the same draft', () => {
    const browser = aBrowser();
    unsavedKeeper('d1', 'first', () => browser).keep(unsaved, 'browser');
    expect(unsavedKeeper('d1', 'second', () => browser).read()).toMatchObject([unsaved]);
    expect(unsavedKeeper('d2', 'second', () => browser).read()).toEqual([]);
  });

  test('are not those of a task whose id begins alike', () => {
    const browser = aBrowser();
    unsavedKeeper('person/d1.w8.w1', 'first', () => browser).keep(unsaved, 'tab');
    expect(unsavedKeeper('person/d1.w8', 'second', () => browser).read()).toEqual([]);
    expect(unsavedKeeper('another/d1.w8.w1', 'second', () => browser).read()).toEqual([]);
  });

  test('of two tabs do not overwrite each other', () => {
    const browser = aBrowser();
    unsavedKeeper('d1', 'one', () => browser).keep(unsaved, 'browser');
    unsavedKeeper('d1', 'two', () => browser).keep(unsaved, 'browser');
    expect(unsavedKeeper('d1', 'three', () => browser).read()).toHaveLength(2);
  });

  test('end with the tab when the session has ended', () => {
    const browser = aBrowser();
    unsavedKeeper('d1', 'one', () => browser).keep(unsaved, 'tab');
    expect([browser.sessionStorage.length, browser.localStorage.length]).toEqual([1, 0]);
  });

  test('are forgotten once they are saved', () => {
    const browser = aBrowser();
    unsavedKeeper('d1', 'one', () => browser).keep(unsaved, 'browser');
    const keeper = unsavedKeeper('d1', 'two', () => browser);
    keeper.read();
    keeper.forget();
    expect(browser.localStorage.length).toBe(0);
  });

  test('are forgotten when the person signs out', () => {
    const browser = aBrowser();
    browser.localStorage.setItem('iter.language', 'en');
    unsavedKeeper('d1', 'one', () => browser).keep(unsaved, 'browser');
    forgetAllUnsaved(() => browser);
    expect([browser.localStorage.length, browser.localStorage.getItem('iter.language')]).toEqual([1, 'en']);
  });

  test('that are too old or unreadable are left alone', () => {
    const browser = aBrowser();
    browser.localStorage.setItem('iter.unsaved.d1/a', JSON.stringify({ ...unsaved, keptAt: 0 }));
    browser.localStorage.setItem('iter.unsaved.d2/a', 'not JSON');
    expect(unsavedKeeper('d1', 'b', () => browser).read()).toEqual([]);
    expect(unsavedKeeper('d2', 'b', () => browser).read()).toEqual([]);
  });
});
