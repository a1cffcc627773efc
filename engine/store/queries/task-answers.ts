import type { Answers } from '../../../forms/schema/document.ts';
import type { Instant } from '../../kernel/types.ts';
import { rowsOf, type Db } from '../db.ts';

/** Keeps the answers of a task that is not complete yet; the last save holds. */
export async function keepTaskAnswers(
  db: Db,
  kept: {
    readonly taskId: string;
    readonly dossierId: string;
    readonly personId: string;
    readonly answers: Answers;
    readonly at: Instant;
  },
): Promise<void> {
  await rowsOf(
    db,
    `INSERT INTO task_answers (task_id, dossier_id, person_id, answers, saved_at)
     VALUES (:taskId, :dossierId, :personId, CAST(:answers AS jsonb), :at)
     ON CONFLICT (task_id) DO UPDATE SET person_id = excluded.person_id, answers = excluded.answers, saved_at = excluded.saved_at`,
    { ...kept, answers: JSON.stringify(kept.answers) },
  );
}

/** The answers kept for a task; whoever works on it goes on from them. */
export async function findTaskAnswers(db: Db, taskId: string): Promise<Answers | undefined> {
  const [row] = await rowsOf<{ answers: Answers }>(db, 'SELECT answers FROM task_answers WHERE task_id = :taskId', {
    taskId,
  });
  return row?.answers;
}
