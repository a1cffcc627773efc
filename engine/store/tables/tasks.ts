import type { Day } from '../../core/dossier.ts';
import type { Instant } from '../../kernel/types.ts';
import type { Db } from '../db.ts';
import { isUuid } from '../uuid.ts';
import { within } from '../wall.ts';
import { findKey, type DossierKey } from './dossier-key.ts';
import { Row } from './row.ts';

class TaskRow extends Row {
  static override tableName = 'tasks';
  static override idColumn = ['bodyId', 'dossierId', 'taskId'];

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
  /** What it is about, and by which keys its one person is known; null for all whom it could be for. */
  declare readonly about: string | null;
  declare readonly onlyFor: readonly string[] | null;
  declare readonly state: 'open' | 'completed' | 'cancelled';
  declare readonly closedAt: Instant | null;
}

/** By what the rows of a task are found. */
export interface TaskKey extends DossierKey {
  readonly taskId: string;
}

/** The key of a task, open or not; undefined when there never was one of that id, which begins with its dossier's. */
export async function findTaskKey(db: Db, taskId: string): Promise<TaskKey | undefined> {
  const [dossierId = ''] = taskId.split('.', 1);
  const key = isUuid(dossierId) ? await findKey(db, dossierId) : undefined;
  if (key === undefined) return undefined;
  const { bodyId } = key;
  return within([bodyId], () =>
    TaskRow.query(db).select('bodyId', 'dossierId', 'taskId').findById([bodyId, dossierId, taskId]),
  );
}
