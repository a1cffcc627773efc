import type { Rating } from '../../../forms/contract/ratings.ts';
import type { Dossier } from '../../core/dossier.ts';
import type { Instant } from '../../kernel/types.ts';
import type { Db } from '../db.ts';
import { Row } from './row.ts';

class RatingRow extends Row {
  static override tableName = 'ratings';
  static override idColumn = 'dossierId';

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
  await RatingRow.query(db)
    .insert({ dossierId, bodyId, procedureId, stars, aspect: aspect ?? null, comment: comment ?? null, ratedAt: at })
    .onConflict('dossierId')
    .merge(['stars', 'aspect', 'comment', 'ratedAt']);
}
