import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DossierDocument, Message } from '../../../engine/core/dossier.ts';
import type { DossierEvent } from '../../../engine/core/event.ts';
import { rowsOf } from '../../../engine/store/db.ts';
import { addUpload } from '../../../engine/store/tables/uploads.ts';
import { loadPapers, type DossierPapers } from '../../../engine/store/tables/dossier-papers.ts';
import { applicationOf, grantDossier } from '../../support/course.ts';
import { aRunningIter, type RunningIter } from '../../support/harness.ts';

let iter: RunningIter;
let papers: DossierPapers;
let events: readonly Pick<DossierEvent, 'sequence' | 'type' | 'data' | 'seals'>[];
beforeAll(async () => {
  iter = await aRunningIter();
  const file = await anUpload();
  await iter.submit('giulia', { ...applicationOf('giulia', iter.bodyId), documentiInteresse: [file] });
  const { dossierId } = await iter.dossier();
  await iter.drainJobs();
  await grantDossier(iter);
  await iter.drainJobs();
  papers = await loadPapers(iter.deps.db, { dossierId, bodyId: iter.bodyId });
  events = await rowsOf(
    iter.deps.db,
    'SELECT sequence, type, data, seals FROM events WHERE dossier_id = :dossierId ORDER BY sequence',
    { dossierId },
  );
});
afterAll(() => iter.stop());

/** A file that Giulia has put up, as an answer names it. */
async function anUpload() {
  const { personId } = await iter.person('giulia');
  const { sha256, size } = await iter.deps.files.put(Buffer.from('%PDF-1.7\n%%EOF\n'));
  const uploadId = '01900000-0000-7000-8000-00000000f11e';
  const upload = { uploadId, name: 'interesse.pdf', size, mediaType: 'application/pdf', sha256 };
  await addUpload(iter.deps.db, { ...upload, personId, at: iter.now() });
  return { uploadId, name: upload.name, size };
}

const hashOf = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** The hash under which the record seals a column. */
const sealOf = (row: string, column: string): string | undefined =>
  events.findLast(({ seals }) => seals?.[row] !== undefined)?.seals?.[row]?.[column];

/** The hash of its bytes that the event tells with which a document came. */
function toldHash({ documentId }: DossierDocument): unknown {
  const told = events.flatMap(({ type, data: { documentIds, hashes } }) =>
    type === 'documents.added' && Array.isArray(documentIds) && Array.isArray(hashes)
      ? documentIds.map((id, index) => [id, hashes[index]] as const)
      : [],
  );
  return told.find(([id]) => id === documentId)?.[1];
}

it('the course has documents of every origin', () => {
  expect(new Set(papers.documents.map(({ kind }) => kind))).toEqual(new Set(['attachment', 'receipt', 'final-act']));
});

it('of every document the record holds the hash of its bytes', async () => {
  for (const document of papers.documents) {
    const hash = hashOf(await buffer(await iter.deps.files.open(document.sha256)));
    expect({ ...document, hash: toldHash(document) }).toEqual({ ...document, hash });
    expect(sealOf(`documents ${document.documentId}`, 'sha256')).toBe(hashOf(hash));
  }
});

it('of every communication the record holds the hash of its text, subject and recipients', () => {
  expect(papers.messages.length).toBeGreaterThan(1);
  for (const { messageId, subject, body } of papers.messages satisfies readonly Message[]) {
    expect(sealOf(`messages ${messageId}`, 'body')).toBe(hashOf(body));
    expect(sealOf(`messages ${messageId}`, 'subject')).toBe(hashOf(subject));
    expect(sealOf(`messages ${messageId}`, 'recipients')).toMatch(/^[0-9a-f]{64}$/);
  }
});

it('of every submission the record holds the hash of the answers as they were sent', () => {
  expect(papers.submissions.map(({ kind }) => kind)).toContain('task');
  for (const { sequence, hash } of papers.submissions) {
    expect(events.find((event) => event.sequence === sequence)?.data['submissionHash']).toBe(hash);
    expect(sealOf(`submissions ${sequence}`, 'answers')).toMatch(/^[0-9a-f]{64}$/);
  }
});
