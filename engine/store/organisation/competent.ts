import type { Day } from '../../core/dossier.ts';
import type { NamedPlace, PlaceRule } from '../../core/competent-body.ts';
import { rowsOf, type Db } from '../db.ts';

/** The body that is competent for a place, and why. */
export interface Competent {
  /** `Carpi (MO)`; absent for a municipality that there is not. */
  readonly place?: string;
  /** Absent where no body of the installation is competent, or several might be. */
  readonly body?: { readonly bodyId: string; readonly name: string };
  /** Who has the function performed by that body, and since when. */
  readonly delegated?: { readonly by: string; readonly from: Day };
}

/**
 * Finds the body that is competent for a place on a day: the municipality, the body of the province, the Region, the
 * agency or the health authority. Where that body has delegated the function, it is who performs it (TUEL, artt. 30 and
 * 32). Of several bodies of a level the one to which the municipality has given the function is competent: so is told
 * which health authority it belongs to.
 */
export async function findCompetent(
  db: Db,
  { place, rule }: { readonly place: NamedPlace; readonly rule: PlaceRule },
  on: Day,
): Promise<Competent> {
  const { level, function: functionCode = null } = rule;
  const [row] = await rowsOf<Row>(db, competentSql, {
    istatCode: 'istatCode' in place ? place.istatCode : null,
    name: 'name' in place ? place.name : null,
    province: 'name' in place ? place.province : null,
    level,
    functionCode,
    on,
  });
  if (row === undefined) return {};
  const { candidates, delegations } = row;
  const found = { place: row.place };
  const given = candidates.find(({ bodyId }) => delegations.some(({ toBodyId }) => toBodyId === bodyId));
  const body = candidates.length > 1 ? given : candidates[0];
  if (body === undefined) return found;
  const handed = delegations.find(({ byBodyId }) => byBodyId === body.bodyId);
  if (handed === undefined) return { ...found, body };
  const { toBodyId, toName, from } = handed;
  return { ...found, body: { bodyId: toBodyId, name: toName }, delegated: { by: body.name, from } };
}

interface Row {
  readonly place: string;
  readonly candidates: readonly { readonly bodyId: string; readonly name: string }[];
  readonly delegations: readonly {
    readonly byBodyId: string;
    readonly toBodyId: string;
    readonly toName: string;
    readonly from: Day;
  }[];
}

const holds = (row: string): string => `(${row}.last_on IS NULL OR ${row}.last_on >= CAST(:on AS date))`;

// Who has the function performed: the candidates themselves, and the municipality, which may name its health authority.
const competentSql = `
WITH place AS (
  SELECT istat_code, name, province, region_code FROM municipalities
   WHERE valid_to IS NULL AND CASE WHEN CAST(:istatCode AS text) IS NOT NULL THEN istat_code = :istatCode
           ELSE lower(name) = lower(CAST(:name AS text)) AND province = CAST(:province AS text) END
   LIMIT 1),
candidates AS (
  SELECT b.body_id, b.name FROM bodies b, place p
   WHERE b.kind = CAST(:level AS text) AND ${holds('b')}
     AND CASE b.kind WHEN 'municipality' THEN b.istat_code = p.istat_code WHEN 'province' THEN b.province = p.province
           WHEN 'region' THEN b.istat_code = p.region_code
           WHEN 'health-authority' THEN b.province = p.province OR EXISTS (SELECT 1 FROM delegations d JOIN bodies m USING (body_id)
                         WHERE d.to_body_id = b.body_id AND m.istat_code = p.istat_code
                           AND d.function_code = CAST(:functionCode AS text)
                           AND d.first_on <= CAST(:on AS date) AND ${holds('d')})
           ELSE p.region_code IN (SELECT r.istat_code FROM bodies r WHERE r.kind = 'region') END),
handed AS (
  SELECT d.body_id, d.to_body_id, d.first_on, t.name FROM delegations d JOIN bodies t ON t.body_id = d.to_body_id
   WHERE d.function_code = CAST(:functionCode AS text) AND d.first_on <= CAST(:on AS date) AND ${holds('d')} AND ${holds('t')}
     AND d.body_id IN (SELECT body_id FROM candidates UNION
                       SELECT b.body_id FROM bodies b JOIN place p ON b.istat_code = p.istat_code))
SELECT p.name || ' (' || p.province || ')' AS place,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('bodyId', body_id, 'name', name) ORDER BY name), '[]') FROM candidates)
    AS candidates,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('byBodyId', body_id, 'toBodyId', to_body_id, 'toName', name,
     'from', first_on) ORDER BY first_on DESC), '[]') FROM handed) AS delegations
  FROM place p`;
