import type { Middleware } from 'koa';
import type { Logger } from '../connect/log.ts';

/**
 * Gives every request an id, answered in `X-Request-Id`, and writes one line about it: method, path, outcome, time. The
 * path is logged without its query, and no header, body, name or address of a person enters the line.
 */
export function accessLog(log: Logger, newId: () => string): Middleware {
  return async (ctx, next) => {
    const requestId = newId();
    const startedAt = performance.now();
    // The identity provider of a development machine rewrites the path for itself.
    const { path } = ctx;
    ctx.state['requestId'] = requestId;
    ctx.set('x-request-id', requestId);
    try {
      await next();
    } finally {
      const line = {
        requestId,
        method: ctx.method,
        path,
        status: ctx.status,
        ms: Math.round(performance.now() - startedAt),
      };
      if (path.startsWith('/assets/')) log.trace(line, 'request');
      else log.debug(line, 'request');
    }
  };
}
