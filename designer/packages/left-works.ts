import { z } from 'zod';
import { isNotice, type Notice } from '../forms/form-js/notices.ts';
import type { Draft } from '../forms/model/draft.ts';
import { settledDraft } from '../forms/model/following.ts';
import { openDraft } from '../forms/model/open.ts';
import { keptJson, keptNames } from './kept.ts';

/** A form that an earlier designer kept in this browser and nowhere else. */
export interface LeftWork {
  /** Its name in the store of the browser. */
  readonly name: string;
  /** As it is kept. */
  readonly text: string;
  /** Absent where what is kept is no form that can be read: it can only be downloaded. */
  readonly form?: Draft;
  /** An instant. */
  readonly changedAt?: string;
  /** What the import of its file had to say. */
  readonly notices: readonly Notice[];
}

/** The forms that were left in a browser. */
export interface LeftWorks {
  /** Those that can be read first, the last changed before the others. */
  readonly list: () => readonly LeftWork[];
  readonly forget: (name: string) => void;
}

const PREFIX = 'iter.modulo.';

const shape = z.object({ draft: z.unknown(), changedAt: z.iso.datetime(), notices: z.array(z.unknown()) });

/** Finds the forms in the store of a browser. */
export const leftWorks = (storage: Storage): LeftWorks => ({
  list: () =>
    keptNames(storage, PREFIX)
      .map((name) => readWork(name, storage.getItem(name) ?? ''))
      .sort((one, other) => (other.changedAt ?? '').localeCompare(one.changedAt ?? '')),
  forget: (name) => storage.removeItem(name),
});

function readWork(name: string, text: string): LeftWork {
  const kept = shape.safeParse(keptJson(text)).data;
  const opened = kept === undefined ? undefined : openDraft(kept.draft);
  if (kept === undefined || opened === undefined || 'fault' in opened) return { name, text, notices: [] };
  const { changedAt, notices } = kept;
  return { name, text, form: settledDraft(opened.draft), changedAt, notices: notices.filter(isNotice) };
}
