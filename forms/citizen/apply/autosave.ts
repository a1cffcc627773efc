import type { Answers } from '../../schema/document.ts';
import { setAnswer } from './answer-at.ts';
import { isSame, mergeAnswers, type Difference, type Versions } from '../../kit/merge.ts';

/**
 * Keeps a draft saved while a person writes.
 *
 * `saved` ⇄ `waiting` (something was typed, a save is due) → `saving` → `saved`. A save that finds no server waits in
 * `offline` and tries again by itself, later and later. A save that meets a newer version joins both and saves again; a
 * newer version that is seen before (`look`, `receive`) is joined at once. What the joining took or left is told until
 * the person has seen it. `signed-out` and `refused` wait for the person: the next change or `flush` tries again.
 */
export type SaveState =
  | { readonly type: 'saved'; readonly savedAt: string; readonly wasOffline?: boolean }
  | { readonly type: 'waiting' | 'saving' | 'offline' | 'signed-out' }
  | { readonly type: 'refused'; readonly error: unknown };

/** What the page shows. */
export interface AutosaveView {
  readonly state: SaveState;
  readonly answers: Answers;
  /** Grows when the answers were changed by a merge, so that the form is drawn again. */
  readonly generation: number;
  /** What versions from elsewhere changed or had otherwise, and the person has not said to have seen. */
  readonly told: Told;
}

/** What a person has to be told of other versions. */
export interface Told {
  readonly taken: readonly Difference[];
  readonly conflicts: readonly Difference[];
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
  /** Tells the other tabs of this browser what was saved. */
  readonly announce?: (draft: SavedDraft) => void;
  /** The repeating groups of the form, whose items are joined one by one. */
  readonly lists?: ReadonlySet<string>;
  /** Runs something after so many milliseconds; gives the way to call it off. */
  readonly later: (delayMs: number, run: () => void) => () => void;
}

/** A running autosave. */
export interface Autosave {
  readonly view: () => AutosaveView;
  readonly subscribe: (listener: () => void) => () => void;
  /** The person changed something. */
  readonly change: (answers: Answers) => void;
  /** Puts the answer that gave way in a conflict in the place of the one that stayed. */
  readonly take: (conflict: Difference) => void;
  /** The person went to another page of the form; saved at once. */
  readonly goTo: (pageId: string) => void;
  /** Saves now what is not saved yet; true when everything is on the server. */
  readonly flush: () => Promise<boolean>;
  /** Joins the version on the server with the one here; for when another call met a newer one. */
  readonly refresh: () => Promise<boolean>;
  /** Looks whether there is a newer version elsewhere; without an answer all stays as it is. */
  readonly look: () => Promise<void>;
  /** Joins a version that another tab has saved. */
  readonly receive: (draft: SavedDraft) => void;
  /** Takes up what an earlier page could not save, and the saved answers it grew out of. */
  readonly takeUp: (unsaved: Pick<Versions, 'base' | 'mine'>) => void;
  /** The person has seen what was told. */
  readonly acknowledge: () => void;
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
    const wasOffline = work.failures > 0;
    work.failures = 0;
    if (saved.revision > work.base.revision) {
      work.base = { ...sent, ...saved };
      work.ports.announce?.(work.base);
    }
    show(work, { state: { type: 'saved', savedAt: saved.savedAt, ...(wasOffline ? { wasOffline } : {}) } });
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
    join(work, await work.ports.reload());
    return true;
  } catch (error) {
    const failure = work.ports.failureOf(error);
    return recover(work, error, failure === 'changed-elsewhere' ? 'unreachable' : failure);
  }
}

async function look(work: Work): Promise<void> {
  try {
    receive(work, await work.ports.reload());
  } catch (error) {
    // Nobody asked for this call: only the end of the session is worth a word.
    if (work.ports.failureOf(error) === 'signed-out') show(work, { state: { type: 'signed-out' } });
  }
}

function receive(work: Work, draft: SavedDraft): void {
  if (draft.revision > work.base.revision) join(work, draft);
}

function join(work: Work, newer: SavedDraft): void {
  const { view, base } = work;
  const versions = { base: base.answers, mine: view.answers, theirs: newer.answers };
  const { answers, taken, conflicts } = mergeAnswers(versions, work.ports.lists);
  // The page shown is this tab's own; only where it was not changed here does the saved one count.
  if (work.pageId === base.pageId) work.pageId = newer.pageId;
  work.base = newer;
  const isChanged = taken.length > 0;
  show(work, {
    answers,
    generation: view.generation + (isChanged ? 1 : 0),
    told: { taken: added(view.told.taken, taken), conflicts: [...view.told.conflicts, ...conflicts] },
    state: isSame(answers, newer.answers) ? { type: 'saved', savedAt: newer.savedAt } : { type: 'waiting' },
  });
  if (isDirty(work)) work.schedule(TYPING_PAUSE_MS);
}

function change(work: Work, next: Pick<AutosaveView, 'answers'> & Partial<AutosaveView>): void {
  if (isSame(next.answers, work.view.answers)) return;
  show(work, { ...next, ...(work.view.state.type === 'offline' ? {} : { state: { type: 'waiting' } }) });
  work.schedule(TYPING_PAUSE_MS);
}

function take(work: Work, conflict: Difference): void {
  const { answers, generation, told } = work.view;
  show(work, { told: { ...told, conflicts: told.conflicts.filter((one) => one !== conflict) } });
  change(work, { answers: setAnswer(answers, conflict.path, conflict.replaced), generation: generation + 1 });
}

function takeUp(work: Work, unsaved: Pick<Versions, 'base' | 'mine'>): void {
  const { answers: theirs, told } = work.view;
  const { answers, conflicts } = mergeAnswers({ ...unsaved, theirs }, work.ports.lists);
  if (isSame(answers, theirs)) return;
  show(work, {
    answers,
    state: { type: 'waiting' },
    told: { ...told, conflicts: [...told.conflicts, ...conflicts] },
  });
  work.schedule(TYPING_PAUSE_MS);
}

/**
 * What was told before and what is new. The same thing is told once, and a value that went on changing as one change.
 */
function added(before: readonly Difference[], more: readonly Difference[]): readonly Difference[] {
  const goesOn = (one: Difference): Difference | undefined =>
    more.find(({ path, replaced }) => path === one.path && isSame(one.now, replaced));
  const kept = before.map((one) => ({ ...one, ...nowOf(goesOn(one) ?? one) }));
  const isKnown = ({ path, replaced }: Difference): boolean =>
    before.some((one) => one.path === path && (isSame(one.replaced, replaced) || isSame(one.now, replaced)));
  return [...kept, ...more.filter((one) => !isKnown(one))];
}

const nowOf = ({ now }: Difference): Pick<Difference, 'now'> => (now === undefined ? {} : { now });

const NOTHING_TOLD: Told = { taken: [], conflicts: [] };

/** Gives an autosave that starts from the draft as it was read. */
export function createAutosave(start: SavedDraft, ports: AutosavePorts): Autosave {
  let running: Promise<boolean> | undefined;
  let callOff: (() => void) | undefined;
  const work: Work = {
    ports,
    base: start,
    pageId: start.pageId,
    view: {
      state: { type: 'saved', savedAt: start.savedAt },
      answers: start.answers,
      generation: 0,
      told: NOTHING_TOLD,
    },
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
    change: (answers) => change(work, { answers }),
    take: (conflict) => take(work, conflict),
    goTo: (next) => {
      work.pageId = next;
      void flush();
    },
    flush,
    refresh: () => joinNewer(work),
    look: () => look(work),
    receive: (draft) => receive(work, draft),
    takeUp: (unsaved) => takeUp(work, unsaved),
    acknowledge: () => show(work, { told: NOTHING_TOLD }),
    isDirty: () => isDirty(work),
    unsaved: () => ({ base: work.base.answers, answers: work.view.answers }),
    revision: () => work.base.revision,
  };
}
