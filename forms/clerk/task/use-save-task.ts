import { useQueryClient } from '@tanstack/react-query';
import type { Answers } from '../../schema/document.ts';
import { call, taskQueryOf } from '../queries.ts';

/** Gives the way to keep the answers of a task on the server; it gives the instant. */
export function useSaveTask(taskId: string): (answers: Answers) => Promise<string> {
  const client = useQueryClient();
  return async (answers) => {
    const { savedAt } = await call('saveTask', { params: { taskId }, body: { answers } });
    // Whoever goes away and comes back begins with what is saved, not with what was read before.
    client.setQueryData(
      taskQueryOf(taskId).queryKey,
      (detail) => detail && { ...detail, toFill: { ...detail.toFill, answers } },
    );
    return savedAt;
  };
}
