import type { Middleware } from 'koa';
import { Problem } from '../core/problem.ts';
import { answerIn } from './language.ts';
import { problemBody } from './problem.ts';

/** Who is sent away comes back after so many seconds. */
const RETRY_AFTER = '2';

/**
 * Takes at most `most` requests in hand and sends further ones away at once, with 503 and `Retry-After`: those that
 * were taken are
 * answered in time, and those that were not know it. Whoever asks how the service is (`/status`) is always heard.
 */
export function backPressure(most: number, newId: () => string): Middleware {
  let inHand = 0;
  return async (ctx, next) => {
    if (inHand >= most && ctx.path !== '/status') {
      const language = answerIn(ctx);
      ctx.status = 503;
      ctx.body = JSON.stringify(problemBody(new Problem('service.busy'), newId(), language));
      ctx.type = 'application/problem+json';
      ctx.set({ 'retry-after': RETRY_AFTER, 'cache-control': 'no-store' });
      return;
    }
    inHand += 1;
    try {
      await next();
    } finally {
      inHand -= 1;
    }
  };
}
