import { createServer, type Server } from 'node:http';
import Koa from 'koa';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deviceOf } from '../../../engine/api/device.ts';
import { createSessions } from '../../../engine/api/session.ts';
import { oidcProvider } from '../../../engine/connect/identity/oidc.ts';
import { localIssuer } from '../../../engine/connect/identity/provider.ts';
import { anApi, type RunningApi } from '../../support/api.ts';

let api: RunningApi;
beforeAll(async () => {
  api = await anApi();
});
afterAll(() => api.stop());

const query = { audience: 'citizen' } as const;

/** Serves until the test is over; gives the address. */
async function served<Result>(server: Server, use: (address: string) => Promise<Result>): Promise<Result> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  try {
    return await use(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`);
  } finally {
    server.close();
  }
}

describe('one’s own sessions', () => {
  it('are listed, the newest first, with this one marked', async () => {
    const here = await api.signIn('marco', 'citizen');
    api.advance({ minutes: 1 });
    const there = await api.signIn('marco', 'citizen');
    const { items } = await here.call('listSessions', { query });
    expect(items.map(({ current }) => current)).toEqual([false, true]);
    const seenFromThere = await there.call('listSessions', { query });
    expect(seenFromThere.items.map(({ current }) => current)).toEqual([true, false]);
    expect(JSON.stringify(items)).not.toMatch(/token|personId/i);
  });

  it('are ended from another device', async () => {
    const here = await api.signIn('luca', 'citizen');
    const lost = await api.signIn('luca', 'citizen');
    const { items } = await here.call('listSessions', { query });
    const sessionId = items.find(({ current }) => !current)?.sessionId ?? '';
    await here.call('endSession', { params: { sessionId }, query });
    expect((await lost.send('GET', '/api/v1/drafts')).status).toBe(401);
    expect((await here.send('GET', '/api/v1/drafts')).status).toBe(200);
    expect((await here.call('listSessions', { query })).items).toHaveLength(1);
  });

  it('are nobody else’s', async () => {
    const giulia = await api.signIn('giulia', 'citizen');
    const marco = await api.signIn('marco', 'citizen');
    const { items } = await giulia.call('listSessions', { query });
    const sessionId = items[0]?.sessionId ?? '';
    const theirs = await marco.call('listSessions', { query });
    expect(theirs.items.map((item) => item.sessionId)).not.toContain(sessionId);
    expect((await marco.send('DELETE', `/api/v1/sessions/${sessionId}?audience=citizen`)).status).toBe(404);
    expect((await giulia.send('GET', '/api/v1/drafts')).status).toBe(200);
  });

  it('are not listed for who has not signed in', async () => {
    expect((await api.visitor().send('GET', '/api/v1/sessions?audience=citizen')).status).toBe(401);
  });

  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0', 'Firefox', 'Windows'],
    ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36', 'Chrome', 'Linux'],
    ['Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36', 'Chrome', 'Android'],
    ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0', 'Edge', 'Windows'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile Safari/604.1', 'Safari', 'iPhone'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/17.5 Safari/605.1.15', 'Safari', 'macOS'],
    ['curl/8.0', undefined, undefined],
  ])('of %s are of a device that its person knows', (userAgent, browser, system) => {
    expect(deviceOf(userAgent)).toEqual({ ...(browser && { browser }), ...(system && { system }) });
  });
});

it('over HTTPS cookies are of this host alone', async () => {
  const app = new Koa({ keys: ['k'.repeat(32)] });
  const sessions = createSessions({ db: api.db, clock: () => new Date().toISOString(), newId: v7, secure: true });
  const identity = { issuer: localIssuer, subject: 'x', givenName: 'X', familyName: 'Y', level: 2 } as const;
  app.use(async (ctx) => {
    ctx.cookies.secure = true;
    if (ctx.path === '/open') await sessions.open(ctx, 'citizen', identity);
    ctx.body = { known: (await sessions.read(ctx, 'citizen')) !== undefined };
  });
  const answer = app.callback();
  const server = createServer((request, response) => void answer(request, response));
  await served(server, async (address) => {
    const [cookie = '', signature = ''] = (await fetch(`${address}/open`)).headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-iter\.citizen=[\w-]{43}; path=\/; samesite=lax; secure; httponly$/i);
    const pair = (line: string): string => line.split(';')[0] ?? '';
    const own = `${pair(cookie)}; ${pair(signature)}`;
    const ask = async (header: string) => (await fetch(address, { headers: { cookie: header } })).json();
    expect(await ask(own)).toEqual({ known: true });
    // As a neighbouring host name could set it.
    expect(await ask(own.replaceAll('__Host-', ''))).toEqual({ known: false });
  });
});

it.each([
  { what: 'a provider with a way out is told that the person leaves', endpoint: '/logout' },
  { what: 'a provider without one is not asked', endpoint: undefined },
])('$what', async ({ endpoint }) => {
  const provider = createServer((request, response) => {
    const issuer = `http://${request.headers.host ?? ''}`;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ issuer, ...(endpoint && { end_session_endpoint: issuer + endpoint }) }));
  });
  await served(provider, async (issuer) => {
    const settings = { issuer, clientId: 'iter', clientSecret: 'segreto', minimumLevel: 2, allowHttp: true } as const;
    const url = await oidcProvider(settings).signOutUrl('a.b.c', 'https://sportello.example.it/');
    if (endpoint === undefined) return expect(url).toBeUndefined();
    const { origin, pathname, searchParams } = new URL(url ?? '');
    expect([origin, pathname]).toEqual([issuer, endpoint]);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      id_token_hint: 'a.b.c',
      post_logout_redirect_uri: 'https://sportello.example.it/',
    });
  });
});

it('pages may use none of the features of a device', async () => {
  const { headers } = await api.visitor().send('GET', '/status');
  expect(headers.get('permissions-policy')).toContain('camera=()');
  expect(headers.get('permissions-policy')).toContain('geolocation=()');
});
