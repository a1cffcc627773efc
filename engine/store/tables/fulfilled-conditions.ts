import { rowsOf, type Db } from '../db.ts';
import { Row } from './row.ts';

/** The condition of a start event; it stays the same condition when a new version of the procedure keeps it. */
export interface Condition {
  readonly procedureId: string;
  readonly processId: string;
  readonly elementId: string;
  /** Which of the definitions of the event. */
  readonly part: number;
  /** FEEL. */
  readonly condition: string | null;
}

class FulfilledRow extends Row {
  static override tableName = 'fulfilled_conditions';
}

/** Notes that a condition holds for a body; false when it held before. */
export async function fulfil(db: Db, condition: Condition, bodyId: string): Promise<boolean> {
  const rows = await rowsOf(
    db,
    `INSERT INTO fulfilled_conditions (procedure_id, process_id, element_id, part, condition, body_id)
     VALUES (:procedureId, :processId, :elementId, :part, :condition, :bodyId)
     ON CONFLICT DO NOTHING RETURNING body_id`,
    { ...keyOf(condition), bodyId },
  );
  return rows.length > 0;
}

/** Notes that a condition does not hold, for a body or, without one, for any. */
export async function lapse(db: Db, condition: Condition, bodyId: string | undefined): Promise<void> {
  await FulfilledRow.query(db)
    .delete()
    .where({ ...keyOf(condition), ...(bodyId !== undefined && { bodyId }) });
}

/** Forgets what is noted of conditions for which a procedure does not listen any more. */
export async function forgetUnheard(db: Db, procedureId: string): Promise<void> {
  await rowsOf(
    db,
    `DELETE FROM fulfilled_conditions f
      WHERE f.procedure_id = :procedureId
        AND NOT EXISTS (SELECT 1 FROM start_subscriptions s
                         WHERE (s.procedure_id, s.process_id, s.element_id, s.part, s.condition)
                             = (f.procedure_id, f.process_id, f.element_id, f.part, f.condition))`,
    { procedureId },
  );
}

function keyOf({ procedureId, processId, elementId, part, condition }: Condition) {
  return { procedureId, processId, elementId, part, condition };
}
