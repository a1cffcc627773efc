import type { Role } from '../../core/actor.ts';
import type { Instant } from '../../kernel/types.ts';
import type { Db } from '../db.ts';
import { Row } from './row.ts';

/** What a person knows a device by. */
export interface Device {
  readonly browser?: string;
  readonly system?: string;
}

/** Who has signed in, how, and since when. */
export interface SessionData {
  readonly audience: 'citizen' | 'office';
  readonly personId: string;
  readonly level: 1 | 2 | 3;
  readonly startedAt: Instant;
  /** The last use; it lags by a minute at the most. */
  readonly seenAt: Instant;
  readonly device?: Device;
  /** Roles in offices that the provider vouched for, by the codes of body and office. */
  readonly roles?: readonly { readonly ipaCode: string; readonly officeCode: string; readonly role: Role }[];
  /** What the provider gave out at the sign-in, to be told to it at the sign-out. */
  readonly idToken?: string;
}

class Session extends Row {
  static override tableName = 'sessions';
  static override idColumn = 'sessionId';
  static override jsonAttributes = ['data'];

  declare readonly sessionId: string;
  declare readonly data: SessionData;
  declare readonly expiresAt: Instant;
}

/** The session of that id while it lasts. */
export async function findSession(db: Db, sessionId: string, now: Instant): Promise<SessionData | undefined> {
  const session = await Session.query(db).findById(sessionId).where('expiresAt', '>', now);
  return session?.data;
}

/** Writes a session anew, or its last use and its end. */
export async function keepSession(
  db: Db,
  { sessionId, data, expiresAt }: Pick<Session, 'sessionId' | 'data' | 'expiresAt'>,
): Promise<void> {
  await Session.query(db).insert({ sessionId, data, expiresAt }).onConflict('sessionId').merge(['data', 'expiresAt']);
}

/** The sessions of a person that last, the newest first. */
export async function listSessions(
  db: Db,
  { personId, audience, now }: Pick<SessionData, 'personId' | 'audience'> & { readonly now: Instant },
): Promise<readonly Pick<Session, 'sessionId' | 'data'>[]> {
  return Session.query(db)
    .whereRaw(`data ->> 'personId' = ?`, [personId])
    .whereRaw(`data ->> 'audience' = ?`, [audience])
    .where('expiresAt', '>', now)
    .orderByRaw(`data ->> 'startedAt' DESC`);
}

/** Ends a session of a person; tells whether there was one. */
export async function dropSessionOf(
  db: Db,
  { sessionId, personId, audience }: Pick<SessionData, 'personId' | 'audience'> & { readonly sessionId: string },
): Promise<boolean> {
  const dropped = await Session.query(db)
    .deleteById(sessionId)
    .whereRaw(`data ->> 'personId' = ?`, [personId])
    .whereRaw(`data ->> 'audience' = ?`, [audience]);
  return dropped > 0;
}

/** Ends a session. */
export async function dropSession(db: Db, sessionId: string): Promise<void> {
  await Session.query(db).deleteById(sessionId);
}

/** Removes the sessions whose end has passed. */
export async function dropExpiredSessions(db: Db, now: Instant): Promise<void> {
  await Session.query(db).delete().where('expiresAt', '<=', now);
}
