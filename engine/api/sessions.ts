import type { SessionPerson } from '../../forms/contract/session.ts';
import { Problem } from '../core/problem.ts';
import { keepLanguage } from '../store/tables/people.ts';
import { dropSessionOf, listSessions as sessionsOf } from '../store/tables/sessions.ts';
import type { Handler } from './handler.ts';
import { defined } from './present/defined.ts';
import { noteSecurityEvent } from './security-log.ts';
import type { SignedIn } from './session.ts';

/** Who is signed in for an audience, and where to sign in and out. */
export const readSession: Handler<'readSession'> = async ({ query, services, ctx }) => {
  const { audience } = query;
  const actor = await services.sessions.read(ctx, audience);
  const person = actor && personOf(actor);
  return {
    audience,
    ...defined({ person }),
    signInUrl: `/auth/${audience}/sign-in`,
    signOutUrl: `/auth/${audience}/sign-out`,
    development: services.development,
  };
};

function personOf({ type: _type, audience: _audience, memberships, ...person }: SignedIn): SessionPerson {
  return { ...person, memberships: memberships.map(({ guestOf: _guestOf, ...membership }) => membership) };
}

/** Keeps in which language whoever asks reads the portal and is written to. */
export const chooseLanguage: Handler<'chooseLanguage'> = async ({ body, actor, services }) => {
  await keepLanguage(services.db, actor.personId, body.language);
  return undefined;
};

/** The sign-ins of whoever asks that still last, the newest first. */
export const listSessions: Handler<'listSessions'> = async ({ query, actor, services, ctx }) => {
  const current = services.sessions.idOf(ctx, query.audience);
  const { personId } = actor;
  const found = await sessionsOf(services.db, { personId, audience: query.audience, now: services.clock() });
  return {
    items: found.map(({ sessionId, data: { startedAt, seenAt, device } }) => ({
      sessionId,
      startedAt,
      seenAt,
      ...device,
      current: sessionId === current,
    })),
  };
};

/** Ends one of them: of a device that was lost, or that others use. */
export const endSession: Handler<'endSession'> = async ({ params, query, actor, services, ctx }) => {
  const { sessionId } = params;
  const isEnded = await dropSessionOf(services.db, { sessionId, personId: actor.personId, audience: query.audience });
  if (!isEnded) throw new Problem('resource.not-found', { sessionId });
  noteSecurityEvent(services.log, ctx, { event: 'session-ended', audience: query.audience });
  return undefined;
};
