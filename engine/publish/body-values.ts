import { romeDay } from '../core/calendar.ts';
import type { Procedure } from '../core/procedure.ts';
import { warningIn, type Finding } from '../findings/finding.ts';
import type { Instant } from '../kernel/types.ts';
import { valueGapsIn, type ValueGap } from '../store/organisation/value-gaps.ts';
import { rowsOf, type Db } from '../store/db.ts';

/**
 * Bodies that have not given what the procedure asks of every body, or give two values for one day. Applications to
 * them are refused until they have; the others may begin.
 */
export async function bodyValueFindings(db: Db, procedure: Procedure, now: Instant): Promise<readonly Finding[]> {
  const { ofBodies } = procedure.service;
  if (ofBodies === undefined) return [];
  const bodies = await rowsOf<{ ipaCode: string }>(
    db,
    'SELECT ipa_code AS "ipaCode" FROM bodies WHERE last_on IS NULL OR last_on >= CAST(:on AS date) ORDER BY ipa_code',
    { on: romeDay(now) },
  );
  const ipaCodes = bodies.map(({ ipaCode }) => ipaCode);
  const gaps = await valueGapsIn(db, { ipaCodes, layers: new Map([[procedure.procedureId, ofBodies]]) }, romeDay(now));
  const places = [...new Set(gaps.map(placeOf))];
  return places.flatMap((place) => findingsOf(gaps.filter((gap) => placeOf(gap) === place)));
}

const placeOf = ({ kind, name, fault }: ValueGap): string => `${kind}.${name} ${fault}`;

/** One finding for all bodies in which the same is wrong. */
function findingsOf(gaps: readonly ValueGap[]): readonly Finding[] {
  const [first] = gaps;
  if (first === undefined) return [];
  const { kind, name, fault } = first;
  const bodies = gaps.map(({ ipaCode, on }) => ({ ipaCode, on }));
  return [warningIn('service.json', `body-value.${fault}`, { place: `ofBodies.${kind}.${name}`, bodies })];
}
