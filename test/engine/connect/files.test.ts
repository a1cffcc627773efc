import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { folderFileStore, type FileStore } from '../../../engine/connect/files.ts';
import { storeParts } from '../../../engine/connect/sweep-files.ts';

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

const part = Number.parseInt(sha256.slice(0, 2), 16);
const place = (): string => join(folder, sha256.slice(0, 2), sha256);
const unused = async () => new Set<string>();
const age = (path: string): void => utimesSync(path, new Date(0), new Date(0));

describe('a sweep', () => {
  it('removes old bytes that nothing names', async () => {
    await files.put(bytes);
    age(place());
    expect(await files.sweep(part, unused)).toBe(1);
    expect(await files.sweep(part, unused)).toBe(0);
    await expect(files.open(sha256)).rejects.toMatchObject({ code: 'resource.not-found' });
  });

  it('leaves fresh bytes, used bytes and other parts alone', async () => {
    await files.put(bytes);
    expect(await files.sweep(part, unused)).toBe(0);
    age(place());
    expect(await files.sweep(part, async (hashes) => new Set(hashes))).toBe(0);
    expect(await files.sweep((part + 1) % storeParts, unused)).toBe(0);
    expect(await buffer(await files.open(sha256))).toEqual(bytes);
  });

  it('keeps bytes that are put again while it looks', async () => {
    await files.put(bytes);
    age(place());
    const putMeanwhile = async () => {
      await files.put(bytes);
      return new Set<string>();
    };
    expect(await files.sweep(part, putMeanwhile)).toBe(0);
    expect(await buffer(await files.open(sha256))).toEqual(bytes);
  });

  it('brings back bytes that a killed sweep had set aside', async () => {
    await files.put(bytes);
    const aside = join(folder, 'leaving', sha256.slice(0, 2));
    mkdirSync(aside, { recursive: true });
    renameSync(place(), join(aside, sha256));
    age(join(aside, sha256));
    expect(await files.sweep(part, async (hashes) => new Set(hashes))).toBe(0);
    expect(await buffer(await files.open(sha256))).toEqual(bytes);
  });

  it('removes what a killed process was writing', async () => {
    await files.put(bytes);
    const half = join(folder, 'incoming', 'half');
    writeFileSync(half, 'prov');
    age(half);
    await files.sweep(0, unused);
    expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
  });
});

it('a name that is no hash leads nowhere', async () => {
  await expect(files.open('../../etc/passwd')).rejects.toMatchObject({ code: 'resource.not-found' });
});
