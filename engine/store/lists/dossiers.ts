import type { Membership } from '../../core/actor.ts';
import type { Day, Dossier } from '../../core/dossier.ts';
import type { Instant } from '../../kernel/types.ts';
import { rowsOf, type Db } from '../db.ts';
import { pageOf, placeOf, type Paging, type RowPage } from './cursor.ts';
import { wordQuery } from './words.ts';

/** A dossier in a person's own list. */
export interface OwnDossierRow {
  readonly dossierId: string;
  readonly bodyName: string;
  readonly submittedAt: Instant;
  readonly dossier: Dossier;
}

/** The dossiers of which a person is a party, by person or by fiscal code, the newest first. */
export async function listOwnDossiers(
  db: Db,
  query: Paging & { readonly personId: string; readonly fiscalCode?: string | undefined },
): Promise<RowPage<OwnDossierRow>> {
  const place = placeOf(query.cursor, 2);
  const rows = await rowsOf<OwnDossierRow>(
    db,
    `SELECT d.dossier_id AS "dossierId", b.name AS "bodyName", d.submitted_at AS "submittedAt",
            d.snapshot || jsonb_build_object('eventCount', d.event_count, 'headHash', d.head_hash) AS dossier
       FROM dossiers d JOIN bodies b USING (body_id)
      WHERE (d.party_ids @> ARRAY[CAST(:personId AS uuid)] OR d.party_fiscal_codes @> ARRAY[CAST(:fiscalCode AS text)])
        AND (CAST(:at AS timestamptz) IS NULL
             OR (d.submitted_at, d.dossier_id) < (CAST(:at AS timestamptz), CAST(:dossierId AS uuid)))
      ORDER BY d.submitted_at DESC, d.dossier_id DESC LIMIT :limit`,
    {
      personId: query.personId,
      fiscalCode: query.fiscalCode ?? null,
      at: place?.[0] ?? null,
      dossierId: place?.[1] ?? null,
      limit: query.limit + 1,
    },
  );
  return pageOf(rows, query.limit, (row) => [row.submittedAt, row.dossierId]);
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
}

/** Roles that read the dossiers of their office, as in `core/policy.ts`. */
const readers: readonly string[] = ['clerk', 'officer', 'manager', 'auditor'];

/** The dossiers in which the offices of a person take part, the newest first. */
export async function listOfficeDossiers(
  db: Db,
  query: Paging & {
    readonly memberships: readonly Membership[];
    readonly q?: string | undefined;
    readonly state?: 'open' | 'closed' | undefined;
  },
): Promise<RowPage<OfficeDossierRow>> {
  const place = placeOf(query.cursor, 2);
  const offices = query.memberships.filter(({ role }) => readers.includes(role));
  const rows = await rowsOf<OfficeDossierRow>(db, officeDossiersSql, {
    offices: JSON.stringify(offices.map(({ bodyId, officeCode }) => ({ bodyId, officeCode }))),
    words: wordQuery(query.q),
    state: query.state ?? 'all',
    at: place?.[0] ?? null,
    dossierId: place?.[1] ?? null,
    limit: query.limit + 1,
  });
  return pageOf(rows, query.limit, (row) => [row.submittedAt, row.dossierId]);
}

const officeDossiersSql = `SELECT d.dossier_id AS "dossierId", d.procedure_id AS "procedureId",
         d.procedure_version AS "procedureVersion", d.subject, d.registration, d.applicant_name AS "applicantName",
         d.submitted_at AS "submittedAt", d.milestone, d.outcome, d.deadline_on AS "deadlineOn"
    FROM dossiers d
   WHERE EXISTS (SELECT 1 FROM jsonb_to_recordset(CAST(:offices AS jsonb)) AS mine("bodyId" uuid, "officeCode" text)
                  WHERE mine."bodyId" = d.body_id
                    AND jsonb_exists(d.snapshot -> 'officeCodes', mine."officeCode"))
     AND (CAST(:words AS text) IS NULL OR d.words @@ to_tsquery('simple', :words))
     AND (:state = 'all' OR (d.closed_at IS NULL) = (:state = 'open'))
     AND (CAST(:at AS timestamptz) IS NULL
          OR (d.submitted_at, d.dossier_id) < (CAST(:at AS timestamptz), CAST(:dossierId AS uuid)))
   ORDER BY d.submitted_at DESC, d.dossier_id DESC LIMIT :limit`;
