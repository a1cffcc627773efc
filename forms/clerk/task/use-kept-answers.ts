import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { isSignedOut, isUnreachable } from '../../kit/failure.ts';
import { useUnsaved } from '../../kit/use-unsaved.ts';
import type { Answers } from '../../schema/document.ts';
import { call, taskQueryOf } from '../queries.ts';
import { createKeeper, type KeptState } from './keeper.ts';

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

/**
 * Holds the answers of a claimed task, from those kept before, and keeps every change on the server. Until it is there
 * the change waits in this tab, over a reload and over the end of the session.
 */
export function useKeptAnswers({ taskId, personId, initial }: ToKeep): KeptAnswers {
  const client = useQueryClient();
  const unsaved = useUnsaved(personId, taskId, initial);
  const [answers, setAnswers] = useState(unsaved.answers);
  const [state, setState] = useState<KeptState>({ type: 'idle' });
  const [keeper] = useState(() =>
    createKeeper<Answers>({
      save: async (value) => {
        const { savedAt } = await call('saveTask', { params: { taskId }, body: { answers: value } });
        unsaved.forget(value);
        // Whoever goes away and comes back begins with what is saved, not with what was read before.
        client.setQueryData(
          taskQueryOf(taskId).queryKey,
          (detail) => detail && { ...detail, toFill: { ...detail.toFill, answers: value } },
        );
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
      if (document.visibilityState === 'hidden') void keeper.flush();
    };
    document.addEventListener('visibilitychange', saveWhenHidden);
    return () => {
      document.removeEventListener('visibilitychange', saveWhenHidden);
      void keeper.flush();
    };
  }, [keeper]);
  useEffect(() => {
    if (unsaved.isRestored) keeper.keep(unsaved.answers);
  }, [keeper, unsaved]);
  return {
    answers,
    state,
    isRestored: unsaved.isRestored,
    change: (next) => {
      setAnswers(next);
      unsaved.keep(next);
      keeper.keep(next);
    },
    flush: keeper.flush,
    stop: keeper.stop,
    forget: unsaved.forget,
  };
}

interface ToKeep {
  readonly taskId: string;
  readonly personId: string;
  /** The answers as the server has them. */
  readonly initial: Answers;
}
