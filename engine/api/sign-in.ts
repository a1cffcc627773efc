import type { Context, Middleware } from 'koa';
import Router from 'koa-router';
import { z } from 'zod';
import { escapeHtml, htmlPage, pageStyle } from '../connect/identity/html-page.ts';
import type { Audience, PendingSignIn } from '../connect/identity/provider.ts';
import { Problem } from '../core/problem.ts';
import { problemWords } from '../words/problems/words.ts';
import { cookieName, cookieOptions } from './cookies.ts';
import { expectedProblem } from './problem.ts';
import { safeReturnTo } from './return-to.ts';
import { noteRefusal, noteSecurityEvent } from './security-log.ts';
import type { Services } from './services.ts';

/** How long a person may take at the identity provider. */
const patienceMs = 15 * 60_000;

const kept = z.object({
  returnTo: z.string(),
  pending: z.object({ state: z.string(), nonce: z.string(), codeVerifier: z.string() }),
});

/** The way in and out: `/auth/:audience/sign-in`, `/auth/:audience/callback`, `POST /auth/:audience/sign-out`. */
export function signInRoutes(services: Services): Middleware {
  const router = new Router({ prefix: '/auth' });
  router.get('/style.css', (ctx) => {
    ctx.type = 'css';
    ctx.body = pageStyle;
  });
  router.get('/:audience/sign-in', (ctx) => explained(ctx, services, (audience) => signIn(ctx, audience, services)));
  router.get('/:audience/callback', (ctx) => explained(ctx, services, (audience) => comeBack(ctx, audience, services)));
  router.post('/:audience/sign-out', (ctx) => signOut(ctx, audienceOf(ctx), services));
  const routes = router.routes();
  return (ctx, next) => routes(ctx as Parameters<typeof routes>[0], next);
}

async function signIn(ctx: Context, audience: Audience, services: Services): Promise<void> {
  await services.limits.take(ctx, 'sign-in');
  const base = new URL(services.baseUrl);
  // The provider answers to the public address; a cookie set under another name of this machine would not come back.
  if (services.development && ctx.host !== base.host) return ctx.redirect(base.origin + ctx.path + ctx.search);
  const { location, pending } = await services.identity[audience].begin(redirectUri(services, audience));
  const returnTo = safeReturnTo(ctx.query['returnTo'], audience, services.baseUrl);
  keep(ctx, audience, { services, value: { returnTo, pending } });
  ctx.redirect(location);
}

async function comeBack(ctx: Context, audience: Audience, services: Services): Promise<void> {
  const text = ctx.cookies.get(cookieOf(audience, services), { signed: true });
  keep(ctx, audience, { services, value: undefined });
  if (text === undefined) throw new Problem('sign-in.failed', { reason: 'too-late' });
  const { returnTo, pending } = kept.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  const callbackUrl = new URL(ctx.originalUrl, services.baseUrl);
  const identity = await services.identity[audience].finish(callbackUrl, pending);
  await services.sessions.open(ctx, audience, identity);
  noteSecurityEvent(services.log, ctx, { event: 'sign-in', audience, assurance: identity.level });
  ctx.redirect(returnTo);
}

/**
 * Ends the session here, and where the provider has a way for it, there too: else the next sign-in asks for nothing.
 */
async function signOut(ctx: Context, audience: Audience, services: Services): Promise<void> {
  const ended = await services.sessions.end(ctx, audience);
  noteSecurityEvent(services.log, ctx, { event: 'sign-out', audience });
  const home = safeReturnTo(undefined, audience, services.baseUrl);
  ctx.status = 303;
  ctx.redirect((await providersWayOut(ended?.idToken, { audience, home, services })) ?? home);
}

/** A provider that cannot be reached keeps nobody from leaving here. */
async function providersWayOut(
  idToken: string | undefined,
  at: { readonly audience: Audience; readonly home: string; readonly services: Services },
): Promise<string | undefined> {
  if (idToken === undefined) return undefined;
  const { identity, baseUrl, log } = at.services;
  try {
    return await identity[at.audience].signOutUrl(idToken, new URL(at.home, baseUrl).href);
  } catch (error) {
    log.warn({ err: error, audience: at.audience }, 'sign-out not told to the provider');
    return undefined;
  }
}

const isSecure = ({ baseUrl }: Services): boolean => baseUrl.startsWith('https:');
const cookieOf = (audience: Audience, services: Services): string =>
  cookieName(`${audience}.sign-in`, isSecure(services));
const redirectUri = (services: Services, audience: Audience): string => `${services.baseUrl}/auth/${audience}/callback`;

interface Kept {
  readonly services: Services;
  readonly value: { readonly returnTo: string; readonly pending: PendingSignIn } | undefined;
}

function keep(ctx: Context, audience: Audience, { services, value }: Kept): void {
  const text = value === undefined ? null : Buffer.from(JSON.stringify(value)).toString('base64url');
  const options = cookieOptions(isSecure(services), value === undefined ? undefined : patienceMs);
  ctx.cookies.set(cookieOf(audience, services), text, options);
}

function audienceOf(ctx: Context): Audience {
  const audience: unknown = ctx['params'].audience;
  if (audience === 'citizen' || audience === 'office') return audience;
  throw new Problem('resource.not-found', { path: ctx.path });
}

/** A person who comes back from the provider wants a page and not JSON. */
async function explained(ctx: Context, services: Services, act: (audience: Audience) => Promise<void>): Promise<void> {
  const audience = audienceOf(ctx);
  ctx.set('cache-control', 'no-store');
  try {
    await act(audience);
  } catch (error) {
    const problem = expectedProblem(error);
    if (problem === undefined || ctx.accepts('json', 'html') === 'json') throw error;
    const reason = problem.details['reason'];
    if (reason === 'access_denied') return ctx.redirect(safeReturnTo(undefined, audience, services.baseUrl));
    noteRefusal(services.log, ctx, problem);
    ctx.status = problem.status;
    ctx.type = 'html';
    ctx.body = refusalPage(problemWords.it.titles[problem.code], audience, String(ctx.state['requestId']));
  }
}

function refusalPage(sentence: string, audience: Audience, reference: string): string {
  const again = `/auth/${audience}/sign-in`;
  return htmlPage({
    title: 'L’accesso non è riuscito',
    header: 'Iter — Sportello digitale',
    styleHref: '/auth/style.css',
    content: `<p class="lead">${escapeHtml(sentence)}.</p>
      <p><a href="${again}">Riprova a entrare</a></p>
      <p><a href="${safeReturnTo(undefined, audience, 'http://localhost')}">Torna alla pagina iniziale</a></p>
      <p>Se serve assistenza, indica questo riferimento: ${escapeHtml(reference)}</p>`,
  });
}
