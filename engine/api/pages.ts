import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Context, Middleware } from 'koa';
import send from 'koa-send';
import { Problem } from '../core/problem.ts';

/** The longest a browser may keep a file whose name carries the hash of its content: a year. */
const yearMs = 365 * 24 * 3600 * 1000;

/**
 * Serves the portal and the desk from the build folder. A path without an ending is a page of one of the two apps, which
 * find their own way from there; a path with one is a file, or nothing.
 */
export function pages(folder: string): Middleware {
  return async (ctx, next) => {
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') return next();
    if (/\.[a-z0-9]+$/i.test(ctx.path)) return sendFile(ctx, folder);
    const app = ctx.path === '/ufficio' || ctx.path.startsWith('/ufficio/') ? 'clerk' : 'citizen';
    const file = join(app, 'index.html');
    if (!existsSync(join(folder, file))) {
      throw new Problem('service.unavailable', {
        missing: 'dist/web',
        expected: 'le pagine, costruite con "npm run build"',
      });
    }
    ctx.set('cache-control', 'no-cache');
    await send(ctx, file, { root: folder });
  };
}

async function sendFile(ctx: Context, folder: string): Promise<void> {
  const named = ctx.path.startsWith('/assets/');
  try {
    await send(ctx, ctx.path, { root: folder, immutable: named, maxage: named ? yearMs : 0 });
  } catch (error) {
    throw new Problem('resource.not-found', { path: ctx.path }, { cause: error });
  }
}
