import { useSyncExternalStore } from 'react';

/**
 * The files that are on their way to the keeper, of all fields of the tab. Whatever sends answers or leaves the page
 * goes through `afterUploads`: the answers do not name a file before it has arrived. Links and the history of the
 * browser are held here.
 *
 * Three states. **At rest**: nothing is on its way, an act is done at once. **Waiting**: an act waits for the files,
 * and `UploadWaiting` shows them. **Failed**: some did not arrive; the act is not done, and the person is told which.
 *
 * A field that another answer hides keeps its files on their way and its refusals: both are there when it is shown
 * again. They end with the form (`endUploads`).
 */
export interface UploadsInHand {
  readonly uploads: readonly UploadInHand[];
  /** Why the last files of fields were not taken. */
  readonly refusals: readonly Refusal[];
  /** Why files did not arrive since somebody began to wait, as sentences with their names. */
  readonly failures: readonly string[];
  readonly isWaiting: boolean;
  /** What waits is only a way elsewhere: it can be gone without the files. */
  readonly isLeaving: boolean;
}

/** Why a file of a field was not taken, as a sentence. */
export interface Refusal {
  readonly fieldId: string;
  readonly text: string;
}

/** A file on its way. */
export interface UploadInHand {
  readonly key: number;
  /** The id of the field that it is for. */
  readonly fieldId: string;
  readonly name: string;
  /** From 0 to 1. */
  readonly fraction: number;
  readonly cancel: () => void;
}

/** What whoever sends a file tells of it. */
export interface UploadReport {
  readonly progress: (fraction: number) => void;
  /** It arrived, or was cancelled, or did not arrive: then with the sentence that says so. */
  readonly end: (failure?: string) => void;
}

const atRest: UploadsInHand = { uploads: [], refusals: [], failures: [], isWaiting: false, isLeaving: false };

let state = atRest;
let act: (() => void) | undefined;
let counter = 0;
const listeners = new Set<() => void>();

function put(next: Partial<UploadsInHand>): void {
  state = { ...state, ...next };
  for (const listener of listeners) listener();
}

/** Notes a file that begins its way. */
export function beginUpload({
  fieldId,
  name,
  cancel,
}: Pick<UploadInHand, 'fieldId' | 'name' | 'cancel'>): UploadReport {
  counter += 1;
  const key = counter;
  if (state.uploads.length === 0) watchLeaving();
  put({ uploads: [...state.uploads, { key, fieldId, name, fraction: 0, cancel }] });
  return {
    progress: (fraction) =>
      put({ uploads: state.uploads.map((each) => (each.key === key ? { ...each, fraction } : each)) }),
    end: (failure) => endUpload(key, failure),
  };
}

function endUpload(key: number, failure: string | undefined): void {
  const uploads = state.uploads.filter((each) => each.key !== key);
  const failures = state.isWaiting && failure !== undefined ? [...state.failures, failure] : state.failures;
  put({ uploads, failures });
  if (uploads.length > 0) return;
  unwatchLeaving();
  if (failures.length > 0) return;
  const waiting = act;
  stopWaiting();
  waiting?.();
}

/** Does something once no file is on its way; at once when none is. It is not done when one of them fails. */
export function afterUploads(next: () => void): void {
  if (state.uploads.length === 0) return next();
  act = next;
  put({ isWaiting: true, isLeaving: false, failures: [] });
}

/** The same for a way elsewhere, which may also be gone at once without the files. */
function leaveAfterUploads(next: () => void): void {
  afterUploads(next);
  if (state.isWaiting) put({ isLeaving: true });
}

/** Gives up all files that are on their way, and goes where somebody wanted to go. */
export function leaveWithoutUploads(): void {
  const waiting = act;
  stopWaiting();
  unwatchLeaving();
  for (const { cancel } of state.uploads) cancel();
  waiting?.();
}

/** Goes back to the page: the files go on, the act is forgotten. */
export function stopWaiting(): void {
  act = undefined;
  if (state.isWaiting) put({ isWaiting: false, isLeaving: false, failures: [] });
}

/** Tells why files of a field are not taken, in place of what was told of its files before. */
export function refuseFiles(fieldId: string, texts: readonly string[]): void {
  const others = state.refusals.filter((each) => each.fieldId !== fieldId);
  put({ refusals: [...others, ...texts.map((text) => ({ fieldId, text }))] });
}

/** Tells why a file of a field did not arrive, beside what was told of others. */
export function refuseFile(refusal: Refusal): void {
  put({ refusals: [...state.refusals, refusal] });
}

/** The form is gone: what is on its way for it has no answer to go to. */
export function endUploads(): void {
  stopWaiting();
  put({ refusals: [] });
  for (const { cancel } of state.uploads) cancel();
}

/** What is on its way now. */
export const useUploadsInHand = (): UploadsInHand => useSyncExternalStore(subscribe, () => state);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function watchLeaving(): void {
  window.addEventListener('beforeunload', warn);
  window.addEventListener('click', holdLink, { capture: true });
  here = placeOf(window.history.state);
}

function unwatchLeaving(): void {
  window.removeEventListener('beforeunload', warn);
  window.removeEventListener('click', holdLink, { capture: true });
}

/** The browser asks in its own words whether to leave. */
const warn = (event: BeforeUnloadEvent): void => event.preventDefault();

/** A link of this tab that is followed takes the form away: it is followed after the files. */
function holdLink(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || event.button !== 0 || event.ctrlKey || event.metaKey) return;
  if (link.target === '_blank' || link.hasAttribute('download') || link.getAttribute('href')?.startsWith('#')) return;
  event.preventDefault();
  event.stopPropagation();
  leaveAfterUploads(() => link.click());
}

/**
 * Hears of the browser's buttons *back* and *forward* before the router does. To be called before the router is drawn:
 * on the window itself listeners are called in the order in which they came.
 */
export function hearHistoryFirst(): void {
  window.addEventListener('popstate', (event) => {
    if (state.uploads.length > 0) holdHistory(event);
  });
}

/** Where in the history the form stands that the files are for, as the router counts; undefined when it does not. */
let here: number | undefined;

const placeOf = (entry: unknown): number | undefined =>
  typeof entry === 'object' && entry !== null && 'idx' in entry && typeof entry.idx === 'number'
    ? entry.idx
    : undefined;

/** How far away in the history somebody wanted to go, until the form stands there again. */
let wanted: number | undefined;

/**
 * The browser's buttons *back* and *forward* have moved already when this is told: it moves to the form again, asks,
 * and goes where was wanted after the files.
 */
function holdHistory(event: PopStateEvent): void {
  const there = placeOf(event.state);
  if (here === undefined || there === undefined) return;
  event.stopImmediatePropagation();
  const away = there - here;
  if (away !== 0) {
    wanted = away;
    window.history.go(-away);
  } else if (wanted !== undefined) {
    const distance = wanted;
    wanted = undefined;
    leaveAfterUploads(() => window.history.go(distance));
  }
}
