import { useState } from 'react';
import type { Answers } from '../schema/document.ts';
import { isSame, mergeAnswers } from './merge.ts';
import { unsavedKeeper } from './unsaved.ts';

/** What a person writes in a task or an act, safe in this tab until the server has it. */
export interface UnsavedAnswers {
  /** Those of the server, with what was written before the last page ended. */
  readonly answers: Answers;
  /** Something was found in this tab that the server does not have. */
  readonly isRestored: boolean;
  readonly keep: (answers: Answers) => void;
  /** The server has `saved`, or everything; what was kept since then stays. */
  readonly forget: (saved?: Answers) => void;
}

/**
 * Keeps what is written over a reload and over the end of the session, for the person who wrote it only.
 * @param subject names what is filled in, within the reach of `personId`
 * @param start the answers of the server
 */
export function useUnsaved(personId: string, subject: string, start: Answers): UnsavedAnswers {
  const [work] = useState(() => {
    const keeper = unsavedKeeper(`${personId}/${subject}`, '');
    const answers = keeper
      .read()
      .reduce((theirs, { base, answers: mine }) => mergeAnswers({ base, mine, theirs }).answers, start);
    let newest = answers;
    return {
      answers,
      isRestored: !isSame(answers, start),
      keep: (written: Answers) => {
        newest = written;
        keeper.keep({ base: start, answers: written }, 'tab');
      },
      forget: (saved: Answers = newest) => {
        if (saved === newest) keeper.forget();
      },
    };
  });
  return work;
}
