import type { Middleware } from 'koa';
import { Problem } from '../core/problem.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses calls with consequences that another site made a browser send. Browsers add `Sec-Fetch-Site`, or at least
 * `Origin`, to every such call; a client that sends neither is no browser and carries no one else's cookie.
 * @throws Problem `request.cross-site`
 */
export function sameOriginGuard(baseUrl: string): Middleware {
  const own = new URL(baseUrl).origin;
  return (ctx, next) => {
    if (safe.has(ctx.method)) return next();
    const site = ctx.get('sec-fetch-site');
    if (site !== '' && site !== 'same-origin') throw new Problem('request.cross-site', { site });
    const origin = ctx.get('origin');
    if (origin !== '' && origin !== own && origin !== `${ctx.protocol}://${ctx.host}`) {
      throw new Problem('request.cross-site', { origin, expected: own });
    }
    return next();
  };
}
