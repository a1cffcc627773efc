import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { TaskSummary } from '../../contract/tasks.ts';
import { t } from '../../text/clerk.ts';
import { randomKey } from '../../kit/random-key.ts';
import { commandKeys } from '../idempotency.ts';
import { useAnnounce } from '../layout/announcer.tsx';
import { call } from '../queries.ts';

/** Taking and giving back tasks from the rows of the queue. */
export interface QueueActs {
  /** The task on whose answer the row is waiting. */
  readonly busyTaskId?: string;
  /** What the last act was refused with. */
  readonly error: Error | null;
  claim(task: TaskSummary): void;
  release(task: TaskSummary): void;
}

/** Gives the acts of the queue. After each, granted or refused, the queue is read again: it shows what is true now. */
export function useQueueActs(): QueueActs {
  const queryClient = useQueryClient();
  const announce = useAnnounce();
  const [keys] = useState(() => commandKeys(randomKey));
  const mutation = useMutation({
    mutationFn: ({ name, task }: Act) => {
      const idempotencyKey = keys.keyFor([name, task.taskId]);
      return call(name, { params: { taskId: task.taskId }, idempotencyKey });
    },
    onSuccess: (detail, { name, task }) => {
      queryClient.setQueryData(['task', task.taskId], detail);
      announce(t(name === 'claimTask' ? 'clerk.queue.claimed' : 'clerk.queue.released', { name: task.name }));
    },
    onSettled: (_, error) => {
      keys.settle(error ?? undefined);
      return queryClient.invalidateQueries({ queryKey: ['queue'] });
    },
  });
  return {
    busyTaskId: mutation.isPending ? mutation.variables.task.taskId : undefined,
    error: mutation.error,
    claim: (task) => mutation.mutate({ name: 'claimTask', task }),
    release: (task) => mutation.mutate({ name: 'releaseTask', task }),
  };
}

interface Act {
  readonly name: 'claimTask' | 'releaseTask';
  readonly task: TaskSummary;
}
