import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { networkOf } from '../../engine/api/network.ts';
import { readRates, usualRates } from '../../engine/config/rates.ts';
import { anApi, type RunningApi, type Visitor } from '../support/api.ts';
import { attacks } from './attack.ts';

const few = { points: 3, seconds: 600 };
const limits = { 'sign-in': few, draft: few, upload: few, application: few, search: few, register: few };
const json = { 'content-type': 'application/json' };

/** Does a thing five times; tells whether the last is refused as too much. */
async function lastOfFive(send: () => Promise<{ readonly status: number }>): Promise<number> {
  const statuses: number[] = [];
  for (let count = 0; count < 5; count += 1) statuses.push((await send()).status);
  return statuses.at(-1) ?? 0;
}

const createDraft = (visitor: Visitor) =>
  visitor.send('POST', '/api/v1/drafts', { headers: json, body: '{"procedureId":"accesso-agli-atti"}' });

function upload(visitor: Visitor) {
  const body = new FormData();
  body.set('file', new File(['una prova'], 'prova.txt'));
  return visitor.send('POST', '/api/v1/uploads', { body });
}

const apply = (visitor: Visitor) =>
  visitor.send('POST', '/api/v1/applications', {
    headers: { ...json, 'idempotency-key': randomUUID() },
    body: JSON.stringify({ draftId: randomUUID(), revision: 1 }),
  });

const register = '/api/v1/procedures/accesso-agli-atti/register';

attacks(
  {
    file: 'engine/api/limits.ts',
    weakened: () => ({ createLimits: () => ({ take: () => Promise.resolve() }) }),
  },
  [
    { name: 'sign-ins without an end', send: (api: RunningApi) => api.visitor().send('GET', '/auth/citizen/sign-in') },
    { name: 'searches without an end', send: (api: RunningApi) => api.visitor().send('GET', '/api/v1/bodies?q=a') },
    { name: 'registers without an end', send: (api: RunningApi) => api.visitor().send('GET', register) },
  ].map(({ name, send }) => ({ name, succeeds: async (api) => (await lastOfFive(() => send(api))) !== 429 })),
  { limits },
);

attacks(
  {
    file: 'engine/api/limits.ts',
    weakened: () => ({ createLimits: () => ({ take: () => Promise.resolve() }) }),
  },
  [
    { name: 'drafts without an end', send: createDraft },
    { name: 'files without an end', send: upload },
    { name: 'applications without an end', send: apply },
  ].map(({ name, send }) => ({
    name,
    succeeds: async (api) => {
      const giulia = await api.signIn('giulia', 'citizen');
      return (await lastOfFive(() => send(giulia))) !== 429;
    },
  })),
  { limits: { ...limits, 'sign-in': usualRates['sign-in'] } },
);

attacks(
  { file: 'engine/api/network.ts', weakened: () => ({ networkOf: () => randomUUID() }) },
  [
    {
      name: 'a made-up X-Forwarded-For counts as another address',
      succeeds: async (api) => {
        let count = 0;
        const send = () =>
          api.visitor().send('GET', '/api/v1/bodies?q=a', { headers: { 'x-forwarded-for': `10.0.0.${(count += 1)}` } });
        return (await lastOfFive(send)) !== 429;
      },
    },
  ],
  { limits },
);

describe('a limit', () => {
  it('says how many are left, and when to come again', async () => {
    const api = await anApi({ limits });
    const answers = [];
    for (let count = 0; count < 4; count += 1) answers.push(await api.visitor().send('GET', '/api/v1/bodies?q=a'));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(answers.map(({ headers }) => headers.get('ratelimit-remaining'))).toEqual(['2', '1', '0', '0']);
    const last = answers[3];
    expect(last?.headers.get('ratelimit-limit')).toBe('3');
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(500);
    expect(last?.headers.get('ratelimit-reset')).toBe(last?.headers.get('retry-after'));
    expect(last?.body).toMatchObject({ code: 'request.too-many', title: expect.stringContaining('riprova più tardi') });
    await api.stop();
  });

  it('of what is written is one for all processes, and for each person their own', async () => {
    const api = await anApi({ limits: { draft: few } });
    const giulia = await api.signIn('giulia', 'citizen');
    const marco = await api.signIn('marco', 'citizen');
    expect(await lastOfFive(() => createDraft(giulia))).toBe(429);
    expect((await createDraft(marco)).status).toBe(201);
    const { rows } = await api.db.raw<{ rows: { key: string; points: number }[] }>(
      'SELECT key, points FROM rate_limits',
    );
    expect(rows.map(({ points }) => points).sort()).toEqual([1, 4]);
    await api.stop();
  });

  it('believes as many addresses as there are proxies, and none of them made up before', async () => {
    const api = await anApi({ limits, trustedProxies: 1 });
    const from = (forwarded: string) =>
      api.visitor().send('GET', '/api/v1/bodies?q=a', { headers: { 'x-forwarded-for': forwarded } });
    let count = 0;
    expect(await lastOfFive(() => from(`10.0.0.${(count += 1)}, 192.0.2.1`))).toBe(429);
    expect((await from('192.0.2.2')).status).toBe(200);
    await api.stop();
  });

  it('keeps no address that could be read', async () => {
    const api = await anApi({ limits });
    await api.visitor().send('GET', '/auth/citizen/sign-in');
    const { rows } = await api.db.raw<{ rows: { key: string }[] }>('SELECT key FROM rate_limits');
    expect(rows).toHaveLength(1);
    expect(rows[0]?.key).toMatch(/^sign-in:[\w-]{43}$/);
    await api.stop();
  });
});

it('a person puts up no more files without sending them than there is room for', async () => {
  const api = await anApi();
  const giulia = await api.signIn('giulia', 'citizen');
  expect((await upload(giulia)).status).toBe(201);
  await api.db.raw(`INSERT INTO uploads (upload_id, person_id, name, size, media_type, sha256, created_at)
    SELECT gen_random_uuid(), person_id, name, size, media_type, sha256, created_at FROM uploads, generate_series(1, 299)`);
  expect(await upload(giulia)).toMatchObject({ status: 429, body: { code: 'upload.too-many-unsent' } });
  const marco = await api.signIn('marco', 'citizen');
  expect((await upload(marco)).status).toBe(201);
  await api.stop();
});

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::1', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('%s counts as the network %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

it.each([
  ['off', {}],
  ['upload=1000/60', { ...usualRates, upload: { points: 1000, seconds: 60 } }],
  ['nothing=1/1', undefined],
  ['upload=x', undefined],
])('the limits "%s" are read', (text, expected) => {
  expect(readRates(text)).toEqual(expected);
});
