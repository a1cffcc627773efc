import { Stream } from 'node:stream';
import type { Middleware } from 'koa';

/**
 * Ends the connection when what is being sent breaks off, so that nobody takes a part for the whole. Koa leaves the
 * answer open and compression does not hear of it. Stands inside of what compresses.
 */
export const breakAnswers: Middleware = async (ctx, next) => {
  await next();
  if (!(ctx.body instanceof Stream)) return;
  const { res } = ctx;
  ctx.body.once('error', () => {
    if (!res.writableFinished) res.destroy();
  });
};
