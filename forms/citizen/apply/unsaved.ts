import { z } from 'zod';
import { answers } from '../../contract/shapes.ts';
import type { Answers } from '../../schema/document.ts';

/** Answers that could not be saved, and those on the server out of which they grew. */
export interface Unsaved {
  readonly base: Answers;
  readonly answers: Answers;
}

const unsaved = z.object({ base: answers, answers });

const nameOf = (draftId: string): string => `iter.draft.${draftId}`;

/** Keeps answers in this tab until it is closed; the next sign-in takes them up again. */
export function keepUnsaved(draftId: string, { base, answers: mine }: Unsaved): void {
  sessionStorage.setItem(nameOf(draftId), JSON.stringify({ base, answers: mine }));
}

/** The answers kept in this tab; undefined when there are none. */
export function readUnsaved(draftId: string): Unsaved | undefined {
  const text = sessionStorage.getItem(nameOf(draftId));
  return text === null ? undefined : unsaved.safeParse(JSON.parse(text)).data;
}

/** Forgets the answers kept in this tab: they are on the server now. */
export const forgetUnsaved = (draftId: string): void => sessionStorage.removeItem(nameOf(draftId));
