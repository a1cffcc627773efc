import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, instant } from './shapes.ts';

const spoken = z.enum(['it', 'en']);

export const membership = z.object({
  bodyId: id,
  bodyName: z.string(),
  officeCode: z.string(),
  officeName: z.string(),
  role: z.enum(['clerk', 'officer', 'manager', 'analyst', 'auditor', 'data-manager', 'administrator']),
});

export const person = z
  .object({
    personId: id,
    givenName: z.string(),
    familyName: z.string(),
    fiscalCode: z.string().optional(),
    email: z.string().optional(),
    /** The language that they chose last; absent when they never chose. */
    language: spoken.optional(),
    level: z.number().int().min(1).max(3),
    memberships: z.array(membership),
  })
  .meta({ id: 'Person' });

/**
 * The portal and the desk have separate sessions; a browser may hold both. `person` is absent when nobody is signed in.
 */
export const session = z
  .object({
    audience: z.enum(['citizen', 'office']),
    person: person.optional(),
    signInUrl: z.string(),
    signOutUrl: z.string(),
    /** True where demo identities and kept mails exist. */
    development: z.boolean(),
  })
  .meta({ id: 'Session' });

export type Session = z.infer<typeof session>;
export type SessionPerson = z.infer<typeof person>;

export const readSession = endpoint({
  method: 'get',
  path: '/sessions/current',
  audience: 'public',
  summary: 'Chi ha effettuato l’accesso',
  query: z.object({ audience: z.enum(['citizen', 'office']) }),
  response: session,
});

const own = z.object({ audience: z.enum(['citizen', 'office']) });

export const chooseLanguage = endpoint({
  method: 'put',
  path: '/sessions/current/language',
  audience: 'signed-in',
  summary: 'La lingua in cui si vuole leggere e ricevere messaggi',
  query: own,
  body: z.object({ language: spoken }).strict(),
  status: 204,
});

/** One sign-in of a person that still lasts. */
export const openSession = z
  .object({
    sessionId: z.string(),
    startedAt: instant,
    /** The last use, give or take a minute. */
    seenAt: instant,
    browser: z.string().optional(),
    system: z.string().optional(),
    /** True for the one that asks. */
    current: z.boolean(),
  })
  .meta({ id: 'OpenSession' });

export type OpenSession = z.infer<typeof openSession>;

export const listSessions = endpoint({
  method: 'get',
  path: '/sessions',
  audience: 'signed-in',
  summary: 'I propri accessi ancora aperti',
  query: own,
  response: z.object({ items: z.array(openSession) }),
});

export const endSession = endpoint({
  method: 'delete',
  path: '/sessions/:sessionId',
  audience: 'signed-in',
  summary: 'Chiude uno dei propri accessi',
  params: z.object({ sessionId: z.string().regex(/^[0-9a-f]{64}$/) }),
  query: own,
  status: 204,
});
