import type { Answers } from '../../schema/document.ts';
import { isSame, mergeAnswers } from './merge.ts';

/**
 * Keeps a draft saved while a person writes.
 *
 * `saved` ⇄ `waiting` (something was typed, a save is due) → `saving` → `saved`. A save that finds no server waits in
 * `offline` and tries again by itself, later and later. A save that meets a newer version joins both and saves again.
 * `signed-out` and `refused` wait for the person: the next change or `flush` tries again.
 */
export type SaveState =
  | { readonly type: 'saved'; readonly savedAt: string }
  | { readonly type: 'waiting' | 'saving' | 'offline' | 'signed-out' }
  | { readonly type: 'refused'; readonly error: unknown };

/** What the page shows. */
export interface AutosaveView {
  readonly state: SaveState;
  readonly answers: Answers;
  /** Grows when the answers were changed by a merge, so that the form is drawn again. */
  readonly generation: number;
  /** The keys that the last merge took from elsewhere; absent when there was none. */
  readonly mergedKeys?: readonly string[];
}

/** A draft as the server keeps it. */
export interface SavedDraft {
  readonly answers: Answers;
  readonly revision: number;
  readonly savedAt: string;
  readonly pageId?: string | undefined;
}

/** Why a save failed: a newer version, no session, no server, or a plain refusal. */
export type SaveFailure = 'changed-elsewhere' | 'signed-out' | 'unreachable' | 'refused';

/** What an autosave takes from outside. */
export interface AutosavePorts {
  readonly save: (draft: Omit<SavedDraft, 'savedAt'>) => Promise<Pick<SavedDraft, 'revision' | 'savedAt'>>;
  /** The draft as it is on the server now. */
  readonly reload: () => Promise<SavedDraft>;
  readonly failureOf: (error: unknown) => SaveFailure;
  /** Runs something after so many milliseconds; gives the way to call it off. */
  readonly later: (delayMs: number, run: () => void) => () => void;
}

/** A running autosave. */
export interface Autosave {
  readonly view: () => AutosaveView;
  readonly subscribe: (listener: () => void) => () => void;
  /** The person changed something. */
  readonly change: (answers: Answers) => void;
  /** The person went to another page of the form; saved at once. */
  readonly goTo: (pageId: string) => void;
  /** Saves now what is not saved yet; true when everything is on the server. */
  readonly flush: () => Promise<boolean>;
  /** Joins the version on the server with the one here; for when another call met a newer one. */
  readonly refresh: () => Promise<boolean>;
  readonly isDirty: () => boolean;
  /** The answers and the saved ones they grew out of, to keep them over a new sign-in. */
  readonly unsaved: () => { readonly base: Answers; readonly answers: Answers };
  /** The revision on the server. */
  readonly revision: () => number;
}

const TYPING_PAUSE_MS = 800;
const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 30_000;

/** Gives an autosave that starts from the draft as it was read. */
export function createAutosave(start: SavedDraft, ports: AutosavePorts): Autosave {
  let base = start;
  let pageId = start.pageId;
  let view: AutosaveView = { state: { type: 'saved', savedAt: start.savedAt }, answers: start.answers, generation: 0 };
  let running: Promise<boolean> | undefined;
  let callOff: (() => void) | undefined;
  let failures = 0;
  const listeners = new Set<() => void>();

  const show = (next: Partial<AutosaveView>): void => {
    view = { ...view, ...next };
    for (const listener of listeners) listener();
  };
  const isDirty = (): boolean => pageId !== base.pageId || !isSame(view.answers, base.answers);
  const schedule = (delayMs: number): void => {
    callOff?.();
    callOff = ports.later(delayMs, () => void flush());
  };

  async function flush(): Promise<boolean> {
    callOff?.();
    callOff = undefined;
    if (running === undefined && !isDirty()) return true;
    running ??= attempt().finally(() => (running = undefined));
    return (await running) && (isDirty() ? flush() : true);
  }

  async function attempt(): Promise<boolean> {
    show({ state: { type: 'saving' } });
    const sent = { answers: view.answers, pageId };
    try {
      const saved = await ports.save({ ...sent, revision: base.revision });
      base = { ...sent, ...saved };
      failures = 0;
      show({ state: { type: 'saved', savedAt: saved.savedAt } });
      return true;
    } catch (error) {
      return recover(error, ports.failureOf(error));
    }
  }

  async function recover(error: unknown, failure: SaveFailure): Promise<boolean> {
    if (failure === 'changed-elsewhere') return joinNewer();
    if (failure === 'unreachable') {
      show({ state: { type: 'offline' } });
      schedule(Math.min(FIRST_RETRY_MS * 2 ** failures++, LAST_RETRY_MS));
    } else {
      show({ state: failure === 'refused' ? { type: 'refused', error } : { type: 'signed-out' } });
    }
    return false;
  }

  async function joinNewer(): Promise<boolean> {
    try {
      const newer = await ports.reload();
      const { answers, takenKeys } = mergeAnswers(base.answers, view.answers, newer.answers);
      base = newer;
      const isVisible = takenKeys.length > 0;
      show({
        answers,
        state: { type: 'saved', savedAt: newer.savedAt },
        ...(isVisible ? { generation: view.generation + 1, mergedKeys: takenKeys } : {}),
      });
      return true;
    } catch (error) {
      const failure = ports.failureOf(error);
      return recover(error, failure === 'changed-elsewhere' ? 'unreachable' : failure);
    }
  }

  return {
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change: (answers) => {
      if (isSame(answers, view.answers)) return;
      show({ answers, ...(view.state.type === 'offline' ? {} : { state: { type: 'waiting' } }) });
      schedule(TYPING_PAUSE_MS);
    },
    goTo: (next) => {
      pageId = next;
      void flush();
    },
    flush,
    refresh: joinNewer,
    isDirty,
    unsaved: () => ({ base: base.answers, answers: view.answers }),
    revision: () => base.revision,
  };
}
