import type { Answers } from '../../../forms/schema/document.ts';
import type { Instant } from '../../kernel/types.ts';
import type { Db } from '../db.ts';
import { within } from '../wall.ts';
import type { TaskKey } from './tasks.ts';
import { Row } from './row.ts';

class TaskAnswers extends Row {
  static override tableName = 'task_answers';
  static override idColumn = ['bodyId', 'dossierId', 'taskId', 'personId'];
  static override jsonAttributes = ['answers'];

  declare readonly bodyId: string;
  declare readonly dossierId: string;
  declare readonly taskId: string;
  /** Who wrote them. */
  declare readonly personId: string;
  declare readonly answers: Answers;
  declare readonly savedAt: Instant;
}

/** Keeps what a person has answered in a task that is not complete yet; their last save holds. */
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
      .onConflict(['bodyId', 'dossierId', 'taskId', 'personId'])
      .merge(['answers', 'savedAt']),
  );
}

/** The answers kept last for a task, and who saved them; whoever works on it at the desk goes on from them. */
export async function findTaskAnswers(
  db: Db,
  { bodyId, dossierId, taskId }: TaskKey,
): Promise<{ readonly personId: string; readonly answers: Answers } | undefined> {
  return within([bodyId], () =>
    TaskAnswers.query(db).where({ bodyId, dossierId, taskId }).orderBy('savedAt', 'desc').first(),
  );
}

/** The answers that a person has kept for a task; what others have written there is not theirs to see. */
export async function findOwnTaskAnswers(
  db: Db,
  { bodyId, dossierId, taskId, personId }: TaskKey & { readonly personId: string },
): Promise<Answers | undefined> {
  const kept = await within([bodyId], () => TaskAnswers.query(db).findById([bodyId, dossierId, taskId, personId]));
  return kept?.answers;
}
