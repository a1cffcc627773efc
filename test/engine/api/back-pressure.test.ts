import Koa from 'koa';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { backPressure } from '../../../engine/api/back-pressure.ts';
import { listen, type Listening } from '../../../engine/boot/listen.ts';

let port: Listening;
const inHand: (() => void)[] = [];
beforeAll(async () => {
  const app = new Koa();
  app.use(backPressure(2, () => 'r1'));
  app.use(async (ctx) => {
    if (ctx.path === '/slow') await new Promise<void>((resolve) => inHand.push(resolve));
    ctx.body = 'done';
  });
  const answer = app.callback();
  port = await listen(0);
  port.serve((request, response) => void answer(request, response));
});
afterAll(() => port.close(100));

const get = (path: string, headers = {}) => fetch(`http://localhost:${port.port}${path}`, { headers });

it('requests beyond the bound are sent away at once and come back later', async () => {
  const taken = [get('/slow'), get('/slow')];
  while (inHand.length < 2) await new Promise((resolve) => setImmediate(resolve));
  const refused = await get('/quick');
  expect(refused.status).toBe(503);
  expect(refused.headers.get('retry-after')).toBe('2');
  expect(refused.headers.get('content-type')).toContain('application/problem+json');
  expect(await refused.json()).toMatchObject({ code: 'service.busy', status: 503, reference: 'r1' });
  expect((await get('/status')).status).toBe(200);
  const english = await get('/quick', { 'accept-language': 'en' });
  expect(await english.json()).toMatchObject({ title: 'There are too many requests right now: try again shortly' });
  for (const finish of inHand) finish();
  expect((await Promise.all(taken)).map(({ status }) => status)).toEqual([200, 200]);
  expect((await get('/quick')).status).toBe(200);
});
