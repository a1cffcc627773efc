import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { z } from 'zod';
import { CallProblem } from '../../forms/contract/client.ts';
import { isRefusal } from '../../forms/kit/failure.ts';
import { call } from '../queries.ts';
import { unsavedFiles } from './unsaved-files.ts';

/** A file that is open for changes. */
export interface OpenFile {
  readonly packageId: string;
  readonly path: string;
  /** Of the procedure. */
  readonly title: string;
  /** As the server has it. */
  readonly saved: { readonly text: string; readonly revision: number };
  /** What was kept in the browser and never saved. */
  readonly restored?: { readonly text: string; readonly keptAt: string };
  /** Somebody has changed it since what was kept was read. */
  readonly conflict?: Conflict;
}

const conflictShape = z.union([
  z.object({ text: z.string(), revision: z.number(), author: z.string(), changedAt: z.string() }),
  z.object({ deleted: z.literal(true) }),
]);

/** How a file stands on the server that somebody has changed meanwhile. */
export type Conflict = z.infer<typeof conflictShape>;

/** Where the changes of an open file are. */
export interface Saving {
  readonly isDirty: boolean;
  /** False where the browser has no room for unsaved changes. */
  readonly isKept: boolean;
  readonly isSaving: boolean;
  readonly revision: number;
  /** An instant; absent until something was saved on this page. */
  readonly savedAt?: string;
  readonly refusal?: unknown;
  readonly conflict?: Conflict;
  /** Writes the text over what was read; true when the server has it. */
  readonly save: (text: string) => Promise<boolean>;
  /** Writes it over what somebody else has written meanwhile. */
  readonly overwrite: (text: string) => Promise<boolean>;
  /** Drops what the browser keeps of it. */
  readonly forget: () => void;
}

interface State {
  readonly base: OpenFile['saved'];
  readonly isSaving: boolean;
  readonly savedAt?: string;
  readonly refusal?: unknown;
  readonly conflict?: Conflict;
}

/** How long after a change it is kept in the browser; typing does not write at every key. */
const KEEP_AFTER_MS = 400;

/** Saves an open file with its revision, and keeps its text in the browser as long as the server does not have it. */
export function useSaving(file: OpenFile, text: string): Saving {
  const client = useQueryClient();
  const [state, setState] = useState<State>(() => ({
    base: file.saved,
    isSaving: false,
    ...(file.conflict && { conflict: file.conflict }),
  }));
  const { base, conflict } = state;
  const isDirty = text !== base.text;
  const { isKept, forget } = useKept(file, { text, revision: base.revision, isDirty });
  const write = async (written: string, over: number): Promise<boolean> => {
    setState({ base, isSaving: true, ...(conflict && { conflict }) });
    try {
      const { packageId, path } = file;
      const body = { path, revision: over, text: written };
      const { revision } = await call('writePackageFile', { params: { packageId }, body });
      setState({ base: { text: written, revision }, isSaving: false, savedAt: new Date().toISOString() });
      await client.invalidateQueries({ queryKey: ['packages'] });
      return true;
    } catch (refusal) {
      const found = conflictIn(refusal) ?? conflict;
      setState({ base, isSaving: false, refusal, ...(found && { conflict: found }) });
      return false;
    }
  };
  const standing = conflict === undefined ? base.revision : 'deleted' in conflict ? 0 : conflict.revision;
  return {
    ...state,
    isDirty,
    isKept,
    revision: base.revision,
    save: (written) => write(written, base.revision),
    overwrite: (written) => write(written, standing),
    forget,
  };
}

function conflictIn(refusal: unknown): Conflict | undefined {
  if (!isRefusal(refusal, 'package.changed-elsewhere') || !(refusal instanceof CallProblem)) return undefined;
  return conflictShape.safeParse(refusal.problem.details).data;
}

interface Kept {
  readonly text: string;
  readonly revision: number;
  readonly isDirty: boolean;
}

function useKept({ packageId, path, title }: OpenFile, { text, revision, isDirty }: Kept) {
  const [isKept, setKept] = useState(true);
  const store = useMemo(() => unsavedFiles(window.localStorage), []);
  useEffect(() => {
    if (!isDirty) return store.forget(packageId, path);
    const keptAt = new Date().toISOString();
    const keep = (): void => setKept(store.keep({ packageId, path, title, revision, text, keptAt }));
    const timer = setTimeout(keep, KEEP_AFTER_MS);
    window.addEventListener('pagehide', keep);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', keep);
    };
  }, [store, packageId, path, title, revision, text, isDirty]);
  return { isKept, forget: () => store.forget(packageId, path) };
}
