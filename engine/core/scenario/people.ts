import type { PersonActor } from '../actor.ts';
import { demoPeople } from '../demo.ts';
import type { AssignedOffice } from '../office.ts';
import type { Body } from '../step.ts';
import { noCast, type Cast } from './cast.ts';
import type { Answers } from './scenario.ts';

/** The body on which scenarios are played in memory. */
export const stageBody: Body = {
  bodyId: '00000000-0000-8000-8000-000000000001',
  name: 'Regione Emilia-Romagna',
  ipaCode: 'r_emiro',
};

/** The offices of that body by their code. */
export const stageOffices: Readonly<Record<string, string>> = {
  urp: 'Ufficio relazioni con il pubblico',
  documenti: 'Ufficio che detiene i documenti',
  rpct: 'Responsabile prevenzione corruzione e trasparenza',
};

/** An office of the stage's own body; undefined when there is none with the code. */
export function officeCalled(code: string, { offices }: Cast): { readonly name: string } | undefined {
  const cast = offices[code];
  const name = cast?.body === undefined ? (cast?.name ?? stageOffices[code]) : undefined;
  return name === undefined ? undefined : { name };
}

/** Who plays the roles of the procedure, by the role. */
export function rolesPlayed(cast: Cast): Readonly<Record<string, AssignedOffice>> {
  return Object.fromEntries(
    Object.entries(cast.roles).flatMap(([role, code]) => {
      const office = cast.offices[code];
      if (office === undefined) return [];
      const { name, body } = office;
      const shown = body === undefined ? name : `${cast.bodies[body] ?? body}, ${name}`;
      return [[role, { bodyId: bodyIdIn(body), code, name: shown }]];
    }),
  );
}

/** The id of a body of the cast in memory; without a code that of the stage. */
export const bodyIdIn = (ipaCode: string | undefined): string =>
  ipaCode === undefined ? stageBody.bodyId : `body:${ipaCode}`;

/**
 * A demo person or one of the cast, as they come out of the sign-in.
 * @throws RangeError when there is no such person
 */
export function personNamed(username: string, cast: Cast = noCast): PersonActor {
  const person = demoPeople.find((one) => one.username === username) ?? castPerson(username, cast);
  if (person === undefined) {
    const known = [...demoPeople.map((one) => one.username), ...Object.keys(cast.people)].join(', ');
    throw new RangeError(`Lo scenario fa agire «${username}», che non esiste: ci sono ${known}.`);
  }
  const { givenName, familyName, fiscalCode, email, audience } = person;
  const memberships = person.offices.map((office) => ({ bodyId: stageBody.bodyId, ...office }));
  return {
    type: 'person',
    personId: username,
    givenName,
    familyName,
    ...(fiscalCode === undefined ? {} : { fiscalCode }),
    email,
    audience,
    level: 2,
    memberships,
  };
}

function castPerson(username: string, { people, offices }: Cast) {
  const person = people[username];
  if (person === undefined) return undefined;
  return {
    ...person,
    email: `${username}@example.org`,
    audience: person.offices.length === 0 ? ('citizen' as const) : ('office' as const),
    offices: person.offices.map(({ office, role }) => ({
      bodyId: bodyIdIn(offices[office]?.body),
      officeCode: office,
      role,
    })),
  };
}

/** The answers with `@r_emiro` replaced by the id of that body. */
export function withBody(answers: Answers, bodyId: string): Answers {
  return Object.fromEntries(
    Object.entries(answers).map(([key, value]) => [key, value === '@r_emiro' ? bodyId : value]),
  );
}
