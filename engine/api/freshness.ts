import { Readable } from 'node:stream';
import type { Context } from 'koa';

/**
 * Marks an answer with its version, by which a browser asks next time whether it has changed; whoever holds that
 * version already is answered 304, without the body.
 */
export function answerUnchanged(ctx: Context, version: string): void {
  // Weak, because compression on the way out changes the bytes and not what they say.
  ctx.set('etag', `W/"${version}"`);
  if (!ctx.response.get('cache-control')) ctx.set('cache-control', 'no-cache');
  if (!ctx.fresh) return;
  if (ctx.body instanceof Readable) ctx.body.destroy();
  ctx.body = null;
  ctx.status = 304;
}
