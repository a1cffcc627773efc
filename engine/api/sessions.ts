import type { SessionPerson } from '../../forms/contract/session.ts';
import { findPerson } from '../store/tables/people.ts';
import type { Handler } from './handler.ts';
import { defined } from './present/defined.ts';
import type { Services } from './services.ts';

/** Who is signed in for an audience, and where to sign in and out. */
export const readSession: Handler<'readSession'> = async ({ query, services, ctx }) => {
  const { audience } = query;
  const actor = await services.sessions.read(ctx, audience);
  const person = actor === undefined ? undefined : await personOf(services, actor.personId, actor.level);
  return {
    audience,
    ...defined({ person }),
    signInUrl: `/auth/${audience}/sign-in`,
    signOutUrl: `/auth/${audience}/sign-out`,
    development: services.development,
  };
};

async function personOf(services: Services, personId: string, level: number): Promise<SessionPerson | undefined> {
  const person = await findPerson(services.db, personId);
  if (person === undefined) return undefined;
  return { ...person, level, memberships: [...person.memberships] };
}
