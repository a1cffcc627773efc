import type { Instant } from '../kernel/types.ts';
import { instantSql } from '../store/instant-sql.ts';

/** A row of `dossier_reads` is written within this time, so that none comes in before an instant that is sealed. */
const settledMs = 600_000;

/** Until which instant an event of now seals who read. */
export const readsSealedAt = (now: Instant): Instant => new Date(Date.parse(now) - settledMs).toISOString();

/**
 * Who read a dossier before an instant (all SQL), in the order of time, as one text; null where nobody did. Instants
 * are compared as texts, so that one that was forged does no harm.
 */
export const readsSql = (bodyId: string, dossierId: string, before: string): string => `
  (SELECT string_agg(concat_ws(' ', read_id, person_id, what, ${instantSql('at')}), E'\n' ORDER BY at, read_id)
     FROM dossier_reads WHERE body_id = ${bodyId} AND dossier_id = ${dossierId} AND ${instantSql('at')} < ${before})`;
