import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anApi, type RunningApi } from '../support/api.ts';
import { aCookieJar, walkSignIn } from '../support/sign-in.ts';
import { attacks } from './attack.ts';

const crossSite = { headers: { 'sec-fetch-site': 'cross-site', 'content-type': 'application/json' }, body: '{}' };

/** The security events that something left. */
async function tracesOf(api: RunningApi, act: () => Promise<unknown>): Promise<readonly Record<string, unknown>[]> {
  const before = api.logged().length;
  await act();
  return api
    .logged()
    .slice(before)
    .filter(({ msg }) => msg === 'security')
    .map(({ time: _time, requestId: _id, ...trace }) => trace);
}

describe('what happens at the doors is logged', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await anApi();
  });
  afterAll(() => api.stop());

  const info = { level: 30, msg: 'security' };

  it('a sign-in and a sign-out', async () => {
    const traces = await tracesOf(api, async () => {
      const giulia = await api.signIn('giulia', 'citizen');
      await giulia.send('POST', '/auth/citizen/sign-out');
    });
    expect(traces).toEqual([
      { ...info, security: 'sign-in', audience: 'citizen', assurance: 2 },
      { ...info, security: 'sign-out', audience: 'citizen' },
    ]);
  });

  it('a sign-in that is refused', async () => {
    const low = () => walkSignIn(api.baseUrl, { username: 'giulia', audience: 'citizen', level: 1 });
    expect(await tracesOf(api, low)).toEqual([
      { ...info, security: 'refused', method: 'GET', code: 'session.level-too-low' },
    ]);
    const forged = () => aCookieJar().fetch(`${api.baseUrl}/auth/office/callback?code=a&state=b`);
    expect(await tracesOf(api, forged)).toEqual([
      { ...info, security: 'refused', method: 'GET', code: 'sign-in.failed', reason: 'too-late' },
    ]);
  });

  it('a request that another site has made a browser send', async () => {
    const sent = () => api.visitor().send('POST', '/api/v1/drafts', crossSite);
    expect(await tracesOf(api, sent)).toEqual([
      { ...info, security: 'refused', method: 'POST', code: 'request.cross-site' },
    ]);
  });

  it('what somebody may not do', async () => {
    const operatore = await api.signIn('operatore', 'office');
    const asked = () => operatore.send('GET', '/api/v1/office/ratings');
    expect(await tracesOf(api, asked)).toEqual([
      { ...info, security: 'refused', method: 'GET', code: 'permission.denied', reason: 'not-a-manager' },
    ]);
  });

  it('and nobody is named', () => {
    const lines = JSON.stringify(api.logged());
    expect(lines).not.toMatch(/giulia|bianchi|BNCGLI|operatore|@|127\.0\.0\.1|::1/i);
  });
});

attacks(
  {
    file: 'engine/api/security-log.ts',
    weakened: () => ({ noteRefusal: () => undefined, noteSecurityEvent: () => undefined }),
  },
  [
    {
      name: 'a request from another site leaves no trace',
      succeeds: async (api) => {
        const sent = () => api.visitor().send('POST', '/api/v1/drafts', crossSite);
        return (await tracesOf(api, sent)).length === 0;
      },
    },
    {
      name: 'a sign-in leaves no trace',
      succeeds: async (api) => (await tracesOf(api, () => api.signIn('giulia', 'citizen'))).length === 0,
    },
  ],
);
