import type { PersonActor } from '../actor.ts';
import { demoPeople } from '../demo.ts';
import type { Body } from '../step.ts';
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

/**
 * A demo person as they come out of the sign-in.
 * @throws RangeError when there is no such person
 */
export function personNamed(username: string): PersonActor {
  const person = demoPeople.find((one) => one.username === username);
  if (!person) {
    const known = demoPeople.map((one) => one.username).join(', ');
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

/** The answers with `@r_emiro` replaced by the id of that body. */
export function withBody(answers: Answers, bodyId: string): Answers {
  return Object.fromEntries(
    Object.entries(answers).map(([key, value]) => [key, value === '@r_emiro' ? bodyId : value]),
  );
}
