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

/** What changes while a draft is at work. */
interface Work {
  readonly ports: AutosavePorts;
  /** The draft as the server has it, as far as is known here. */
  base: SavedDraft;
  pageId: string | undefined;
  view: AutosaveView;
  /** Tries that found no server, since the last one that did. */
  failures: number;
  readonly listeners: Set<() => void>;
  /** Runs the next save after so many milliseconds, in place of one planned before. */
  readonly schedule: (delayMs: number) => void;
}

function show(work: Work, next: Partial<AutosaveView>): void {
  work.view = { ...work.view, ...next };
  for (const listener of work.listeners) listener();
}

const isDirty = ({ base, pageId, view }: Work): boolean =>
  pageId !== base.pageId || !isSame(view.answers, base.answers);

async function attempt(work: Work): Promise<boolean> {
  show(work, { state: { type: 'saving' } });
  const sent = { answers: work.view.answers, pageId: work.pageId };
  try {
    const saved = await work.ports.save({ ...sent, revision: work.base.revision });
    work.base = { ...sent, ...saved };
    work.failures = 0;
    show(work, { state: { type: 'saved', savedAt: saved.savedAt } });
    return true;
  } catch (error) {
    return recover(work, error, work.ports.failureOf(error));
  }
}

async function recover(work: Work, error: unknown, failure: SaveFailure): Promise<boolean> {
  if (failure === 'changed-elsewhere') return joinNewer(work);
  if (failure === 'unreachable') {
    show(work, { state: { type: 'offline' } });
    work.schedule(Math.min(FIRST_RETRY_MS * 2 ** work.failures++, LAST_RETRY_MS));
  } else {
    show(work, { state: failure === 'refused' ? { type: 'refused', error } : { type: 'signed-out' } });
  }
  return false;
}

async function joinNewer(work: Work): Promise<boolean> {
  try {
    const newer = await work.ports.reload();
    const { view, base } = work;
    const { answers, takenKeys } = mergeAnswers(base.answers, view.answers, newer.answers);
    work.base = newer;
    show(work, {
      answers,
      state: { type: 'saved', savedAt: newer.savedAt },
      ...(takenKeys.length > 0 ? { generation: view.generation + 1, mergedKeys: takenKeys } : {}),
    });
    return true;
  } catch (error) {
    const failure = work.ports.failureOf(error);
    return recover(work, error, failure === 'changed-elsewhere' ? 'unreachable' : failure);
  }
}

/** Gives an autosave that starts from the draft as it was read. */
export function createAutosave(start: SavedDraft, ports: AutosavePorts): Autosave {
  let running: Promise<boolean> | undefined;
  let callOff: (() => void) | undefined;
  const work: Work = {
    ports,
    base: start,
    pageId: start.pageId,
    view: { state: { type: 'saved', savedAt: start.savedAt }, answers: start.answers, generation: 0 },
    failures: 0,
    listeners: new Set(),
    schedule: (delayMs) => {
      callOff?.();
      callOff = ports.later(delayMs, () => void flush());
    },
  };

  async function flush(): Promise<boolean> {
    callOff?.();
    callOff = undefined;
    if (running === undefined && !isDirty(work)) return true;
    running ??= attempt(work).finally(() => (running = undefined));
    return (await running) && (isDirty(work) ? flush() : true);
  }

  return {
    view: () => work.view,
    subscribe: (listener) => {
      work.listeners.add(listener);
      return () => work.listeners.delete(listener);
    },
    change: (answers) => {
      if (isSame(answers, work.view.answers)) return;
      show(work, { answers, ...(work.view.state.type === 'offline' ? {} : { state: { type: 'waiting' } }) });
      work.schedule(TYPING_PAUSE_MS);
    },
    goTo: (next) => {
      work.pageId = next;
      void flush();
    },
    flush,
    refresh: () => joinNewer(work),
    isDirty: () => isDirty(work),
    unsaved: () => ({ base: work.base.answers, answers: work.view.answers }),
    revision: () => work.base.revision,
  };
}
