import { fewestRatings, type Rating } from '../../../forms/contract/ratings.ts';
import type { Membership } from '../../core/actor.ts';
import type { Dossier } from '../../core/dossier.ts';
import type { Instant } from '../../kernel/types.ts';
import { rowsOf, type Db } from '../db.ts';
import { within } from '../wall.ts';
import { Row } from './row.ts';

class RatingRow extends Row {
  static override tableName = 'ratings';
  static override idColumn = ['bodyId', 'dossierId'];

  declare readonly dossierId: string;
  declare readonly bodyId: string;
  declare readonly procedureId: string;
  declare readonly stars: number;
  declare readonly aspect: string | null;
  declare readonly comment: string | null;
  declare readonly ratedAt: Instant;
}

/** Keeps what the applicant of a dossier thinks of the service, in the place of what they said before. */
export async function keepRating(
  db: Db,
  { dossierId, bodyId, procedureId }: Pick<Dossier, 'dossierId' | 'bodyId' | 'procedureId'>,
  { stars, aspect, comment, at }: Rating & { readonly at: Instant },
): Promise<void> {
  await within([bodyId], () =>
    RatingRow.query(db)
      .insert({ dossierId, bodyId, procedureId, stars, aspect: aspect ?? null, comment: comment ?? null, ratedAt: at })
      .onConflict(['bodyId', 'dossierId'])
      .merge(['stars', 'aspect', 'comment', 'ratedAt']),
  );
}

/** How the ratings of one procedure stand; the average, with one decimal, is null where there are few. */
export interface RatingsRow {
  readonly procedureId: string;
  readonly count: number;
  readonly average: number | null;
}

/** The ratings of the dossiers for which some offices answer, by procedure. */
export function countRatings(
  db: Db,
  offices: readonly Pick<Membership, 'bodyId' | 'officeCode'>[],
): Promise<readonly RatingsRow[]> {
  const bodies = offices.map(({ bodyId }) => bodyId);
  return within(bodies, () =>
    rowsOf<RatingsRow>(
      db,
      `SELECT r.procedure_id AS "procedureId", count(*) AS count,
            CASE WHEN count(*) >= :fewestRatings THEN CAST(round(avg(r.stars), 1) AS float8) END AS average
       FROM ratings r JOIN dossiers d USING (body_id, dossier_id)
      WHERE d.body_id = ANY (CAST(:bodies AS uuid[])) AND (d.body_id, d.office_code) IN (
        SELECT "bodyId", "officeCode"
          FROM jsonb_to_recordset(CAST(:offices AS jsonb)) AS mine("bodyId" uuid, "officeCode" text))
      GROUP BY r.procedure_id ORDER BY r.procedure_id`,
      { bodies, offices: JSON.stringify(offices), fewestRatings },
    ),
  );
}
