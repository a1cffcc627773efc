import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { callConnector } from '../../../engine/jobs/call-connector.ts';
import { loadDocuments } from '../../../engine/store/tables/documents.ts';
import { loadEvents } from '../../../engine/store/tables/events.ts';
import { anOpenDossier, grantDossier } from '../../support/course.ts';
import { aRunningIter, type RunningIter } from '../../support/harness.ts';

let iter: RunningIter;
let job: {
  readonly connector: string;
  readonly dossierId: string;
  readonly elementId: string;
  readonly waitId: string;
};
beforeAll(async () => {
  iter = await aRunningIter();
});
afterAll(() => iter.stop());
beforeEach(async () => {
  const dossierId = await anOpenDossier(iter);
  await grantDossier(iter);
  const open = (await iter.dossier()).waits.find(({ wait }) => wait.type === 'job');
  const { id: waitId = '', elementId = '' } = open?.wait ?? {};
  job = { connector: 'create-document', dossierId, elementId, waitId };
});

const finalActs = async () =>
  (await loadDocuments(iter.deps.db, { bodyId: iter.bodyId, dossierId: job.dossierId })).filter(
    ({ kind }) => kind === 'final-act',
  );

it('the document joins the dossier with a number of its own', async () => {
  await callConnector(job, iter.deps);
  const { registration } = await iter.dossier();
  const [document] = await finalActs();
  expect(document).toMatchObject({
    title: 'Provvedimento finale',
    fileName: expect.stringMatching(/^provvedimento-finale-r_emiro-2026-\d{7}\.pdf$/),
    mediaType: 'application/pdf',
    readableBy: ['applicant'],
    registration: expect.stringMatching(/^r_emiro\/2026\/\d{7}$/),
  });
  expect(document?.registration).not.toBe(registration);
});

it('its bytes are a PDF in the file store', async () => {
  await callConnector(job, iter.deps);
  const [document] = await finalActs();
  const bytes = await buffer(await iter.deps.files.open(document?.sha256 ?? ''));
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(bytes.length).toBe(document?.size);
});

it('the procedure goes on when it is there', async () => {
  await callConnector(job, iter.deps);
  await iter.drainJobs();
  const dossier = await iter.dossier();
  expect(dossier.milestone).toBe('conclusa');
  expect(dossier.waits.some(({ wait }) => wait.id === job.waitId)).toBe(false);
});

it('done twice, even at once, it makes one document', async () => {
  await Promise.all([callConnector(job, iter.deps), callConnector(job, iter.deps)]);
  await callConnector(job, iter.deps);
  expect(await finalActs()).toHaveLength(1);
  const finished = (await loadEvents(iter.deps.db, { bodyId: iter.bodyId, dossierId: job.dossierId })).filter(
    ({ type }) => type === 'job.finished',
  );
  expect(finished).toHaveLength(1);
});

it('a crash after the file was put away is made good', async () => {
  const breaking = {
    ...iter.deps,
    executor: { ...iter.deps.executor, advance: () => Promise.reject(new Error('power cut')) },
  };
  await expect(callConnector(job, breaking)).rejects.toThrow('power cut');
  expect(await finalActs()).toEqual([]);
  await callConnector(job, iter.deps);
  expect(await finalActs()).toHaveLength(1);
});
