import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { folderFileStore, type FileStore } from '../../../engine/connect/files.ts';

let folder: string;
let files: FileStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'iter-files-'));
  files = folderFileStore(folder, v7);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bytes = Buffer.from('provvedimento');
const sha256 = createHash('sha256').update(bytes).digest('hex');

it('bytes come back as they were put', async () => {
  expect(await files.put(bytes)).toEqual({ sha256, size: bytes.length });
  expect(await buffer(await files.open(sha256))).toEqual(bytes);
});

it('a stream is put like the bytes it gives', async () => {
  expect(await files.put(Readable.from([bytes.subarray(0, 5), bytes.subarray(5)]))).toEqual({
    sha256,
    size: bytes.length,
  });
});

it('the same bytes are kept once, however often put', async () => {
  await Promise.all(Array.from({ length: 8 }, () => files.put(bytes)));
  expect(readdirSync(join(folder, sha256.slice(0, 2)))).toEqual([sha256]);
  expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
});

it('a stream that breaks off leaves nothing behind', async () => {
  const broken = Readable.from(
    (async function* () {
      yield bytes;
      throw new Error('connection lost');
    })(),
  );
  await expect(files.put(broken)).rejects.toThrow('connection lost');
  expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
  await expect(files.open(sha256)).rejects.toMatchObject({ code: 'resource.not-found' });
});

it('removed bytes are not found, removing again is nothing', async () => {
  await files.put(bytes);
  await files.remove(sha256);
  await files.remove(sha256);
  await expect(files.open(sha256)).rejects.toMatchObject({ code: 'resource.not-found' });
});

it('a name that is no hash leads nowhere', async () => {
  await expect(files.open('../../etc/passwd')).rejects.toMatchObject({ code: 'resource.not-found' });
});
