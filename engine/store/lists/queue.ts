import type { Membership } from '../../core/actor.ts';
import type { Day } from '../../core/dossier.ts';
import type { Instant } from '../../kernel/types.ts';
import { rowsOf, type Db } from '../db.ts';
import { pageOf, placeOf, type Paging, type RowPage } from './cursor.ts';
import { wordQuery } from './words.ts';

/** A task in a queue, with what its row on the desk shows. */
export interface QueueRow {
  readonly taskId: string;
  readonly dossierId: string;
  readonly elementId: string;
  readonly name: string;
  readonly procedureId: string;
  readonly procedureVersion: number;
  readonly registration: string;
  readonly subject: string;
  readonly applicantName: string;
  readonly bodyName: string;
  readonly officeCode: string;
  readonly officeName: string;
  readonly role: 'clerk' | 'officer' | 'manager';
  readonly openedAt: Instant;
  readonly dueOn: Day | null;
  readonly deadlineOn: Day | null;
  readonly termState: string | null;
  readonly claimedBy: string | null;
  readonly claimedName: string | null;
  /** Who the parties of the dossier are, as far as it is known. */
  readonly partyIds: readonly string[];
  readonly partyFiscalCodes: readonly string[];
  /** What the page is sorted by, ready for the cursor. */
  readonly place: string;
}

/** What of the queue to show. */
export interface QueueQuery extends Paging {
  readonly memberships: readonly Membership[];
  readonly personId: string;
  readonly today: Day;
  readonly show: 'all' | 'mine' | 'free';
  readonly officeCode?: string | undefined;
  readonly procedureId?: string | undefined;
  readonly due?: 'overdue' | 'week' | 'later' | undefined;
  readonly q?: string | undefined;
  readonly sort: 'due' | 'opened';
  /** Only this task, whatever the rest says. */
  readonly taskId?: string | undefined;
}

const ranks = { clerk: 1, officer: 2, manager: 3 } as const;

/**
 * The open tasks of the offices and roles of a person, as `core/policy.ts` grants them: a higher role sees what a lower
 * one does. Tasks without a date come last. A task is `overdue` when its date lies before today.
 */
export async function listQueue(db: Db, query: QueueQuery): Promise<RowPage<QueueRow>> {
  const place = placeOf(query.cursor, 2);
  const order = query.sort === 'due' ? `(coalesce(t.due_on, d.deadline_on, 'infinity') || ' ' || ${utc})` : utc;
  const rows = await rowsOf<QueueRow>(
    db,
    `SELECT ${columns}, ${order} AS place
       FROM tasks t
       JOIN dossiers d USING (dossier_id)
       JOIN bodies b ON b.body_id = t.body_id
       JOIN offices o ON o.body_id = t.body_id AND o.code = t.office_code
       JOIN jsonb_to_recordset(CAST(:offices AS jsonb)) AS mine("bodyId" uuid, "officeCode" text, rank int)
         ON mine."bodyId" = t.body_id AND mine."officeCode" = t.office_code
      WHERE t.state = 'open' AND t.audience = 'office'
        AND mine.rank >= CASE t.role WHEN 'clerk' THEN 1 WHEN 'officer' THEN 2 ELSE 3 END
        AND ${filters}
        AND (CAST(:place AS text) IS NULL OR (${order}, t.task_id) > (:place, :placeTaskId))
      ORDER BY ${order}, t.task_id LIMIT :limit`,
    { ...filterValues(query), place: place?.[0] ?? null, placeTaskId: place?.[1] ?? null, limit: query.limit + 1 },
  );
  return pageOf(rows, query.limit, (row) => [row.place, row.taskId]);
}

const utc = `to_char(t.opened_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24"h"MI"m"SS.US')`;

const columns = `t.task_id AS "taskId", t.dossier_id AS "dossierId", t.element_id AS "elementId", t.name,
  d.procedure_id AS "procedureId", d.procedure_version AS "procedureVersion", d.registration, d.subject,
  d.applicant_name AS "applicantName", b.name AS "bodyName", t.office_code AS "officeCode", o.name AS "officeName",
  t.role, t.opened_at AS "openedAt", t.due_on AS "dueOn", d.deadline_on AS "deadlineOn", d.term_state AS "termState",
  t.claimed_by AS "claimedBy", t.claimed_name AS "claimedName", d.party_ids AS "partyIds",
  d.party_fiscal_codes AS "partyFiscalCodes"`;

const filters = `(CAST(:taskId AS text) IS NULL OR t.task_id = :taskId)
  AND (:show = 'all' OR (:show = 'mine' AND t.claimed_by = CAST(:personId AS uuid)) OR (:show = 'free' AND t.claimed_by IS NULL))
  AND (CAST(:officeCode AS text) IS NULL OR t.office_code = :officeCode)
  AND (CAST(:procedureId AS text) IS NULL OR d.procedure_id = :procedureId)
  AND (CAST(:words AS text) IS NULL OR d.words @@ to_tsquery('simple', :words))
  AND CASE :due
        WHEN 'overdue' THEN coalesce(t.due_on, d.deadline_on) < CAST(:today AS date)
        WHEN 'week' THEN coalesce(t.due_on, d.deadline_on) BETWEEN CAST(:today AS date) AND CAST(:today AS date) + 7
        WHEN 'later' THEN coalesce(t.due_on, d.deadline_on, 'infinity') > CAST(:today AS date) + 7
        ELSE true END`;

function filterValues(query: QueueQuery) {
  return {
    offices: JSON.stringify(highestRanks(query.memberships)),
    personId: query.personId,
    today: query.today,
    show: query.show,
    officeCode: query.officeCode ?? null,
    procedureId: query.procedureId ?? null,
    due: query.due ?? '',
    words: wordQuery(query.q),
    taskId: query.taskId ?? null,
  };
}

/** One line per office, so that somebody with two roles there does not see a task twice. */
function highestRanks(
  memberships: readonly Membership[],
): readonly { bodyId: string; officeCode: string; rank: number }[] {
  const highest = new Map<string, { bodyId: string; officeCode: string; rank: number }>();
  for (const { bodyId, officeCode, role } of memberships) {
    const rank = role === 'clerk' || role === 'officer' || role === 'manager' ? ranks[role] : 0;
    const key = `${bodyId} ${officeCode}`;
    if (rank > (highest.get(key)?.rank ?? 0)) highest.set(key, { bodyId, officeCode, rank });
  }
  return [...highest.values()];
}
