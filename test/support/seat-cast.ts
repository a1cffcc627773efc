import { v7 } from 'uuid';
import { localIssuer } from '../../engine/connect/identity/provider.ts';
import type { Cast } from '../../engine/core/scenario/cast.ts';
import type { JobDeps } from '../../engine/jobs/job.ts';
import { keepAssignments } from '../../engine/store/organisation/assignments.ts';
import { keepBodies } from '../../engine/store/organisation/bodies.ts';
import { keepOffices } from '../../engine/store/organisation/offices.ts';
import { keepRoles } from '../../engine/store/organisation/staff.ts';
import { keepPerson } from '../../engine/store/tables/people.ts';

const own = 'r_emiro';
const firstOn = '2000-01-01';

/** Puts the cast of a scenario into the database; roles that it does not assign are the card's again. */
export async function seatCast({ db, clock }: JobDeps, procedureId: string, cast: Cast): Promise<void> {
  const { bodies, offices, people, roles } = cast;
  const bodyOf = (office: string): string => offices[office]?.body ?? own;
  await keepBodies(
    db,
    Object.entries(bodies).map(([ipaCode, name]) => ({ ipaCode, name, kind: 'agency' as const })),
  );
  await keepOffices(
    db,
    Object.entries(offices).map(([code, { name }]) => ({ ipaCode: bodyOf(code), code, name })),
  );
  for (const [username, { offices: held, ...names }] of Object.entries(people)) {
    const email = `${username}@example.org`;
    const seen = { issuer: localIssuer, subject: username, email, emailVerified: true, seenAt: clock() };
    await keepPerson(db, { personId: v7(), ...seen, ...names });
    await keepRoles(
      db,
      held.map(({ office, role }) => ({ ...names, email, ipaCode: bodyOf(office), officeCode: office, role, firstOn })),
    );
  }
  await db('officeAssignments').where({ procedureId }).delete();
  await keepAssignments(
    db,
    Object.entries(roles).map(([role, officeCode]) => ({
      ipaCode: own,
      procedureId,
      role,
      officeIpaCode: bodyOf(officeCode),
      officeCode,
      firstOn,
    })),
  );
}
