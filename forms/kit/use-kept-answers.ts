import { useEffect, useState } from 'react';
import type { Answers } from '../schema/document.ts';
import { isSignedOut, isUnreachable } from './failure.ts';
import { createKeeper, type KeptState } from './keeper.ts';
import { useUnsaved } from './use-unsaved.ts';

/** The answers of a task while they are written, saved by themselves. */
export interface KeptAnswers {
  readonly answers: Answers;
  readonly state: KeptState;
  /** Answers that the server never got were found in this tab and put back. */
  readonly isRestored: boolean;
  change(answers: Answers): void;
  /** Saves at once what is not yet saved; true when nothing is left unsaved. */
  flush(): Promise<boolean>;
  /** Saves nothing more: the task is being completed. */
  stop(): void;
  /** Forgets what this tab keeps: the task is complete. */
  forget(): void;
}

/** What is written, and where it is kept. */
export interface ToKeep {
  /** The task, within the reach of `personId`. */
  readonly subject: string;
  readonly personId: string;
  /** The answers as the server has them. */
  readonly initial: Answers;
  /** Saves on the server and gives the instant. Absent for what no server keeps: it then waits in this tab only. */
  readonly save?: ((answers: Answers) => Promise<string>) | undefined;
}

/**
 * Holds the answers of a task, from those kept before, and keeps every change on the server. Until it is there the
 * change waits in this tab, over a reload and over the end of the session.
 */
export function useKeptAnswers({ subject, personId, initial, save }: ToKeep): KeptAnswers {
  const unsaved = useUnsaved(personId, subject, initial);
  const [answers, setAnswers] = useState(unsaved.answers);
  const [state, setState] = useState<KeptState>({ type: 'idle' });
  const [keeper] = useState(
    () =>
      save &&
      createKeeper<Answers>({
        save: async (value) => {
          const savedAt = await save(value);
          unsaved.forget(value);
          return savedAt;
        },
        mayRetry: (error) => isUnreachable(error) || isSignedOut(error),
        tell: setState,
        delayMs: 800,
        retryMs: 5_000,
      }),
  );
  useEffect(() => {
    const saveWhenHidden = (): void => {
      if (document.visibilityState === 'hidden') void keeper?.flush();
    };
    document.addEventListener('visibilitychange', saveWhenHidden);
    return () => {
      document.removeEventListener('visibilitychange', saveWhenHidden);
      void keeper?.flush();
    };
  }, [keeper]);
  useEffect(() => {
    if (unsaved.isRestored) keeper?.keep(unsaved.answers);
  }, [keeper, unsaved]);
  return {
    answers,
    state,
    isRestored: unsaved.isRestored,
    change: (next) => {
      setAnswers(next);
      unsaved.keep(next);
      keeper?.keep(next);
    },
    flush: async () => (await keeper?.flush()) ?? true,
    stop: () => keeper?.stop(),
    forget: unsaved.forget,
  };
}
