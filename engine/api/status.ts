import type { Middleware } from 'koa';
import type { z } from 'zod';
import type { statusBody } from '../../forms/contract/status.ts';
import { Problem } from '../core/problem.ts';
import { isDatabaseReachable, isQueueMoving } from '../store/health.ts';
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

async function statusOf(services: Services): Promise<Status> {
  if (!(await isDatabaseReachable(services.db))) throw new Problem('service.unavailable', { part: 'database' });
  const moving = await isQueueMoving(services.db);
  const identity = await Promise.all([services.identity.citizen.isReachable(), services.identity.office.isReachable()]);
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
