import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id } from './shapes.ts';

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
    level: z.number().int().min(1).max(3),
    memberships: z.array(membership),
  })
  .meta({ id: 'Person' });

/** The portal and the desk have separate sessions; a browser may hold both. `person` is absent when nobody is signed in. */
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
