import type { Instant } from '../../kernel/types.ts';
import { rowsOf, type Db } from '../db.ts';

/** Who has signed in, how, and since when. */
export interface SessionData {
  readonly audience: 'citizen' | 'office';
  readonly personId: string;
  readonly level: 1 | 2 | 3;
  readonly startedAt: Instant;
  /** The last use; it lags by a minute at the most. */
  readonly seenAt: Instant;
}

/** The session of that id while it lasts. */
export async function findSession(db: Db, sessionId: string, now: Instant): Promise<SessionData | undefined> {
  const [row] = await rowsOf<{ data: SessionData }>(
    db,
    'SELECT data FROM sessions WHERE session_id = :sessionId AND expires_at > :now',
    { sessionId, now },
  );
  return row?.data;
}

/** Writes a session anew, or its last use and its end. */
export async function keepSession(
  db: Db,
  session: { readonly sessionId: string; readonly data: SessionData; readonly expiresAt: Instant },
): Promise<void> {
  await rowsOf(
    db,
    `INSERT INTO sessions (session_id, data, expires_at) VALUES (:sessionId, CAST(:data AS jsonb), :expiresAt)
     ON CONFLICT (session_id) DO UPDATE SET data = excluded.data, expires_at = excluded.expires_at`,
    { ...session, data: JSON.stringify(session.data) },
  );
}

/** Ends a session. */
export async function dropSession(db: Db, sessionId: string): Promise<void> {
  await rowsOf(db, 'DELETE FROM sessions WHERE session_id = :sessionId', { sessionId });
}

/** Removes the sessions whose end has passed. */
export async function dropExpiredSessions(db: Db, now: Instant): Promise<void> {
  await rowsOf(db, 'DELETE FROM sessions WHERE expires_at <= :now', { now });
}
