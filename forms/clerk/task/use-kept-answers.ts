import { useEffect, useState } from 'react';
import { isSignedOut, isUnreachable } from '../../kit/failure.ts';
import type { Answers } from '../../schema/document.ts';
import { call } from '../queries.ts';
import { createKeeper, type KeptState } from './keeper.ts';

/** The answers of a task while they are written, saved by themselves. */
export interface KeptAnswers {
  readonly answers: Answers;
  readonly state: KeptState;
  change(answers: Answers): void;
  /** Saves at once what is not yet saved; true when nothing is left unsaved. */
  flush(): Promise<boolean>;
  /** Saves nothing more: the task is being completed. */
  stop(): void;
}

/** Holds the answers of a claimed task, from those kept before, and keeps every change on the server. */
export function useKeptAnswers(taskId: string, initial: Answers): KeptAnswers {
  const [answers, setAnswers] = useState(initial);
  const [state, setState] = useState<KeptState>({ type: 'idle' });
  const [keeper] = useState(() =>
    createKeeper<Answers>({
      save: async (value) => (await call('saveTask', { params: { taskId }, body: { answers: value } })).savedAt,
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
  return {
    answers,
    state,
    change: (next) => {
      setAnswers(next);
      keeper.keep(next);
    },
    flush: keeper.flush,
    stop: keeper.stop,
  };
}
