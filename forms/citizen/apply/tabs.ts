import { z } from 'zod';
import { answers } from '../../contract/shapes.ts';
import type { SavedDraft } from './autosave.ts';

const savedDraft = z.object({
  answers,
  revision: z.number().int(),
  savedAt: z.string(),
  pageId: z.string().optional(),
});

/** The other tabs of this browser in which the same draft is open. */
export interface OtherTabs {
  /** Tells them what was saved here. */
  readonly announce: (draft: SavedDraft) => void;
  /** Is told what they save; gives the way to stop. */
  readonly listen: (heard: (draft: SavedDraft) => void) => () => void;
}

/**
 * Gives the way to the other tabs of a draft. A browser without channels has none: it sees newer versions when it
 * looks.
 */
export function otherTabs(draftId: string): OtherTabs {
  const open = (): BroadcastChannel | undefined =>
    typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(`iter.draft.${draftId}`);
  const speaking = open();
  return {
    announce: ({ answers: said, revision, savedAt, pageId }) =>
      speaking?.postMessage({ answers: said, revision, savedAt, ...(pageId === undefined ? {} : { pageId }) }),
    listen: (heard) => {
      const listening = open();
      listening?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        const told = savedDraft.safeParse(data);
        if (told.success) heard(told.data);
      });
      return () => listening?.close();
    },
  };
}
