import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import Koa from 'koa';
import compress from 'koa-compress';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { breakAnswers } from '../../../engine/api/broken-answer.ts';

let server: Server;
let address: string;

/** Gives so many pieces of 64 KiB that pack badly, and fails if told to. */
function* pieces(count: number, fails: boolean): Generator<Buffer> {
  for (let piece = 0; piece < count; piece++) {
    yield Buffer.from(
      Array.from({ length: 65_536 }, (_, index) => (index * index * 31 + piece * 7919 + (index >> 3)) % 251),
    );
  }
  if (fails) throw new Error('the disk is gone');
}

beforeAll(async () => {
  const app = new Koa();
  app.on('error', () => undefined);
  app.use(compress({ threshold: 1024 }));
  app.use(breakAnswers);
  app.use((ctx) => {
    ctx.type = 'text/csv';
    ctx.body = Readable.from(pieces(Number(ctx.query['pieces']), ctx.query['fails'] === 'yes'));
  });
  server = app.listen(0);
  await once(server, 'listening');
  address = `http://localhost:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const read = async (query: string, encoding: string): Promise<number> => {
  const response = await fetch(address + query, { headers: { 'accept-encoding': encoding } });
  return (await response.arrayBuffer()).byteLength;
};

describe.each(['identity', 'gzip', 'br'])('an answer sent as %s', (encoding) => {
  it('is broken for the reader when it breaks off', async () => {
    await expect(read('?pieces=40&fails=yes', encoding)).rejects.toThrow();
  });

  it('arrives whole when nothing fails', async () => {
    expect(await read('?pieces=40&fails=no', encoding)).toBe(40 * 65_536);
  });

  it('is broken when not even its first byte is there', async () => {
    await expect(read('?pieces=0&fails=yes', encoding)).rejects.toThrow();
  });
});
