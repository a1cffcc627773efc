import Koa from 'koa';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { backPressure } from '../../../engine/api/back-pressure.ts';
import { listen, type Listening } from '../../../engine/boot/listen.ts';

let port: Listening;
const inHand: (() => void)[] = [];
/** Ends the patience of who has waited longest. */
const impatient: (() => void)[] = [];
const patience = (spent: () => void) => {
  impatient.push(spent);
  return () => void impatient.splice(impatient.indexOf(spent), 1);
};
const until = async (isSo: () => boolean) => {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
};
beforeAll(async () => {
  const app = new Koa();
  app.use(backPressure({ most: 2, newId: () => 'r1', patience }));
  app.use(async (ctx) => {
    if (ctx.path === '/slow' || ctx.path === '/uploads') await new Promise<void>((resolve) => inHand.push(resolve));
    ctx.body = 'done';
  });
  const answer = app.callback();
  port = await listen(0);
  port.serve((request, response) => void answer(request, response));
});
afterAll(() => port.close(100));

const get = (path: string, headers = {}) => fetch(`http://localhost:${port.port}${path}`, { headers });

async function full() {
  const taken = [get('/slow'), get('/slow')];
  await until(() => inHand.length === 2);
  return async () => {
    for (const finish of inHand.splice(0)) finish();
    expect((await Promise.all(taken)).map(({ status }) => status)).toEqual([200, 200]);
  };
}

/** A request that has waited in vain. */
async function inVain(headers = {}) {
  const asked = get('/quick', headers);
  await until(() => impatient.length === 1);
  impatient.shift()?.();
  return asked;
}

it('a request that has waited in vain is sent away and comes back later', async () => {
  const end = await full();
  const refused = await inVain();
  expect(refused.status).toBe(503);
  expect(refused.headers.get('content-type')).toContain('application/problem+json');
  expect(await refused.json()).toMatchObject({ code: 'service.busy', status: 503, reference: 'r1' });
  expect((await get('/status')).status).toBe(200);
  const english = await inVain({ 'accept-language': 'en' });
  expect(await english.json()).toMatchObject({ title: 'There are too many requests right now: try again shortly' });
  await end();
  expect((await get('/quick')).status).toBe(200);
});

it('the more are sent away the wider is the time in which they come back', async () => {
  const end = await full();
  const seconds: number[] = [];
  for (let count = 0; count < 110; count += 1) seconds.push(Number((await inVain()).headers.get('retry-after')));
  expect(Math.max(...seconds.slice(0, 40))).toBe(2);
  expect(new Set(seconds.slice(-10))).toEqual(new Set([1, 2, 3, 4]));
  await end();
  for (let count = 0; count < 120; count += 1) await get('/quick');
  const again = await full();
  expect(Number((await inVain()).headers.get('retry-after'))).toBeLessThanOrEqual(2);
  await again();
});

it('a request whose turn comes in time is taken', async () => {
  const end = await full();
  const waiting = get('/quick');
  await until(() => impatient.length === 1);
  await end();
  expect((await waiting).status).toBe(200);
  expect(impatient).toEqual([]);
  const again = await full();
  await again();
});

it('when many wait already the next is sent away at once', async () => {
  const end = await full();
  const waiting = Array.from({ length: 8 }, () => get('/quick'));
  await until(() => impatient.length === 8);
  expect((await get('/quick')).status).toBe(503);
  await end();
  expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual(waiting.map(() => 200));
});

it('files that come in slowly keep no request away, and are bounded by themselves', async () => {
  const coming = Array.from({ length: 8 }, () => fetch(`http://localhost:${port.port}/uploads`, { method: 'POST' }));
  await until(() => inHand.length === 8);
  expect((await get('/quick')).status).toBe(200);
  const ninth = fetch(`http://localhost:${port.port}/uploads`, { method: 'POST' });
  await until(() => impatient.length === 1);
  impatient.shift()?.();
  expect((await ninth).status).toBe(503);
  for (const finish of inHand.splice(0)) finish();
  expect((await Promise.all(coming)).map(({ status }) => status)).toEqual(Array(8).fill(200));
});
