import { useEffect, useState, useSyncExternalStore } from 'react';
import { createClient } from '../../contract/client.ts';
import type { Draft } from '../../contract/drafts.ts';
import { codeOf, isSignedOut, isUnreachable } from '../../kit/failure.ts';
import { call } from '../queries.ts';
import { createAutosave, type Autosave, type AutosaveView, type SaveFailure } from './autosave.ts';
import { mergeAnswers } from './merge.ts';
import { forgetUnsaved, keepUnsaved, readUnsaved } from './unsaved.ts';

/** Bodies up to this size may outlive the page that sent them; the Fetch standard stops at 64 KiB. */
const KEEPALIVE_BYTES = 60_000;

const isSmall = (body: unknown): boolean => typeof body === 'string' && new Blob([body]).size < KEEPALIVE_BYTES;

/** A save that was under way when the page closed still arrives. */
const saveCall = createClient((input, init) => fetch(input, { ...init, keepalive: isSmall(init?.body) }));

function failureOf(error: unknown): SaveFailure {
  if (codeOf(error) === 'draft.changed-elsewhere') return 'changed-elsewhere';
  if (isSignedOut(error)) return 'signed-out';
  return isUnreachable(error) ? 'unreachable' : 'refused';
}

function autosaveOf(draft: Draft, onSignedOut: () => void): Autosave {
  const { draftId } = draft;
  const params = { draftId };
  return createAutosave(draft, {
    save: ({ answers, revision, pageId }) =>
      saveCall('saveDraft', {
        params,
        body: { answers: { ...answers }, revision, ...(pageId === undefined ? {} : { pageId }) },
      }),
    reload: () => call('readDraft', { params }),
    failureOf: (error) => {
      const failure = failureOf(error);
      if (failure === 'signed-out') onSignedOut();
      return failure;
    },
    later: (delayMs, run) => {
      const timer = setTimeout(run, delayMs);
      return () => clearTimeout(timer);
    },
  });
}

/** A draft that saves itself, as a page uses it. */
export interface DraftAtWork {
  readonly autosave: Autosave;
  readonly view: AutosaveView;
  /** Answers typed before the last session ended were found in this browser and put back. */
  readonly isRestored: boolean;
}

/**
 * Keeps a draft saved: after a pause in typing, when the page is hidden or left, and when the connection is back.
 * Answers that meet the end of the session wait in this tab for the next sign-in.
 */
export function useAutosave(draft: Draft, onSignedOut: () => void): DraftAtWork {
  const [{ autosave, isRestored }] = useState(() => {
    const created = autosaveOf(draft, () => {
      keepUnsaved(draft.draftId, created.unsaved());
      onSignedOut();
    });
    const kept = readUnsaved(draft.draftId);
    if (kept) created.change(mergeAnswers(kept.base, kept.answers, draft.answers).answers);
    return { autosave: created, isRestored: kept !== undefined };
  });
  const view = useSyncExternalStore(autosave.subscribe, autosave.view);
  const isSafe = view.state.type === 'saved';
  useEffect(() => {
    if (isSafe) forgetUnsaved(draft.draftId);
  }, [isSafe, draft.draftId]);

  useEffect(() => {
    const save = (): void => void autosave.flush();
    const saveWhenHidden = (): void => {
      if (document.visibilityState === 'hidden') save();
    };
    const warn = (event: BeforeUnloadEvent): void => {
      if (autosave.isDirty() && autosave.view().state.type !== 'signed-out') event.preventDefault();
    };
    document.addEventListener('visibilitychange', saveWhenHidden);
    document.addEventListener('focusout', save);
    window.addEventListener('online', save);
    window.addEventListener('beforeunload', warn);
    return () => {
      document.removeEventListener('visibilitychange', saveWhenHidden);
      document.removeEventListener('focusout', save);
      window.removeEventListener('online', save);
      window.removeEventListener('beforeunload', warn);
      save();
    };
  }, [autosave]);
  return { autosave, view, isRestored };
}
