import { randomBytes } from 'node:crypto';
import type { Context } from 'koa';
import type { Audience, Identity } from '../connect/identity/provider.ts';
import type { PersonActor } from '../core/actor.ts';
import type { Instant } from '../kernel/types.ts';
import { sha256 } from '../store/sha256.ts';
import type { Db } from '../store/db.ts';
import { findPersonOfSession, keepPerson, type Person } from '../store/tables/people.ts';
import {
  dropExpiredSessions,
  dropSession,
  findSession,
  keepSession,
  type SessionData,
} from '../store/tables/sessions.ts';
import { isBackground } from './background.ts';
import { cookieName, cookieOptions } from './cookies.ts';
import { deviceOf } from './device.ts';
import { sessionLimits, touchEveryMs } from './session-limits.ts';

/**
 * Who is signed in. The portal and the desk have a session each, under a cookie of its own, so that a browser may hold
 * both.
 *
 * A session is **absent**, then **open** from a sign-in on. Every use moves its idle end; it is **over** when the idle
 * end or the absolute end has passed, or when the person signs out, and then its row is gone. Each sign-in begins a new
 * one under a new name. The cookie holds a random name and nothing else; the database knows only its hash, so that
 * reading the table lets nobody in.
 */
export interface Sessions {
  /**
   * Who is signed in for the audience; undefined when nobody is. Roles are read afresh, so a lost one counts at once.
   */
  read(ctx: Context, audience: Audience): Promise<SignedIn | undefined>;
  /** Opens a session for a person who has just been identified, ending the one before. */
  open(ctx: Context, audience: Audience, identity: Identity): Promise<void>;
  /** Ends the session and forgets its cookie; gives what it was, when there was one. */
  end(ctx: Context, audience: Audience): Promise<SessionData | undefined>;
  /** Under which id the session of this browser is kept. */
  idOf(ctx: Context, audience: Audience): string | undefined;
}

/** Who is signed in, with the names of their offices. */
export type SignedIn = Omit<PersonActor, 'memberships'> & Person;

/** What sessions need: rows, a clock, and to know whether cookies travel over HTTPS. */
export interface SessionSettings {
  readonly db: Db;
  readonly clock: () => Instant;
  readonly newId: () => string;
  readonly secure: boolean;
}

/** Gives sessions kept in the table `sessions`. */
export function createSessions(settings: SessionSettings): Sessions {
  return {
    read: (ctx, audience) => read(ctx, audience, settings),
    open: (ctx, audience, identity) => open(ctx, { audience, identity }, settings),
    end: (ctx, audience) => end(ctx, audience, settings),
    idOf: (ctx, audience) => sessionIdOf(ctx, audience, settings),
  };
}

function sessionIdOf(ctx: Context, audience: Audience, { secure }: SessionSettings): string | undefined {
  const name = ctx.cookies.get(cookieName(audience, secure), { signed: true });
  return name === undefined ? undefined : sha256(name);
}

const later = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString();
const earlier = (one: Instant, other: Instant): Instant => (one < other ? one : other);

async function read(ctx: Context, audience: Audience, settings: SessionSettings): Promise<SignedIn | undefined> {
  const sessionId = sessionIdOf(ctx, audience, settings);
  if (sessionId === undefined) return undefined;
  const now = settings.clock();
  const found = await findPersonOfSession(settings.db, sessionId, now);
  if (found === undefined || found.session.audience !== audience) return undefined;
  const { session, person } = found;
  const isDue = later(session.seenAt, touchEveryMs) < now;
  if (isDue && !isBackground(ctx)) await keep(settings, sessionId, { ...session, seenAt: now });
  // In the portal nobody acts for an office.
  const memberships = audience === 'office' ? person.memberships : [];
  return { type: 'person', ...person, memberships, audience, level: session.level };
}

async function open(
  ctx: Context,
  { audience, identity }: { readonly audience: Audience; readonly identity: Identity },
  settings: SessionSettings,
): Promise<void> {
  await end(ctx, audience, settings);
  const now = settings.clock();
  await dropExpiredSessions(settings.db, now);
  const { level, idToken, roles, ...claims } = identity;
  const personId = await keepPerson(settings.db, { ...claims, personId: settings.newId(), seenAt: now });
  const name = randomBytes(32).toString('base64url');
  const device = deviceOf(ctx.get('user-agent'));
  const given = { ...(idToken && { idToken }), ...(roles && { roles }) };
  const data = { audience, personId, level, startedAt: now, seenAt: now, device, ...given };
  await keep(settings, sha256(name), data);
  ctx.cookies.set(cookieName(audience, settings.secure), name, cookieOptions(settings.secure));
}

async function end(ctx: Context, audience: Audience, settings: SessionSettings): Promise<SessionData | undefined> {
  const sessionId = sessionIdOf(ctx, audience, settings);
  if (sessionId === undefined) return undefined;
  const ended = await findSession(settings.db, sessionId, settings.clock());
  await dropSession(settings.db, sessionId);
  ctx.cookies.set(cookieName(audience, settings.secure), null, cookieOptions(settings.secure));
  return ended;
}

function keep(settings: SessionSettings, sessionId: string, data: SessionData): Promise<void> {
  const limits = sessionLimits[data.audience];
  const expiresAt = earlier(later(data.seenAt, limits.idleMs), later(data.startedAt, limits.absoluteMs));
  return keepSession(settings.db, { sessionId, data, expiresAt });
}
