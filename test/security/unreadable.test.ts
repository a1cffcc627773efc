import bodyParser from '@koa/bodyparser';
import type { Context } from 'koa';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpoints } from '../../forms/contract/endpoints.ts';
import { anApi, type RunningApi } from '../support/api.ts';
import { attacks } from './attack.ts';

/** Leaves the faults of a body to whoever catches them. */
async function readAnyhow(ctx: Context): Promise<unknown> {
  await bodyParser({ enableTypes: ['json'] })(ctx, () => Promise.resolve());
  return ctx.request.body;
}

attacks(
  { file: 'engine/api/read-body.ts', weakened: () => ({ readBody: readAnyhow }) },
  ['gzip', 'deflate', 'br'].map((packing) => ({
    name: `a body that says it is packed with ${packing}, and is not, counts as a defect`,
    succeeds: async (api) => {
      const giulia = await api.signIn('giulia', 'citizen');
      const headers = { 'content-type': 'application/json', 'content-encoding': packing };
      const { status } = await giulia.send('POST', '/api/v1/drafts', { headers, body: '{"procedureId":"x"}' });
      return status === 500;
    },
  })),
);

const cursor = Buffer.from(JSON.stringify(['\u0000', '\u0000'])).toString('base64url');

attacks(
  { file: 'engine/store/storable.ts', weakened: () => ({ isStorable: () => true }) },
  ['/api/v1/dossiers', '/api/v1/municipalities'].map((path) => ({
    name: `a NUL in the cursor of ${path} reaches the database`,
    succeeds: async (api) => {
      const giulia = await api.signIn('giulia', 'citizen');
      const { body } = await giulia.send('GET', `${path}?cursor=${cursor}`);
      // The refusal of the schema names the cursor, that of the database cannot.
      return JSON.stringify(body['issues'] ?? []).includes('query.cursor') === false;
    },
  })),
);

describe('a body is not read before it is known who sends it', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await anApi();
  });
  afterAll(() => api.stop());

  const closed = Object.values(endpoints).filter(({ audience, method }) => audience !== 'public' && method !== 'get');

  it.each(closed)('$method $path', async ({ method, path }) => {
    // An address of another form is refused whoever asks: a session is named by a hash and its app, the language of one
    // by its app, a file of a package by its path and the revision that was seen, a list by its name, a party by its place, the rest by a UUID.
    const address = (method === 'delete' ? path.replace(/\/file$/, '$&?path=parameters.json&revision=1') : path)
      .replace(/\/current\/language$/, '$&?audience=citizen')
      .replace(':sessionId', `${'a'.repeat(64)}?audience=citizen`)
      .replace(':register', 'offices')
      .replace(':number', '1')
      .replace(/:\w+/g, '0190b1c2-0000-7000-8000-000000000000');
    const answer = await firstLineOf(
      `${method.toUpperCase()} /api/v1${address} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n` +
        `Idempotency-Key: 12345678\r\nContent-Length: 1000000\r\n\r\n{`,
    );
    expect(answer).toBe('HTTP/1.1 401 Unauthorized');
  });

  /** What the server says to a request of which the rest never comes. */
  function firstLineOf(request: string): Promise<string> {
    const { hostname, port } = new URL(api.baseUrl);
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => socket.write(request));
      socket.once('error', reject);
      socket.once('data', (chunk) => {
        socket.destroy();
        resolve(chunk.toString().split('\r\n')[0] ?? '');
      });
    });
  }
});
