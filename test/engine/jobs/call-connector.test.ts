import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { connector, type Connector } from '../../../engine/connect/connectors/connector.ts';
import { callConnector } from '../../../engine/jobs/call-connector.ts';
import { openIncidents, recordIncident } from '../../../engine/jobs/incident.ts';
import { inTime } from '../../../engine/jobs/in-time.ts';
import { pause, pauseAfter } from '../../../engine/jobs/pause.ts';
import { resolveIncident } from '../../../engine/jobs/resolve-incident.ts';
import { rowsOf } from '../../../engine/store/db.ts';
import { loadEvents } from '../../../engine/store/tables/events.ts';
import { anOpenDossier, grantDossier } from '../../support/course.ts';
import { aRunningIter, type RunningIter } from '../../support/harness.ts';

let iter: RunningIter;
let job: { readonly dossierId: string; readonly [name: string]: string };
beforeAll(async () => {
  iter = await aRunningIter();
});
afterAll(() => iter.stop());
beforeEach(async () => {
  const dossierId = await anOpenDossier(iter);
  await grantDossier(iter);
  const wait = (await iter.dossier()).waits.find((open) => open.wait.type === 'job')?.wait;
  job = { connector: 'create-document', dossierId, elementId: wait?.elementId ?? '', waitId: wait?.id ?? '' };
});

/** Something else in the place of the connector that draws up documents. */
const instead = (perform: Connector['perform'], timeLimitMs = 10_000): Connector =>
  connector({
    ...{
      type: 'create-document',
      label: 'Altro',
      waits: true,
      byHand: true,
      settings: z.object({}),
      input: z.object({}),
      errors: [],
    },
    output: z.object({ number: z.number() }),
    ...{ attempts: 3, pauseSeconds: 60, timeLimitMs },
    simulate: () => ({ output: { number: 0 } }),
    perform,
  });

const call = (perform: Connector['perform'], timeLimitMs?: number) =>
  callConnector(job, { ...iter.deps, connectors: [instead(perform, timeLimitMs)] });

const isWaiting = async () => (await iter.dossier()).waits.some(({ wait }) => wait.id === job['waitId']);
const types = async () =>
  (await loadEvents(iter.deps.db, { bodyId: iter.bodyId, dossierId: job.dossierId })).map(({ type }) => type);

describe('a call of a connector', () => {
  it('lets the dossier go on with its reply', async () => {
    await call(async () => ({ output: { number: 7 } }));
    expect(await isWaiting()).toBe(false);
    expect(await types()).toContain('job.finished');
  });

  it('has the same key however often it is made', async () => {
    const keys: string[] = [];
    const once = call(async ({ key }) => {
      keys.push(key);
      throw new Error('away');
    });
    await expect(once).rejects.toThrow('away');
    await call(async ({ key }) => {
      keys.push(key);
      return { output: { number: 1 } };
    });
    expect(keys).toEqual(Array(2).fill(`create-document:${job.dossierId}:${job['waitId']}`));
  });

  it('is not made when nobody waits any more', async () => {
    await call(async () => ({ output: { number: 1 } }));
    let calls = 0;
    await call(async () => ({ output: { number: (calls += 1) } }));
    expect(calls).toBe(0);
  });

  it('with an output of another shape changes nothing', async () => {
    await expect(call(async () => ({ output: { number: 'seven' } }))).rejects.toThrow(z.ZodError);
    expect(await isWaiting()).toBe(true);
  });

  it('with an error that nothing catches changes nothing', async () => {
    const failing = call(async () => ({ error: { code: 'none', message: 'Nessuno' } }));
    await expect(failing).rejects.toMatchObject({ code: 'step.failed' });
    expect(await isWaiting()).toBe(true);
    expect(await types()).not.toContain('job.failed');
  });

  it('that is never answered ends with its time limit', async () => {
    let heard: AbortSignal | undefined;
    const silent = call((_call, { signal }) => {
      heard = signal;
      return new Promise(() => undefined);
    }, 1);
    await expect(silent).rejects.toThrow('No answer within 1 ms');
    expect(heard?.aborted).toBe(true);
    expect(await isWaiting()).toBe(true);
  });
});

describe('an incident of a call', () => {
  let jobId: string;
  beforeEach(async () => {
    const { db } = iter.deps;
    const sql = `SELECT id::text AS "jobId" FROM graphile_worker.add_job('call-connector', CAST(:payload AS json))`;
    const [added] = await rowsOf<{ jobId: string }>(db, sql, { payload: JSON.stringify(job) });
    jobId = added?.jobId ?? '';
    const failed = { jobId, task: 'call-connector', payload: job, attempts: 3, maxAttempts: 3 };
    await recordIncident(db, { ...failed, error: new Error('no answer') }, iter.now());
  });

  const resolve = (output: unknown, connectors?: readonly Connector[]) =>
    resolveIncident(
      { ...iter.deps, ...(connectors && { connectors }) },
      { jobId, output, who: 'Anna Neri', why: 'Letto per telefono' },
    );
  const listed = async () => (await openIncidents(iter.deps.db)).map((incident) => incident.jobId);
  const other = [instead(async () => undefined)];

  it('is resolved by an output that is given by hand; who and why are in the record', async () => {
    expect(await resolve({ number: 7 }, other)).toEqual({ type: 'resolved' });
    expect(await isWaiting()).toBe(false);
    const told = (await loadEvents(iter.deps.db, { bodyId: iter.bodyId, dossierId: job.dossierId })).find(
      ({ type }) => type === 'job.resolved',
    );
    expect(told?.data).toMatchObject({ who: 'Anna Neri', why: 'Letto per telefono' });
    expect(await listed()).not.toContain(jobId);
  });

  it('is not resolved by an output of another shape', async () => {
    expect(await resolve({ number: 'sette' }, other)).toMatchObject({
      type: 'output-wrong',
      issues: [expect.stringMatching(/^number: /)],
    });
    expect(await isWaiting()).toBe(true);
    expect(await listed()).toContain(jobId);
  });

  it('is not resolved where the reply is a document', async () => {
    expect(await resolve({})).toEqual({ type: 'not-by-hand' });
    expect(await isWaiting()).toBe(true);
  });
});

it('work within its time is not cut off', async () => {
  expect(await inTime(60_000, async (signal) => signal.aborted)).toBe(false);
});

it('a connector rests twice as long after each attempt, up to a day', () => {
  const pauses = [1, 2, 3, 20].map((attempts) => pauseAfter({ pauseSeconds: 60 }, attempts));
  expect(pauses).toEqual([60, 120, 240, 86_400]);
});

it('the queue tries again when the pause of the connector is over', async () => {
  const { db } = iter.deps;
  const [added] = await rowsOf<{ jobId: string }>(
    db,
    `SELECT id::text AS "jobId" FROM graphile_worker.add_job('call-connector', '{"connector": "create-document"}')`,
    {},
  );
  const failed = { jobId: added?.jobId ?? '', task: 'call-connector', payload: { connector: 'create-document' } };
  const connectors = [instead(async () => undefined)];
  await pause(db, { ...failed, attempts: 2, connectors }, '2026-03-02T08:00:00.000Z');
  const sql = `SELECT to_char(run_at AT TIME ZONE 'UTC', 'HH24:MI:SS') AS "runAt" FROM graphile_worker.jobs WHERE id = :jobId`;
  expect(await rowsOf(db, sql, { jobId: failed.jobId })).toEqual([{ runAt: '08:02:00' }]);
});
