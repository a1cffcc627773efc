import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Draft } from '../../contract/drafts.ts';
import { codeOf, isSignedOut, isUnreachable } from '../../kit/failure.ts';
import { randomKey } from '../../kit/random-key.ts';
import { isList } from '../../schema/components.ts';
import type { FormDocument } from '../../schema/document.ts';
import { fieldsOf } from '../../schema/pages.ts';
import { call, draftQuery } from '../queries.ts';
import { saveCall } from '../save-call.ts';
import { createAutosave, type Autosave, type AutosaveView, type SavedDraft, type SaveFailure } from './autosave.ts';
import { apart, withReasons } from './reasons.ts';
import { otherTabs, type OtherTabs } from './tabs.ts';
import { unsavedKeeper, type UnsavedKeeper } from '../../kit/unsaved.ts';

/** How often an open page looks whether the draft was saved on another device. */
const LOOK_EVERY_MS = 30_000;

function failureOf(error: unknown): SaveFailure {
  if (codeOf(error) === 'draft.changed-elsewhere') return 'changed-elsewhere';
  if (isSignedOut(error)) return 'signed-out';
  return isUnreachable(error) ? 'unreachable' : 'refused';
}

/** What an autosave works with on a page. */
interface Surroundings {
  readonly draft: Draft;
  readonly form: FormDocument;
  readonly tabs: OtherTabs;
  readonly read: () => Promise<Draft>;
  readonly onSignedOut: () => void;
}

function autosaveOf({ draft, form, tabs, read, onSignedOut }: Surroundings): Autosave {
  const params = { draftId: draft.draftId };
  return createAutosave(together(draft), {
    save: ({ answers: written, revision, pageId }) => {
      const { answers, reasons } = apart(written);
      const body = { answers: { ...answers }, reasons, revision, ...(pageId === undefined ? {} : { pageId }) };
      return saveCall('saveDraft', { params, body });
    },
    reload: async () => together(await read()),
    announce: tabs.announce,
    lists: new Set(fieldsOf(form).flatMap(({ component, path }) => (isList(component) ? [path] : []))),
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

/** A draft whose reasons stand among its answers. */
const together = (draft: Draft): SavedDraft => ({ ...draft, answers: withReasons(draft.answers, draft.reasons) });

/** A draft that saves itself, as a page uses it. */
export interface DraftAtWork {
  readonly autosave: Autosave;
  readonly view: AutosaveView;
  /** Answers typed before the last page ended were found in this browser and put back. */
  readonly isRestored: boolean;
}

/** Reads the draft; one that was sent, or whose form has changed while all is saved here, is shown anew by its page. */
function useReading(draft: Draft): (isDirty: () => boolean) => Promise<Draft> {
  const queries = useQueryClient();
  return async (isDirty) => {
    const { draftId } = draft;
    const read = await call('readDraft', { params: { draftId } });
    const isAnother = read.dossierId !== undefined || read.procedureVersion !== draft.procedureVersion;
    if (isAnother && !isDirty()) queries.setQueryData(draftQuery(draftId).queryKey, read);
    return read;
  };
}

/**
 * Keeps a draft saved: after a pause in typing, when the page is hidden or left, and when the connection is back.
 * Answers that meet the end of the session wait in this tab for the next sign-in; those without a connection wait in
 * this browser. What other tabs and devices save is joined field by field.
 */
export function useAutosave(draft: Draft, form: FormDocument, onSignedOut: () => void): DraftAtWork {
  const read = useReading(draft);
  const [{ autosave, isRestored, keeper, tabs }] = useState(() => {
    const own = unsavedKeeper(draft.draftId, randomKey());
    const others = otherTabs(draft.draftId);
    const created: Autosave = autosaveOf({
      draft,
      form,
      tabs: others,
      read: () => read(() => created.isDirty()),
      onSignedOut,
    });
    return { autosave: created, isRestored: restore(created, own), keeper: own, tabs: others };
  });
  const view = useSyncExternalStore(autosave.subscribe, autosave.view);
  useKeeping(autosave, view, keeper);
  useSaving(autosave, keeper);
  useEffect(() => tabs.listen(autosave.receive), [autosave, tabs]);
  return { autosave, view, isRestored };
}

/** Takes up what earlier pages could not save; true when there was something that the server does not have. */
function restore(autosave: Autosave, keeper: UnsavedKeeper): boolean {
  const { answers } = autosave.view();
  for (const kept of keeper.read()) autosave.takeUp({ base: kept.base, mine: kept.answers });
  if (!autosave.isDirty()) keeper.forget();
  return autosave.view().answers !== answers;
}

/** What cannot be saved is kept in the browser while it cannot, and forgotten once it is. */
function useKeeping(autosave: Autosave, { state, answers }: AutosaveView, keeper: UnsavedKeeper): void {
  useEffect(() => {
    if (state.type === 'saved' && !autosave.isDirty()) keeper.forget();
    if (state.type === 'signed-out') keeper.keep(autosave.unsaved(), 'tab');
    if (state.type === 'offline' || state.type === 'refused') keeper.keep(autosave.unsaved(), 'browser');
  }, [autosave, state, answers, keeper]);
}

function useSaving(autosave: Autosave, keeper: UnsavedKeeper): void {
  useEffect(() => {
    const save = (): void => void autosave.flush();
    const look = (): void => {
      if (document.visibilityState === 'visible') void autosave.look();
    };
    const saveWhenHidden = (): void => {
      if (document.visibilityState === 'hidden') save();
      else look();
    };
    const keep = (): void => {
      if (autosave.isDirty() && autosave.view().state.type !== 'signed-out') keeper.keep(autosave.unsaved(), 'browser');
    };
    const looking = setInterval(look, LOOK_EVERY_MS);
    document.addEventListener('visibilitychange', saveWhenHidden);
    document.addEventListener('focusout', save);
    window.addEventListener('online', save);
    window.addEventListener('pagehide', keep);
    return () => {
      clearInterval(looking);
      document.removeEventListener('visibilitychange', saveWhenHidden);
      document.removeEventListener('focusout', save);
      window.removeEventListener('online', save);
      window.removeEventListener('pagehide', keep);
      save();
    };
  }, [autosave, keeper]);
}
