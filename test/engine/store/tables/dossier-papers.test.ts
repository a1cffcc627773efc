import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadPapers } from '../../../../engine/store/tables/dossier-papers.ts';
import { loadDocuments } from '../../../../engine/store/tables/documents.ts';
import { loadEvents } from '../../../../engine/store/tables/events.ts';
import { loadMessages } from '../../../../engine/store/tables/messages.ts';
import { loadApplication } from '../../../../engine/store/tables/submissions.ts';
import { anOpenDossier, grantDossier } from '../../../support/course.ts';
import { aRunningIter, type RunningIter } from '../../../support/harness.ts';

let iter: RunningIter;
beforeAll(async () => {
  iter = await aRunningIter();
  await anOpenDossier(iter);
  await grantDossier(iter);
  await iter.drainJobs();
});
afterAll(() => iter.stop());

it('what is read at once is what each table gives', async () => {
  const { db } = iter.deps;
  const key = { dossierId: (await iter.dossier()).dossierId, bodyId: iter.bodyId };
  const papers = await loadPapers(db, key);
  const documents = await loadDocuments(db, key);
  expect(documents.map(({ registration }) => typeof registration)).toContain('string');
  expect(papers.documents).toEqual(documents);
  expect(papers.messages).toEqual((await loadMessages(db, key)).map((message) => ({ ...message })));
  expect(papers.events).toEqual((await loadEvents(db, key)).map((event) => ({ ...event })));
  expect(papers.submissions[0]).toEqual(await loadApplication(db, key));
  expect(Object.keys(papers.bodyNames)).toEqual([iter.bodyId]);
});

it('of an unknown dossier there is nothing', async () => {
  const asked = { dossierId: '00000000-0000-7000-8000-000000000000', bodyId: iter.bodyId };
  expect(await loadPapers(iter.deps.db, asked)).toEqual({
    ...{ documents: [], messages: [], events: [], submissions: [], bodyNames: {} },
  });
});
