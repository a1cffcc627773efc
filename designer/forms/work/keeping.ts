import { z } from 'zod';
import { isObject, type Draft } from '../model/draft.ts';
import { openDraft } from '../model/open.ts';
import type { Notice } from '../form-js/notices.ts';

/** Where a work came from: a form of a published procedure. */
export interface WorkOrigin {
  readonly procedureId: string;
  readonly title: string;
  readonly version: number;
  /** The id of the form in the procedure, and the answers it had. */
  readonly formId: string;
  readonly keys: readonly string[];
}

/** A form somebody works on. */
export interface Work {
  readonly workId: string;
  readonly draft: Draft;
  /** An instant. */
  readonly changedAt: string;
  /** An instant; absent from works that are older than this member. */
  readonly startedAt?: string;
  readonly origin?: WorkOrigin;
  /** What the import of the file had to say. */
  readonly notices: readonly Notice[];
}

/** Keeps works from one visit to the next. */
export interface Keeper {
  /** All works, the last changed first; what cannot be read is left out. */
  readonly list: () => readonly Work[];
  readonly find: (workId: string) => Work | undefined;
  /** False when there is no room: the work is then only on the screen. */
  readonly keep: (work: Work) => boolean;
  readonly remove: (workId: string) => void;
}

const PREFIX = 'iter.modulo.';

const shape = z.object({
  workId: z.string(),
  draft: z.unknown(),
  changedAt: z.string(),
  startedAt: z.string().optional(),
  origin: z
    .object({
      procedureId: z.string(),
      title: z.string(),
      version: z.number(),
      formId: z.string(),
      keys: z.array(z.string()),
    })
    .optional(),
  notices: z.array(z.unknown()),
});

function readWork(text: string | null): Work | undefined {
  const parsed = shape.safeParse(jsonOf(text)).data;
  if (parsed === undefined) return undefined;
  const opened = openDraft(parsed.draft);
  if ('fault' in opened) return undefined;
  const { workId, changedAt, startedAt, origin } = parsed;
  return {
    workId,
    changedAt,
    ...(startedAt !== undefined && { startedAt }),
    draft: opened.draft,
    notices: parsed.notices.filter(isNotice),
    ...(origin && { origin }),
  };
}

const isNotice = (value: unknown): value is Notice =>
  isObject(value) && typeof value['code'] === 'string' && isObject(value['params']);

function jsonOf(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch (error) {
    // Whatever else lies in the browser's store under our names is none of our works.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Keeps works in the store of a browser. */
export function storageKeeper(storage: Storage): Keeper {
  const find = (workId: string): Work | undefined => readWork(storage.getItem(PREFIX + workId));
  return {
    find,
    list: () =>
      Array.from({ length: storage.length }, (_none, index) => storage.key(index) ?? '')
        .filter((name) => name.startsWith(PREFIX))
        .flatMap((name) => find(name.slice(PREFIX.length)) ?? [])
        .sort((one, other) => other.changedAt.localeCompare(one.changedAt)),
    keep: (work) => {
      try {
        storage.setItem(PREFIX + work.workId, JSON.stringify(work));
        return true;
      } catch (error) {
        if (error instanceof DOMException) return false;
        throw error;
      }
    },
    remove: (workId) => storage.removeItem(PREFIX + workId),
  };
}
