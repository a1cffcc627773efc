import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Koa from 'koa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pages } from '../../../engine/api/pages.ts';
import { problemMiddleware } from '../../../engine/api/problem.ts';
import { listen, type Listening } from '../../../engine/boot/listen.ts';
import { createLog } from '../../../engine/connect/log.ts';

let folder: string;
let port: Listening;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'iter-pages-'));
  const places = ['forms/citizen', 'forms/clerk', 'designer/preview', 'assets'];
  for (const place of places) mkdirSync(join(folder, place), { recursive: true });
  writeFileSync(join(folder, 'forms/citizen/index.html'), '<p>portale');
  writeFileSync(join(folder, 'forms/clerk/index.html'), '<p>scrivania');
  writeFileSync(join(folder, 'designer/index.html'), '<p>progetta');
  writeFileSync(join(folder, 'designer/preview/index.html'), '<p>anteprima');
  writeFileSync(join(folder, 'assets', 'app-abc123.js'), 'start()');
  const app = new Koa();
  app.use(problemMiddleware(createLog({ level: 'silent', production: true })));
  app.use(pages(folder));
  port = await listen(0);
  const answer = app.callback();
  port.serve((request, response) => void answer(request, response));
});
afterAll(async () => {
  await port.close(100);
  rmSync(folder, { recursive: true, force: true });
});

const get = (path: string, headers: Record<string, string> = {}) =>
  // What a browser says when it asks again; `fetch` in Node would forbid the answer that nothing has changed.
  fetch(`http://localhost:${port.port}${path}`, { headers: { 'cache-control': 'max-age=0', ...headers } });

describe('a page', () => {
  it('is that of its app, and is asked for again every time', async () => {
    expect(await (await get('/pratiche/1')).text()).toBe('<p>portale');
    const desk = await get('/ufficio/coda');
    expect(await desk.text()).toBe('<p>scrivania');
    expect(desk.headers.get('cache-control')).toBe('no-cache');
    expect(await (await get('/progetta/moduli/1')).text()).toBe('<p>progetta');
    expect(await (await get('/progetta/anteprima')).text()).toBe('<p>anteprima');
  });

  it.each([
    ['/ufficio/attivita/019a.w8', '<p>scrivania'],
    ['/ufficio/attivita/019a.call.w8.i2.w3', '<p>scrivania'],
    ['/pratiche/019a/attivita/019a.w8', '<p>portale'],
    ['/progetta/moduli/domanda.json', '<p>progetta'],
  ])('may have dots in its address: %s', async (path, expected) => {
    const page = await get(path);
    expect([page.status, await page.text()]).toEqual([200, expected]);
  });

  it('is not sent again while it is the same', async () => {
    const etag = (await get('/')).headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/"/);
    const again = await get('/', { 'if-none-match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    writeFileSync(join(folder, 'forms/citizen/index.html'), '<p>portale nuovo');
    expect(await (await get('/', { 'if-none-match': etag })).text()).toBe('<p>portale nuovo');
  });
});

describe('a file', () => {
  it('named by its content is kept for a year', async () => {
    const { headers } = await get('/assets/app-abc123.js');
    expect(headers.get('cache-control')).toBe('max-age=31536000,immutable');
    expect(headers.get('etag')).toMatch(/^W\/"/);
  });

  it.each(['/assets/altro.js', '/..%2f..%2fetc%2fpasswd.txt', '/%00.js', '/%E0%A4%A.js', '/.env'])(
    'that is not there, %s, is not found',
    async (path) => {
      const refusal = await get(path);
      expect(refusal.status).toBe(404);
      expect(await refusal.json()).toMatchObject({ code: 'resource.not-found' });
    },
  );
});
