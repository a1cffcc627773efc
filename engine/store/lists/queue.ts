import { keysOfPerson, keysOfReader } from '../../core/readers.ts';
import type { Membership } from '../../core/actor.ts';
import { bodiesOf } from '../../core/memberships.ts';
import type { Day } from '../../core/dossier.ts';
import type { Instant } from '../../kernel/types.ts';
import { rowsOf, type Db } from '../db.ts';
import { within } from '../wall.ts';
import { countedUpTo, pageOf, placeOf, type CountedPage, type Paging } from './cursor.ts';
import { bodiesValue, findDossiers, fitsQuery, foundSql, type DossierSearch, type Found } from './found.ts';

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
  /** What tells it from others of its name. */
  readonly about: string | null;
  /** Who the parties of the dossier are, as far as it is known. */
  readonly partyIds: readonly string[];
  readonly partyFiscalCodes: readonly string[];
  /** Who of the offices has declared a conflict of interest. */
  readonly conflictedIds: readonly string[];
  /** The day it is sorted by; `infinity` without one. */
  readonly sortOn: Day;
}

/** Whose tasks: everybody's, one's own, nobody's yet. */
export type Show = 'all' | 'mine' | 'free';

/** What of the queue to show. */
export interface QueueQuery extends Paging, Pick<DossierSearch, 'own' | 'q'> {
  readonly memberships: readonly Membership[];
  readonly personId: string;
  readonly today: Day;
  readonly show: Show;
  readonly officeCode?: string | undefined;
  readonly procedureId?: string | undefined;
  readonly due?: 'overdue' | 'week' | 'later' | undefined;
  readonly sort: 'due' | 'opened';
}

/** A page of the queue with how many tasks each choice of `show` would give under the same filters. */
export interface QueuePage extends CountedPage<QueueRow> {
  /** Absent where a cursor was given. */
  readonly totals?: Readonly<Record<Show, number>>;
}

const roles = ['clerk', 'officer', 'manager'] as const;

/**
 * The open tasks of the offices and roles of a person, as `core/policy.ts` grants them: a higher role sees what a lower
 * one does. Tasks without a date come last. A task is `overdue` when its date lies before today.
 */
export function listQueue(db: Db, query: QueueQuery): Promise<QueuePage> {
  return within(bodiesOf(query.memberships), () => listWithin(db, query));
}

async function listWithin(db: Db, query: QueueQuery): Promise<QueuePage> {
  const place = placeOf(query.cursor, 3);
  const readers = keysOfReader({ ...query, audience: 'office' });
  const bodies = bodiesOf(query.memberships);
  const found = await findDossiers(db, { ...query, bodies, readers });
  const rows = await rowsOf<QueueRow & Totals>(db, pageSql(query, found), {
    ...filterValues(query),
    ...bodiesValue(bodies),
    sortOn: place?.[0] ?? '-infinity',
    openedAt: place?.[1] ?? '-infinity',
    taskId: place?.[2] ?? '',
    limit: query.limit + 1,
    most: countedUpTo + 1,
    ...(found && { ...found.values, readers: [...readers] }),
  });
  const tasks = rows.filter((row: { readonly taskId: string | null }) => row.taskId !== null);
  const page = pageOf(tasks, query.limit, (row) => [row.sortOn, row.openedAt, row.taskId]);
  const totals = rows[0]?.totals ?? undefined;
  const told = totals === undefined ? {} : { totals };
  return { ...page, ...told, total: totals?.[query.show] ?? 0, ...(found?.alike === true && { alike: true }) };
}

interface Totals {
  readonly totals: Readonly<Record<Show, number>> | null;
}

/** Only the tasks of the page are joined with their dossiers. */
function pageSql(query: QueueQuery, found: Found | undefined): string {
  const order = orders[query.sort];
  const few = found?.read === 'all' ? `, fitting AS MATERIALIZED (${fittingSql(query)})` : '';
  // A reader who turns pages knows the length already.
  const totals = query.cursor === undefined ? totalsSql(query, found) : 'NULL';
  return `WITH mine AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset(CAST(:offices AS jsonb)) AS o("bodyId" uuid, "officeCode" text, role text))${few},
  page AS MATERIALIZED (${rowsSql(query, found)})
  SELECT ${totals} AS totals, listed.*
    FROM (SELECT 1) AS once LEFT JOIN (
      SELECT ${columns} FROM page AS t
        JOIN dossiers d USING (body_id, dossier_id)
        JOIN bodies b ON b.body_id = t.body_id
        JOIN offices o ON o.body_id = t.office_body_id AND o.code = t.office_code) AS listed ON true
   ORDER BY ${order.listed}`;
}

/** An office of another body goes by the date of its task: the term is the dossier's. */
const ofOwnBody = 't.office_body_id = t.body_id';

const columns = `t.task_id AS "taskId", t.dossier_id AS "dossierId", t.element_id AS "elementId", t.name,
  d.procedure_id AS "procedureId", d.procedure_version AS "procedureVersion", d.registration, d.subject,
  d.applicant_name AS "applicantName", b.name AS "bodyName", t.office_code AS "officeCode", o.name AS "officeName",
  t.role, t.opened_at AS "openedAt", t.due_on AS "dueOn", CASE WHEN ${ofOwnBody} THEN d.deadline_on END AS "deadlineOn",
  CASE WHEN ${ofOwnBody} THEN d.term_state END AS "termState",
  t.claimed_by AS "claimedBy", t.claimed_name AS "claimedName", t.about, t.sort_on AS "sortOn",
  d.party_ids AS "partyIds", d.party_fiscal_codes AS "partyFiscalCodes",
  d.conflicted_ids AS "conflictedIds"`;

const orders = {
  due: {
    by: 't.sort_on, t.opened_at, t.task_id',
    listed: 'listed."sortOn", listed."openedAt", listed."taskId"',
    after: `(t.sort_on, t.opened_at, t.task_id)
      > (CAST(:sortOn AS date), CAST(:openedAt AS timestamptz), CAST(:taskId AS text))`,
  },
  opened: {
    by: 't.opened_at, t.task_id',
    listed: 'listed."openedAt", listed."taskId"',
    after: '(t.opened_at, t.task_id) > (CAST(:openedAt AS timestamptz), CAST(:taskId AS text))',
  },
} as const;

const isOpen = `t.state = 'open' AND t.audience = 'office' AND t.body_id = ANY (CAST(:bodies AS uuid[]))`;
const ofBranch = 't.office_body_id = mine."bodyId" AND t.office_code = mine."officeCode" AND t.role = mine.role';

function rowsSql(query: QueueQuery, found: Found | undefined): string {
  if (found?.read === 'all') return sortedSql('fitting AS t', query, shown[query.show]);
  if (query.show !== 'mine') return inOrderSql(query, found);
  return sortedSql(inHand, query, filters(query, 'mine', found));
}

/**
 * What a person has in hand is looked up by the person. The planner would read all open tasks of the offices, which
 * took 35 ms with 24,000.
 */
const inHand = `(SELECT * FROM tasks t WHERE ${isOpen} AND t.claimed_by = CAST(:personId AS uuid) OFFSET 0) AS t
  JOIN mine ON ${ofBranch}`;

/** An index holds the tasks of each office and role in order: as many as a page needs are read of each, and merged. */
function inOrderSql(query: QueueQuery, found: Found | undefined): string {
  const { by, after } = orders[query.sort];
  return `SELECT t.* FROM mine CROSS JOIN LATERAL (
     SELECT * FROM tasks t WHERE ${isOpen} AND ${ofBranch} AND ${after} AND ${filters(query, query.show, found)}
      ORDER BY ${by} LIMIT :limit) AS t ORDER BY ${by} LIMIT :limit`;
}

/** Few tasks are in one's own hand, or were found: they are sorted. */
function sortedSql(tasks: string, query: QueueQuery, condition: string): string {
  const { by, after } = orders[query.sort];
  return `SELECT t.* FROM ${tasks} WHERE ${condition} AND ${after} ORDER BY ${by} LIMIT :limit`;
}

/**
 * The open tasks of the dossiers that a search found, looked up once, dossier by dossier. Looking for the dossier of
 * each task among those found took 298 ms with 8,000 dossiers, because the planner takes what is found for few.
 */
function fittingSql(query: QueueQuery): string {
  return `SELECT t.* FROM ${foundSql("'{false,true}'")} CROSS JOIN LATERAL (
     SELECT * FROM tasks t WHERE t.dossier_id = found_by_reader.dossier_id AND t.body_id = found_by_reader.body_id AND ${isOpen}
      OFFSET 0) AS t
     WHERE (t.office_body_id, t.office_code, t.role) IN (SELECT "bodyId", "officeCode", role FROM mine) AND ${filters(query, 'all', undefined)}`;
}

function totalsSql(query: QueueQuery, found: Found | undefined): string {
  const count = (show: Show): string =>
    `'${show}', (SELECT count(*) FROM (${countedSql(query, show, found)}) AS counted)`;
  return `jsonb_build_object(${(['all', 'mine', 'free'] as const).map(count).join(', ')})`;
}

function countedSql(query: QueueQuery, show: Show, found: Found | undefined): string {
  if (found?.read === 'all') return `SELECT 1 FROM fitting t WHERE ${shown[show]} LIMIT :most`;
  if (show === 'mine') return `SELECT 1 FROM ${inHand} WHERE ${filters(query, show, found)} LIMIT :most`;
  return `SELECT 1 FROM mine CROSS JOIN LATERAL (
         SELECT 1 FROM tasks t WHERE ${isOpen} AND ${ofBranch} AND ${filters(query, show, found)} LIMIT :most) AS t
        LIMIT :most`;
}

/** Only the conditions that are asked for: each of them can be answered from the index that is read. */
function filters(query: QueueQuery, show: Show, found: Found | undefined): string {
  const conditions = [
    theirs,
    shown[show],
    query.officeCode === undefined ? 'true' : 't.office_code = :officeCode',
    query.procedureId === undefined ? 'true' : 't.procedure_id = :procedureId',
    query.due === undefined ? 'true' : dues[query.due],
    found === undefined ? 'true' : fitsQuery('t'),
  ];
  return conditions.filter((condition) => condition !== 'true').join(' AND ') || 'true';
}

/** Of the tasks of one person only the reader's own. */
const theirs = '(t.only_for IS NULL OR t.only_for && CAST(:self AS text[]))';

const shown = { all: 'true', mine: 't.claimed_by = CAST(:personId AS uuid)', free: 't.claimed_by IS NULL' } as const;

const dues = {
  overdue: 't.sort_on < CAST(:today AS date)',
  week: 't.sort_on BETWEEN CAST(:today AS date) AND CAST(:today AS date) + 7',
  later: 't.sort_on > CAST(:today AS date) + 7',
} as const;

function filterValues(query: QueueQuery) {
  const { officeCode, procedureId, personId, today, memberships } = query;
  return {
    offices: JSON.stringify(branchesOf(memberships)),
    personId,
    self: [...(query.own ?? keysOfPerson({ personId }))],
    today,
    ...(officeCode === undefined ? {} : { officeCode }),
    ...(procedureId === undefined ? {} : { procedureId }),
  };
}

/** Every office with every role whose tasks the person may work on there, each once. */
function branchesOf(memberships: readonly Membership[]) {
  const branches = memberships.flatMap(({ bodyId, officeCode, role }) => {
    const highest = roles.findIndex((one) => one === role);
    return roles.slice(0, highest + 1).map((lower) => ({ bodyId, officeCode, role: lower }));
  });
  return [...new Map(branches.map((branch) => [JSON.stringify(branch), branch])).values()];
}
