import type { Day } from '../../core/dossier.ts';
import type { Instant } from '../../kernel/types.ts';
import type { Db } from '../db.ts';
import { Row } from './row.ts';

class TaskRow extends Row {
  static override tableName = 'tasks';
  static override idColumn = 'taskId';

  declare readonly taskId: string;
  declare readonly dossierId: string;
  declare readonly bodyId: string;
  declare readonly elementId: string;
  declare readonly name: string;
  declare readonly audience: 'party' | 'office';
  declare readonly officeCode: string | null;
  declare readonly role: string;
  declare readonly openedAt: Instant;
  /** The date of the task itself. */
  declare readonly dueOn: Day | null;
  /** The date on which the term of the dossier ends. */
  declare readonly deadlineOn: Day | null;
  declare readonly claimedBy: string | null;
  declare readonly claimedName: string | null;
  declare readonly state: 'open' | 'completed' | 'cancelled';
  declare readonly closedAt: Instant | null;
}

/** The dossier and the state of a task, open or not; undefined when there never was one of that id. */
export async function findTaskPlace(
  db: Db,
  taskId: string,
): Promise<{ readonly dossierId: string; readonly state: 'open' | 'completed' | 'cancelled' } | undefined> {
  return TaskRow.query(db).select('dossierId', 'state').findById(taskId);
}
