import type { KnownParty } from '../../core/concerned.ts';
import type { Day, Dossier, PartyRole } from '../../core/dossier.ts';
import type { Instant } from '../../kernel/types.ts';
import { rowsOf, type Db } from '../db.ts';
import { within } from '../wall.ts';
import { countedUpTo, pageOf, placeOf, type CountedPage, type Paging } from './cursor.ts';
import { bodiesValue, findDossiers, fitsQuery, foundSql, type DossierSearch, type Found } from './found.ts';

/** Whether a dossier has had its answer, as `isConcluded` of `core/status.ts` says. */
export type DossierState = 'open' | 'closed';

/** Which dossiers of which readers to list. */
export interface DossierQuery extends Paging, DossierSearch {
  readonly state?: DossierState | undefined;
}

/** A dossier in a person's own list. */
export interface OwnDossierRow {
  readonly dossierId: string;
  readonly procedureId: string;
  readonly procedureVersion: number;
  readonly bodyName: string;
  readonly subject: string;
  readonly registration: string;
  readonly submittedAt: Instant;
  readonly closedAt: Instant | null;
  readonly milestone: string;
  readonly outcome: string | null;
  readonly decidedAt: Instant | null;
  readonly terms: Dossier['terms'];
  /** How the reader is concerned. */
  readonly roles: readonly PartyRole[];
  /** How many open tasks are for the reader in each of them. */
  readonly tasks: Readonly<Partial<Record<PartyRole, number>>>;
  /** Who acts for which party, where a mandate ends. */
  readonly mandates: readonly KnownParty[] | null;
}

/** A dossier in the list of an office. */
export interface OfficeDossierRow {
  readonly dossierId: string;
  readonly procedureId: string;
  readonly procedureVersion: number;
  readonly subject: string;
  readonly registration: string;
  readonly applicantName: string;
  readonly submittedAt: Instant;
  readonly milestone: string;
  readonly outcome: string | null;
  readonly deadlineOn: Day | null;
  /** Who the parties are, as far as it is known. */
  readonly partyIds: readonly string[];
  readonly partyFiscalCodes: readonly string[];
}

/** The dossiers of which a person is a party, the newest first. */
export function listOwnDossiers(db: Db, query: DossierQuery): Promise<CountedPage<OwnDossierRow>> {
  return listDossiers<OwnDossierRow>(db, query, ownColumns);
}

/** The dossiers in which offices take part, the newest first. */
export function listOfficeDossiers(
  db: Db,
  query: DossierQuery & Required<Pick<DossierQuery, 'bodies'>>,
): Promise<CountedPage<OfficeDossierRow>> {
  return within(query.bodies ?? [], () => listDossiers<OfficeDossierRow>(db, query, officeColumns));
}

const officeColumns = `d.procedure_id AS "procedureId", d.procedure_version AS "procedureVersion", d.subject,
  d.registration, d.applicant_name AS "applicantName", d.milestone, d.outcome, d.deadline_on AS "deadlineOn",
  d.party_ids AS "partyIds", d.party_fiscal_codes AS "partyFiscalCodes"`;

const ownColumns = `d.procedure_id AS "procedureId", d.procedure_version AS "procedureVersion", d.subject,
  d.registration, d.closed_at AS "closedAt", d.milestone, d.outcome, d.decided_at AS "decidedAt", d.terms,
  (SELECT name FROM bodies b WHERE b.body_id = d.body_id) AS "bodyName", me.roles,
  d.mandates, (SELECT coalesce(jsonb_object_agg(role, open), '{}') FROM (SELECT t.role, count(*) AS open FROM tasks t WHERE t.body_id = d.body_id AND t.dossier_id = d.dossier_id AND t.state = 'open' AND t.audience = 'party'
      AND t.role = ANY (me.roles) AND (t.only_for IS NULL OR t.only_for && CAST(:readers AS text[])) GROUP BY t.role) AS theirs) AS tasks`;

interface Counted {
  readonly total: number;
  readonly dossierId: string | null;
}

type Listed = Pick<OfficeDossierRow, 'dossierId' | 'submittedAt'>;

async function listDossiers<Row extends Listed>(
  db: Db,
  query: DossierQuery,
  columns: string,
): Promise<CountedPage<Row>> {
  const place = placeOf(query.cursor, 2);
  const found = await findDossiers(db, query);
  const rows = await rowsOf<Row & Counted>(db, pageSql(columns, query, found), {
    ...bodiesValue(query.bodies),
    readers: [...query.readers],
    states: states(query.state),
    at: place?.[0] ?? 'infinity',
    dossierId: place?.[1] ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff',
    limit: query.limit + 1,
    most: countedUpTo + 1,
    ...found?.values,
  });
  const page = pageOf(rows.filter(isRow), query.limit, (row) => [row.submittedAt, row.dossierId]);
  return { ...page, total: rows[0]?.total ?? 0, ...(found?.alike === true && { alike: true }) };
}

const isRow = <Row extends Counted>(row: Row): boolean => row.dossierId !== null;

function states(state: DossierState | undefined): boolean[] {
  return state === undefined ? [false, true] : [state === 'closed'];
}

/**
 * A page and the length of the list, which is there also when the page is empty. Only the dossiers of the page are
 * looked up, by their keys, and no snapshot is read.
 */
function pageSql(columns: string, query: DossierQuery, found: Found | undefined): string {
  // A reader who turns pages knows the length already.
  const total = query.cursor === undefined ? `(${totalSql(query, found)})` : '0';
  const all = found?.read === 'all' ? `found AS MATERIALIZED (SELECT * FROM ${foundSql(':states')}), ` : '';
  return `WITH ${all}page AS MATERIALIZED (${found?.read === 'all' ? sortedSql : inOrderSql(query, found)})
  SELECT ${total}::int AS total, listed.*
    FROM (SELECT 1) AS once LEFT JOIN (
      SELECT d.dossier_id AS "dossierId", d.submitted_at AS "submittedAt", ${columns}
        FROM page JOIN dossiers d USING (body_id, dossier_id)
       CROSS JOIN LATERAL (SELECT array_agg(DISTINCT audience) AS roles FROM dossier_words w
              WHERE w.body_id = d.body_id AND w.dossier_id = d.dossier_id AND w.readers && CAST(:readers AS text[])) AS me) AS listed ON true
   ORDER BY listed."submittedAt" DESC, listed."dossierId" DESC`;
}

const before = '(submitted_at, dossier_id) < (CAST(:at AS timestamptz), CAST(:dossierId AS uuid))';
const newestFirst = 'ORDER BY submitted_at DESC, dossier_id DESC LIMIT :limit';

/** Few are found: they are sorted. */
const sortedSql = `SELECT body_id, submitted_at, dossier_id FROM found WHERE ${before} ${newestFirst}`;

/** One index holds the dossiers of each reader in order: as many as a page needs are read of each, and merged. */
function inOrderSql(query: DossierQuery, found: Found | undefined): string {
  const fits = found === undefined ? '' : `AND ${fitsQuery('theirs')}`;
  return `SELECT DISTINCT body_id, submitted_at, dossier_id ${branches} CROSS JOIN LATERAL (
     SELECT body_id, submitted_at, dossier_id FROM dossier_readers AS theirs
      WHERE ${ofBranch(query)} AND ${before} ${fits} ${newestFirst}) AS one ${newestFirst}`;
}

function totalSql(query: DossierQuery, found: Found | undefined): string {
  const fits = found === undefined ? '' : `AND ${fitsQuery('theirs')}`;
  const counted =
    found === undefined || found.frequent
      ? `SELECT DISTINCT dossier_id ${branches} CROSS JOIN LATERAL (
           SELECT dossier_id FROM dossier_readers AS theirs WHERE ${ofBranch(query)} ${fits} LIMIT :most) AS one`
      : `SELECT 1 FROM ${found.read === 'all' ? 'found' : foundSql(':states', countedUpTo + 1)}`;
  return `SELECT least(count(*), :most) FROM (${counted}) AS counted`;
}

const branches = `FROM unnest(CAST(:readers AS text[])) AS mine (reader)
   CROSS JOIN unnest(CAST(:states AS boolean[])) AS state (concluded)`;

/** A person's own dossiers are looked for in all bodies. */
const ofBranch = ({ bodies }: DossierQuery): string =>
  `theirs.reader = mine.reader AND theirs.concluded = state.concluded
   ${bodies === undefined ? '' : 'AND theirs.body_id = ANY (CAST(:bodies AS uuid[]))'}`;
