import type { Middleware } from 'koa';
import type { z } from 'zod';
import type { statusBody } from '../../forms/contract/status.ts';
import { Problem } from '../core/problem.ts';
import type { Db } from '../store/db.ts';
import { healthOf, type Health } from '../store/health.ts';
import type { Handler } from './handler.ts';
import { answerMethods, isReading, reading } from './methods.ts';
import type { Services } from './services.ts';
import { version } from './version.ts';

type Status = z.infer<typeof statusBody>;

/** Whether the service is ready. Without a database it is not; the other parts are told and do not stop it. */
export const readStatus: Handler<'readStatus'> = ({ services }) => statusOf(services);

/** The same at `/status`, where those who watch over servers look. */
export function statusRoute(services: Services): Middleware {
  return async (ctx, next) => {
    if (ctx.path !== '/status') return next();
    if (!isReading(ctx)) return answerMethods(ctx, reading);
    ctx.set('cache-control', 'no-store');
    ctx.body = await statusOf(services);
  };
}

/** Whoever watches over servers waits no longer than two seconds. */
const PATIENCE_MS = 1500;

/** One look for each server, however many ask. */
const looks = new WeakMap<Db, () => Promise<Health>>();

function healthNow({ db, healthDb = db }: Services): Promise<Health> {
  const look = looks.get(healthDb) ?? healthOf(healthDb, PATIENCE_MS);
  looks.set(healthDb, look);
  return look();
}

async function statusOf(services: Services): Promise<Status> {
  const { citizen, office } = services.identity;
  const [{ reachable, moving }, ...identity] = await Promise.all([
    healthNow(services),
    inTime(citizen.isReachable()),
    inTime(office.isReachable()),
  ]);
  if (!reachable) throw new Problem('service.unavailable', { part: 'database' });
  return {
    status: 'ok',
    version,
    at: services.clock(),
    parts: {
      database: 'ok',
      worker: moving ? 'ok' : 'unavailable',
      identity: identity.every(Boolean) ? 'ok' : 'unavailable',
    },
  };
}

function inTime(reachable: Promise<boolean>): Promise<boolean> {
  return Promise.race([
    reachable.catch(() => false),
    new Promise<boolean>((resolve) => {
      setTimeout(() => resolve(false), PATIENCE_MS).unref();
    }),
  ]);
}
