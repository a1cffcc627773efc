import type { Answers } from '../../../forms/schema/document.ts';
import type { Instant } from '../../kernel/types.ts';
import type { Db } from '../db.ts';
import { within } from '../wall.ts';
import type { TaskKey } from './tasks.ts';
import { Row } from './row.ts';

class TaskAnswers extends Row {
  static override tableName = 'task_answers';
  static override idColumn = ['bodyId', 'dossierId', 'taskId'];
  static override jsonAttributes = ['answers'];

  declare readonly bodyId: string;
  declare readonly dossierId: string;
  declare readonly taskId: string;
  /** Who saved last. */
  declare readonly personId: string;
  declare readonly answers: Answers;
  declare readonly savedAt: Instant;
}

/** Keeps the answers of a task that is not complete yet; the last save holds. */
export async function keepTaskAnswers(
  db: Db,
  kept: TaskKey & {
    readonly personId: string;
    readonly answers: Answers;
    readonly at: Instant;
  },
): Promise<void> {
  const { bodyId, dossierId, taskId, personId, answers, at } = kept;
  await within([bodyId], () =>
    TaskAnswers.query(db)
      .insert({ bodyId, dossierId, taskId, personId, answers, savedAt: at })
      .onConflict(['bodyId', 'dossierId', 'taskId'])
      .merge(['personId', 'answers', 'savedAt']),
  );
}

/** The answers kept for a task, and who saved them last; whoever works on it goes on from them. */
export async function findTaskAnswers(
  db: Db,
  { bodyId, dossierId, taskId }: TaskKey,
): Promise<{ readonly personId: string; readonly answers: Answers } | undefined> {
  const kept = await within([bodyId], () => TaskAnswers.query(db).findById([bodyId, dossierId, taskId]));
  return kept;
}
