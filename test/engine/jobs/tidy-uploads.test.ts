import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { tidyUploads } from '../../../engine/jobs/tidy-uploads.ts';
import { rowsOf } from '../../../engine/store/db.ts';
import { addUpload } from '../../../engine/store/tables/uploads.ts';
import { aRunningIter, type RunningIter } from '../../support/harness.ts';

let iter: RunningIter;
let personId: string;
beforeAll(async () => {
  iter = await aRunningIter({ at: '2026-03-02T08:00:00.000Z' });
  ({ personId } = await iter.person('giulia'));
});
afterAll(() => iter.stop());
beforeEach(() => rowsOf(iter.deps.db, 'DELETE FROM uploads'));

const longAgo = '2026-01-30T07:59:00.000Z';
const lately = '2026-01-31T08:01:00.000Z';

async function anUpload(at: string): Promise<string> {
  const uploadId = v7();
  const content = { name: 'atto.pdf', size: 3, mediaType: 'application/pdf', sha256: '0'.repeat(64) };
  await addUpload(iter.deps.db, { uploadId, personId, at, ...content });
  return uploadId;
}

async function left(): Promise<readonly string[]> {
  const rows = await rowsOf<{ uploadId: string }>(iter.deps.db, 'SELECT upload_id::text AS "uploadId" FROM uploads');
  return rows.map(({ uploadId }) => uploadId);
}

it('a file that was never sent goes after thirty days', async () => {
  await anUpload(longAgo);
  const younger = await anUpload(lately);
  expect(await tidyUploads(iter.deps)).toEqual({ uploads: 1, files: 0 });
  expect(await left()).toEqual([younger]);
});

it('a file that an open draft names stays with it', async () => {
  const named = await anUpload(longAgo);
  const { command } = await iter.submission('giulia', {
    allegati: { mandato: [{ uploadId: named, name: 'atto.pdf' }] },
  });
  const draftId = command.type === 'submit' ? command.draftId : '';
  await anUpload(longAgo);
  await tidyUploads(iter.deps);
  expect(await left()).toEqual([named]);
  await rowsOf(iter.deps.db, 'DELETE FROM drafts WHERE draft_id = :draftId', { draftId });
  await tidyUploads(iter.deps);
  expect(await left()).toEqual([]);
});

it('a file that a dossier holds stays for ever', async () => {
  const bound = await anUpload(longAgo);
  await rowsOf(iter.deps.db, 'UPDATE uploads SET dossier_id = :dossierId', { dossierId: v7() });
  await tidyUploads(iter.deps);
  expect(await left()).toEqual([bound]);
});
