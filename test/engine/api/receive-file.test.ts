import { request } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anApi, type RunningApi } from '../../support/api.ts';

let api: RunningApi;
beforeAll(async () => {
  api = await anApi();
});
afterAll(() => api.stop());

const MEBIBYTE = 1024 * 1024;
const piece = Buffer.alloc(MEBIBYTE / 16, ' ');

it('a file of 150 MB goes to the disk without ever being whole in memory', async () => {
  const visitor = await api.signIn('giulia', 'citizen');
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  function* body(): Generator<Buffer> {
    yield Buffer.from(
      '--x\r\ncontent-disposition: form-data; name="file"; filename="pianta.pdf"\r\n\r\n%PDF-1.7\nstartxref\n0\n%%EOF\n',
    );
    for (let at = 0; at < 150 * 16; at += 1) {
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
      yield piece;
    }
    yield Buffer.from('\r\n--x--\r\n');
  }
  const cookies = visitor.jar.header(`${api.baseUrl}/api/v1/uploads`);
  const answer = await new Promise<number | undefined>((resolve, reject) => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x', cookie: cookies, origin: api.baseUrl };
    const sending = request(`${api.baseUrl}/api/v1/uploads`, { method: 'POST', headers }, ({ statusCode }) =>
      resolve(statusCode),
    );
    pipeline(Readable.from(body(), { objectMode: false }), sending).catch(reject);
  });
  expect(answer).toBe(201);
  expect(most).toBeLessThan(96 * MEBIBYTE);
}, 120_000);
