import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { writeAway } from '../../../engine/connect/write-away.ts';

it('a stream becomes a file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'iter-write-'));
  await writeAway(Readable.from([Buffer.from('uno '), Buffer.from('due')]), join(folder, 'file'));
  expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('uno due');
  rmSync(folder, { recursive: true });
});

it.runIf(process.platform === 'linux')('a full disk is told after the whole stream was read', async () => {
  const chunks = Array.from({ length: 40 }, () => Buffer.alloc(64 * 1024));
  const source = Readable.from(chunks);
  await expect(writeAway(source, '/dev/full')).rejects.toMatchObject({ code: 'ENOSPC' });
  expect(source.readableEnded).toBe(true);
});
