import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { OfficeDossier, TaskDetail } from '../../contract/tasks.ts';
import type { Answers } from '../../schema/document.ts';
import { randomKey } from '../../kit/random-key.ts';
import { commandKeys } from '../idempotency.ts';
import { call } from '../queries.ts';

/** Claiming or releasing the task of this page; afterwards the page shows the task as the server gave it back. */
export function useClaiming(taskId: string, onDone: (act: 'claimTask' | 'releaseTask') => void) {
  const queryClient = useQueryClient();
  const [keys] = useState(() => commandKeys(randomKey));
  return useMutation({
    mutationFn: (name: 'claimTask' | 'releaseTask') =>
      call(name, { params: { taskId }, idempotencyKey: keys.keyFor(name) }),
    onSuccess: (detail: TaskDetail, name) => {
      queryClient.setQueryData(['task', taskId], detail);
      onDone(name);
    },
    onSettled: (_, error) => {
      keys.settle(error ?? undefined);
      void queryClient.invalidateQueries({ queryKey: ['queue'] });
      if (error !== null) void queryClient.invalidateQueries({ queryKey: ['task', taskId] });
    },
  });
}

/**
 * Completing the task of this page. The same answers tried again carry the same key, so the task moves on only once.
 */
export function useCompletion(taskId: string, onDone: (dossier: OfficeDossier) => void) {
  const queryClient = useQueryClient();
  const [keys] = useState(() => commandKeys(randomKey));
  return useMutation({
    mutationFn: (answers: Answers) =>
      call('completeTask', { params: { taskId }, body: { answers }, idempotencyKey: keys.keyFor(answers) }),
    onSuccess: (dossier) => {
      queryClient.setQueryData(['dossier', dossier.dossierId], dossier);
      void queryClient.invalidateQueries({ queryKey: ['diagram', dossier.dossierId] });
      void queryClient.invalidateQueries({ queryKey: ['dossiers'] });
      onDone(dossier);
    },
    onSettled: (_, error) => {
      keys.settle(error ?? undefined);
      void queryClient.invalidateQueries({ queryKey: ['queue'] });
    },
  });
}
