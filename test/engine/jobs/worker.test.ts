import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { Problem } from '../../../engine/core/problem.ts';
import type { JobHandler } from '../../../engine/jobs/job.ts';
import { startWorker, type Worker, type WorkerOptions } from '../../../engine/jobs/worker.ts';
import { rowsOf } from '../../../engine/store/db.ts';
import { anOpenDossier, applicationOf, grantDossier } from '../../support/course.ts';
import { aRunningIter, type RunningIter } from '../../support/harness.ts';

let iter: RunningIter;
const workers: Worker[] = [];
beforeAll(async () => {
  iter = await aRunningIter();
});
afterAll(() => iter.stop());
beforeEach(() => rowsOf(iter.deps.db, 'DELETE FROM graphile_worker._private_jobs'));
afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.stop();
});

async function aWorker(options: Partial<WorkerOptions> = {}): Promise<Worker> {
  const worker = await startWorker({ databaseUrl: iter.database.url, deps: iter.deps, roundMs: 250, ...options });
  workers.push(worker);
  return worker;
}

/** Adds a job of a kind that only the test knows, with so many attempts; gives its id. */
async function addJob(maxAttempts: number, dossierId: string | null = null): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(
    iter.deps.db,
    `SELECT id::text FROM graphile_worker.add_job('probe', payload := json_build_object('dossierId', CAST(:dossierId AS text)),
       max_attempts := :maxAttempts)`,
    { dossierId, maxAttempts },
  );
  return row?.id ?? '';
}

const probing = (handler: JobHandler): Partial<WorkerOptions> => ({ handlers: { probe: handler } });

interface Incident {
  readonly task: string;
  readonly dossierId: string | null;
  readonly attempts: number;
  readonly error: string;
}

async function incidentOf(jobId: string): Promise<Incident | undefined> {
  const [row] = await rowsOf<Incident>(
    iter.deps.db,
    'SELECT task, dossier_id AS "dossierId", attempts, error FROM incidents WHERE job_id = :jobId',
    { jobId },
  );
  return row;
}

const patience = { timeout: 15_000, interval: 50 };

it('work that a step asks for is done without being called', async () => {
  await aWorker();
  const before = iter.mails.length;
  const { command, actor } = await iter.submission('luca', applicationOf('luca', iter.bodyId));
  await iter.run(command, actor);
  await vi.waitFor(() => expect(iter.mails.length).toBe(before + 1), patience);
});

it('work left by a worker that stopped is taken up by the next', async () => {
  await anOpenDossier(iter);
  await (await aWorker()).stop();
  workers.splice(0);
  await grantDossier(iter);
  expect((await iter.dossier()).milestone).toBe('in-decisione');
  await aWorker();
  await vi.waitFor(async () => expect((await iter.dossier()).milestone).toBe('conclusa'), patience);
});

it('two workers do every job once', async () => {
  const done: string[] = [];
  const options = probing(async (payload) => void done.push(JSON.stringify(payload)));
  await Promise.all([aWorker(options), aWorker(options)]);
  await Promise.all(Array.from({ length: 30 }, () => addJob(3)));
  await vi.waitFor(() => expect(done).toHaveLength(30), patience);
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
  expect(done).toHaveLength(30);
});

it('stopping waits for the job in hand', async () => {
  const progress: string[] = [];
  const worker = await aWorker(
    probing(async () => {
      progress.push('begun');
      await new Promise((resolve) => setTimeout(resolve, 400));
      progress.push('ended');
    }),
  );
  await addJob(3);
  await vi.waitFor(() => expect(progress).toEqual(['begun']), patience);
  await worker.stop();
  workers.splice(0);
  expect(progress).toEqual(['begun', 'ended']);
});

it('a refusal becomes an incident at once', async () => {
  await aWorker(probing(() => Promise.reject(new Problem('step.failed', { elementId: 'decide-request' }))));
  const dossierId = '01900000-0000-7000-8000-000000000009';
  const jobId = await addJob(10, dossierId);
  await vi.waitFor(async () => expect(await incidentOf(jobId)).toBeDefined(), patience);
  expect(await incidentOf(jobId)).toEqual({
    task: 'probe',
    dossierId,
    attempts: 1,
    error: 'step.failed {"elementId":"decide-request"}',
  });
  const [job] = await rowsOf(iter.deps.db, 'SELECT attempts = max_attempts AS "isOut" FROM graphile_worker.jobs');
  expect(job).toEqual({ isOut: true });
});

it('a failure that may pass is tried again and is none', async () => {
  let attempts = 0;
  const failing = probing(async () => {
    attempts += 1;
    if (attempts === 1) throw new Error('mail server asleep');
  });
  await aWorker(failing);
  const jobId = await addJob(5);
  await vi.waitFor(() => expect(attempts).toBe(2), patience);
  expect(await incidentOf(jobId)).toBeUndefined();
});

it('a job out of attempts becomes an incident', async () => {
  await aWorker(probing(() => Promise.reject(new Error('mail server asleep'))));
  const jobId = await addJob(1);
  await vi.waitFor(
    async () => expect(await incidentOf(jobId)).toMatchObject({ error: 'mail server asleep' }),
    patience,
  );
});

it('a job of a killed worker goes back to the queue', async () => {
  const jobId = await addJob(5);
  await rowsOf(
    iter.deps.db,
    `UPDATE graphile_worker._private_jobs SET attempts = 1, locked_by = 'worker-killed', locked_at = now() - interval '5 s'`,
  );
  const done: unknown[] = [];
  await aWorker(probing(async (payload) => void done.push(payload)));
  await vi.waitFor(() => expect(done).toHaveLength(1), patience);
  expect(await incidentOf(jobId)).toBeUndefined();
});

it('a long job of a living worker is not taken away', async () => {
  let runs = 0;
  const slow = probing(async () => {
    runs += 1;
    await new Promise((resolve) => setTimeout(resolve, 3500));
  });
  await Promise.all([aWorker(slow), aWorker(slow)]);
  await addJob(5);
  await vi.waitFor(() => expect(runs).toBe(1), patience);
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
  expect(runs).toBe(1);
});

it('a due timer is woken by the round', async () => {
  const late = await aRunningIter({ at: '2126-03-04T08:00:00.000Z' });
  try {
    await anOpenDossier(late);
    const deps = { ...late.deps, clock: () => '2126-05-01T00:00:00.000Z' };
    const worker = await startWorker({ databaseUrl: late.database.url, deps });
    await vi.waitFor(async () => expect((await late.dossier()).outcome?.code).toBe('diniego-tacito'), patience);
    await worker.stop();
  } finally {
    await late.stop();
  }
});
