import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { HttpError, type Context, type Middleware } from 'koa';
import send from 'koa-send';
import { Problem } from '../core/problem.ts';
import { answerUnchanged } from './freshness.ts';
import { answerMethods, isReading, reading } from './methods.ts';
import { previewPath } from './security-headers.ts';

/** The longest a browser may keep a file whose name carries the hash of its content: a year. */
const yearMs = 365 * 24 * 3600 * 1000;

/** Where the build puts the files that pages load, each named by its content. */
const assets = '/assets/';

/**
 * Serves the portal, the desk and the designer from the build folder. A path that is a file gives the file; any other
 * is a page of one of the apps, which find their own way from there: ids in a path may hold dots. A missing file of
 * `assets`, a hidden file, and a path that cannot be read are not found.
 */
export function pages(folder: string): Middleware {
  return async (ctx) => {
    if (!isReading(ctx)) return answerMethods(ctx, reading);
    const file = await sendFile(ctx, folder);
    if (file !== undefined) return markVersion(ctx, file);
    if (ctx.path.startsWith(assets) || /\/\./.test(ctx.path)) throw absent(ctx);
    await sendApp(ctx, folder);
  };
}

async function sendApp(ctx: Context, folder: string): Promise<void> {
  const file = join(appOf(ctx.path), 'index.html');
  if (!existsSync(join(folder, file))) {
    throw new Problem('service.unavailable', {
      missing: 'dist/web',
      expected: 'the pages, built with "npm run build"',
    });
  }
  ctx.set('cache-control', 'no-cache');
  markVersion(ctx, await send(ctx, file, { root: folder }));
}

/**
 * The folder of the app that an address belongs to. The preview of the form builder is a page of its own, shown in a
 * frame.
 */
function appOf(path: string): string {
  const apps = { [previewPath]: 'designer/preview', '/progetta': 'designer', '/ufficio': 'forms/clerk' };
  const found = Object.entries(apps).find(([start]) => path === start || path.startsWith(`${start}/`));
  return found?.[1] ?? 'forms/citizen';
}

/** Sends the file at the path, and gives where it lies; undefined when there is none. */
async function sendFile(ctx: Context, folder: string): Promise<string | undefined> {
  const named = ctx.path.startsWith(assets);
  try {
    return await send(ctx, ctx.path, { root: folder, immutable: named, maxage: named ? yearMs : 0 });
  } catch (error) {
    if (error instanceof HttpError && error.status === 404) return undefined;
    throw absent(ctx, error);
  }
}

const absent = (ctx: Context, cause?: unknown): Problem =>
  new Problem('resource.not-found', { path: ctx.path }, { cause });

/** A build writes every file anew, so that size and time tell one version from the next. */
function markVersion(ctx: Context, file: string): void {
  const { size, mtimeMs } = statSync(file);
  answerUnchanged(ctx, `${size.toString(36)}-${Math.floor(mtimeMs).toString(36)}`);
}
