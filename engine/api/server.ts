import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { constants } from 'node:zlib';
import Koa from 'koa';
import compress from 'koa-compress';
import type { Middleware } from 'koa';
import { accessLog } from './access-log.ts';
import { backPressure } from './back-pressure.ts';
import { breakAnswers } from './broken-answer.ts';
import { sameOriginGuard } from './guard.ts';
import { handlers } from './handlers.ts';
import { openApiRoute } from './openapi.ts';
import { pages } from './pages.ts';
import { publishedAnswerSchemas } from './procedures.ts';
import { problemMiddleware } from './problem.ts';
import { apiRoutes } from './route.ts';
import { securityHeaders } from './security-headers.ts';
import type { Services } from './services.ts';
import { signInRoutes } from './sign-in.ts';
import { statusRoute } from './status.ts';

/** How the server stands in its surroundings. */
export interface ServerOptions {
  readonly services: Services;
  /** The most requests in hand; without it there is no bound. */
  readonly requests?: number;
  /** Keys that sign the cookies, the newest first. */
  readonly keys: readonly string[];
  /** How many proxies of ours stand in front; none without it, and then no `X-Forwarded-For` is believed. */
  readonly trustedProxies?: number;
  /** The identity provider of a development machine. */
  readonly localProvider?: Middleware;
  /** Where the built pages lie; `dist/web` without it. */
  readonly pagesFolder?: string;
  /** Origins of outside identity providers, to which a form may lead. */
  readonly formTargets?: readonly string[];
}

/**
 * Brotli's own default, 11, packs the pages afresh for each visitor at 1.2 s of CPU for the style sheet alone (610 kB
 * to 69 kB, Node 20); 5 takes 12 ms and gives 82 kB.
 */
const BROTLI_QUALITY = 5;

const builtPages = resolve(fileURLToPath(new URL('../../dist/web', import.meta.url)));

/** Gives the whole server: API, sign-in, and the pages of the portal and the desk. */
export function createServer(options: ServerOptions): Koa {
  const { services, trustedProxies = 0 } = options;
  const app = new Koa({ proxy: trustedProxies > 0, maxIpsCount: trustedProxies });
  app.keys = [...options.keys];
  // Koa's own handler stays silent: every failure has been answered and logged by the problem middleware.
  app.on('error', (error: unknown) => services.log.debug({ err: error }, 'connection'));
  app.use((ctx, next) => {
    // The public address decides: behind a proxy that ends HTTPS the connection itself looks plain.
    ctx.cookies.secure = services.baseUrl.startsWith('https:');
    return next();
  });
  app.use(backPressure({ most: options.requests ?? Infinity, newId: services.newId }));
  app.use(accessLog(services.log, services.newId));
  app.use(securityHeaders(services.baseUrl, options.formTargets ?? []));
  app.use(compress({ threshold: 1024, br: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } } }));
  app.use(breakAnswers);
  app.use(problemMiddleware(services.log));
  if (options.localProvider !== undefined) app.use(options.localProvider);
  app.use(sameOriginGuard(services.baseUrl));
  app.use(signInRoutes(services));
  app.use(statusRoute(services));
  app.use(openApiRoute(services.baseUrl, () => publishedAnswerSchemas(services)));
  app.use(apiRoutes(handlers, services));
  app.use(pages(options.pagesFolder ?? builtPages));
  return app;
}
