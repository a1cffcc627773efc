import { z } from 'zod';
import { answers } from '../contract/shapes.ts';
import type { Answers } from '../schema/document.ts';

/** Answers that could not be saved, and those on the server out of which they grew. */
export interface Unsaved {
  readonly base: Answers;
  readonly answers: Answers;
}

/** Where unsaved answers wait: in the tab, which ends with it, or in the browser, which survives a closed tab. */
export type Keeping = 'tab' | 'browser';

/** Where browsers keep things; `window` has both. */
export interface Stores {
  readonly sessionStorage: Storage;
  readonly localStorage: Storage;
}

const unsaved = z.object({ base: answers, answers, keptAt: z.number() });

/** Longer than a journey without a connection, shorter than a stranger needs to come by. */
const KEPT_DAYS = 3;

const PREFIX = 'iter.unsaved.';

const namesOf = (subject: string): string => `${PREFIX}${encodeURIComponent(subject)}/`;

function namesIn(store: Storage, prefix: string): readonly string[] {
  return Array.from({ length: store.length }, (_, index) => store.key(index) ?? '').filter((name) =>
    name.startsWith(prefix),
  );
}

/** A browser may refuse to keep anything, or hold what is no JSON; unsaved answers then live as long as the page. */
function ifAllowed<Result>(work: () => Result, otherwise: Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof DOMException || error instanceof SyntaxError) return otherwise;
    throw error;
  }
}

function readOne(store: Storage, name: string, now: number): Unsaved | undefined {
  const kept = unsaved.safeParse(JSON.parse(store.getItem(name) ?? 'null')).data;
  return kept !== undefined && now - kept.keptAt < KEPT_DAYS * 86_400_000 ? kept : undefined;
}

/** The keeper of what one page could not save. */
export interface UnsavedKeeper {
  readonly keep: (unsaved: Unsaved, where: Keeping) => void;
  /** What this subject left behind: of this page, of pages that were closed, the oldest first. */
  readonly read: () => readonly Unsaved[];
  /** Forgets what `keep` and `read` have dealt with: it is on the server now. */
  readonly forget: () => void;
}

/**
 * Gives the keeper for a draft, a task or an act. `subject` names it, with the person where others may open it too.
 * `pageKey` is one for each time the page is opened, so that two tabs without a connection do not overwrite each other;
 * what is kept in the tab only needs none.
 */
export function unsavedKeeper(subject: string, pageKey: string, stores: () => Stores = () => window): UnsavedKeeper {
  const known = new Set([namesOf(subject) + pageKey]);
  const each = <Result>(work: (store: Storage) => readonly Result[]): readonly Result[] =>
    ifAllowed(() => [stores().sessionStorage, stores().localStorage].flatMap(work), []);
  return {
    keep: ({ base, answers: mine }, where) =>
      ifAllowed(() => {
        const store = where === 'tab' ? stores().sessionStorage : stores().localStorage;
        store.setItem(namesOf(subject) + pageKey, JSON.stringify({ base, answers: mine, keptAt: Date.now() }));
      }, undefined),
    read: () =>
      each((store) =>
        namesIn(store, namesOf(subject)).flatMap((name) => {
          known.add(name);
          return readOne(store, name, Date.now()) ?? [];
        }),
      ),
    forget: () =>
      void each((store) => {
        for (const name of known) store.removeItem(name);
        return [];
      }),
  };
}

/** Forgets what any page left in this browser: whoever comes next may be somebody else. */
export function forgetAllUnsaved(stores: () => Stores = () => window): void {
  ifAllowed(() => {
    for (const store of [stores().sessionStorage, stores().localStorage]) {
      for (const name of namesIn(store, PREFIX)) store.removeItem(name);
    }
  }, undefined);
}
