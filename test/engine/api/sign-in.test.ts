import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLocalProvider } from '../../../engine/connect/identity/local.ts';
import { anApi, type RunningApi } from '../../support/api.ts';
import { aCookieJar, signIn, walkSignIn } from '../../support/sign-in.ts';

let api: RunningApi;
beforeAll(async () => {
  api = await anApi();
});
afterAll(() => api.stop());

describe('signing in', () => {
  it('leads back to the page that asked', async () => {
    const { last, path } = await walkSignIn(api.baseUrl, {
      username: 'giulia',
      audience: 'citizen',
      returnTo: '/servizi/x/avvia',
    });
    expect(last.status).toBe(302);
    expect(path).toBe('/servizi/x/avvia');
  });

  it('never leads to another site', async () => {
    const { path } = await walkSignIn(api.baseUrl, {
      username: 'giulia',
      audience: 'citizen',
      returnTo: '//evil.example/',
    });
    expect(path).toBe('/');
  });

  it('tells the portal who came, and the desk nobody', async () => {
    const giulia = await api.signIn('giulia', 'citizen');
    const { person } = await giulia.call('readSession', { query: { audience: 'citizen' } });
    expect(person).toMatchObject({ givenName: 'Giulia', fiscalCode: 'BNCGLI85D50A944D', level: 2, memberships: [] });
    expect((await giulia.call('readSession', { query: { audience: 'office' } })).person).toBeUndefined();
  });

  it('keeps the two audiences apart in one browser', async () => {
    const jar = await signIn(api.baseUrl, 'giulia', 'citizen');
    await walkSignIn(api.baseUrl, { username: 'operatore', audience: 'office' }, jar);
    const both = api.visitor(jar);
    expect((await both.call('readSession', { query: { audience: 'citizen' } })).person?.givenName).toBe('Giulia');
    const { person } = await both.call('readSession', { query: { audience: 'office' } });
    expect(person?.memberships.map(({ officeCode }) => officeCode)).toContain('urp');
  });

  it('is the same person every time', async () => {
    const ids = await Promise.all(
      [1, 2].map(async () => {
        const marco = await api.signIn('marco', 'citizen');
        return (await marco.call('readSession', { query: { audience: 'citizen' } })).person?.personId;
      }),
    );
    expect(ids[0]).toBe(ids[1]);
  });

  it('below level 2 is refused with an explanation', async () => {
    const { last } = await walkSignIn(api.baseUrl, { username: 'giulia', audience: 'citizen', level: 1 });
    expect(last.status).toBe(403);
    expect(await last.text()).toContain('serve almeno il livello 2');
  });

  it('gives a cookie that scripts cannot read, under a new name each time', async () => {
    const names = await Promise.all([
      signIn(api.baseUrl, 'giulia', 'citizen'),
      signIn(api.baseUrl, 'giulia', 'citizen'),
    ]);
    const [one, other] = names.map((jar) => jar.header(`${api.baseUrl}/`));
    expect(one).toMatch(/iter\.citizen=[\w-]{43}/);
    expect(one).not.toBe(other);
    const { last } = await walkSignIn(api.baseUrl, { username: 'giulia', audience: 'citizen' });
    const cookie = last.headers.getSetCookie().find((line) => line.startsWith('iter.citizen='));
    expect(cookie).toMatch(/httponly/i);
    expect(cookie).toMatch(/samesite=lax/i);
  });

  it('from an answer that nobody asked for is refused', async () => {
    const response = await aCookieJar().fetch(`${api.baseUrl}/auth/citizen/callback?code=abc&state=def`, {
      headers: { accept: 'application/json' },
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'sign-in.failed' });
  });

  it('with a forged state is refused', async () => {
    const jar = aCookieJar();
    await jar.fetch(`${api.baseUrl}/auth/citizen/sign-in`);
    const response = await jar.fetch(`${api.baseUrl}/auth/citizen/callback?code=abc&state=def`, {
      headers: { accept: 'application/json' },
    });
    expect(response.status).toBe(400);
  });
});

describe('a session', () => {
  it('ends when the person signs out', async () => {
    const giulia = await api.signIn('giulia', 'citizen');
    const stolen = giulia.jar.header(`${api.baseUrl}/`);
    const out = await giulia.send('POST', '/auth/citizen/sign-out');
    expect(out.status).toBe(303);
    const response = await fetch(`${api.baseUrl}/api/v1/drafts`, { headers: { cookie: stolen } });
    expect(response.status).toBe(401);
  });

  it('ends after an hour without use in the portal, half an hour at the desk', async () => {
    const giulia = await api.signIn('giulia', 'citizen');
    const operatore = await api.signIn('operatore', 'office');
    api.advance({ minutes: 31 });
    expect((await operatore.send('GET', '/api/v1/tasks')).status).toBe(401);
    expect((await giulia.send('GET', '/api/v1/drafts')).status).toBe(200);
    api.advance({ minutes: 59 });
    expect((await giulia.send('GET', '/api/v1/drafts')).status).toBe(200);
    api.advance({ minutes: 61 });
    expect((await giulia.send('GET', '/api/v1/drafts')).status).toBe(401);
  });

  it('ends after twelve hours however much it is used', async () => {
    const giulia = await api.signIn('giulia', 'citizen');
    const statuses: number[] = [];
    for (let hour = 0; hour < 15; hour += 1) {
      api.advance({ minutes: 50 });
      statuses.push((await giulia.send('GET', '/api/v1/drafts')).status);
    }
    expect(statuses.slice(0, 14)).toEqual(Array(14).fill(200));
    expect(statuses[14]).toBe(401);
  });

  it('with an altered cookie is none', async () => {
    const giulia = await api.signIn('giulia', 'citizen');
    const whole = giulia.jar.header(`${api.baseUrl}/`);
    const cookie = whole.replace(/(?<=iter\.citizen=)./, (first) => (first === '_' ? '-' : '_'));
    expect(cookie).not.toBe(whole);
    const response = await fetch(`${api.baseUrl}/api/v1/drafts`, { headers: { cookie } });
    expect(response.status).toBe(401);
  });
});

describe('the local identity provider', () => {
  it('does not start in production', async () => {
    await expect(createLocalProvider({ baseUrl: 'https://example.it', production: true })).rejects.toThrow(
      'non si avvia in produzione',
    );
  });

  it('answers pages that the security policy allows', async () => {
    const jar = aCookieJar();
    let address = `${api.baseUrl}/auth/citizen/sign-in`;
    let response = await jar.fetch(address);
    while (response.status >= 300 && response.status < 400) {
      address = new URL(response.headers.get('location') ?? '', address).href;
      response = await jar.fetch(address);
    }
    const html = await response.text();
    expect(html).toContain('identità di prova');
    expect(html).not.toMatch(/<script|<style|style=| on[a-z]+=/);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
  });
});
