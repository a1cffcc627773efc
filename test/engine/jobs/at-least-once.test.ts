import { afterAll, beforeAll, expect, it } from 'vitest';
import { jobHandlers } from '../../../engine/jobs/tasks.ts';
import { kernelExecutor } from '../../../engine/executors/kernel.ts';
import { rowsOf } from '../../../engine/store/db.ts';
import { tellFacts, tellMessage, tellSignal } from '../../../engine/store/outside.ts';
import { catchEvent, end, event, path, process, start } from '../../support/bpmn.ts';
import {
  applied,
  byEvents,
  condition,
  deskOf,
  deskTask,
  eventOf,
  signal,
  smallProcedure,
  type Desk,
} from '../../support/between.ts';
import { aRunningIter, type RunningIter } from '../../support/harness.ts';
import { takeJob } from '../../support/harness-rows.ts';

let iter: RunningIter;
let desk: Desk;

const teller = process(
  'dice',
  applied('s'),
  deskTask('decide'),
  eventOf('intermediateThrowEvent', 'throw', signal('via')),
  event('intermediateThrowEvent', 'send', { message: 'lettera', key: '= chiave' }),
  end('e'),
  ...path('s', 'decide', 'throw', 'send', 'e'),
);
const hearer = process(
  'sente',
  applied('s'),
  eventOf('intermediateCatchEvent', 'catch', signal('via')),
  catchEvent('await', { message: 'lettera', key: '= chiave' }),
  deskTask('read'),
  end('e'),
  ...path('s', 'catch', 'await', 'read', 'e'),
);
const beginning = (id: string, first: Parameters<typeof process>[1]) =>
  smallProcedure(id, process(id, first, deskTask('review'), end('e'), ...path('s', 'review', 'e')), {
    service: byEvents,
  });

beforeAll(async () => {
  iter = await aRunningIter({ files: smallProcedure('dice', teller) });
  desk = deskOf(iter);
  await desk.published(
    smallProcedure('sente', hearer),
    beginning('da-segnale', eventOf('startEvent', 's', signal('via'))),
    beginning('da-messaggio', start('s', { message: 'richiamo' })),
    beginning('da-fatti', eventOf('startEvent', 's', condition('= livello = 1'))),
  );
});
afterAll(() => iter.stop());

/** Does every job twice, as a worker does that is killed between the work and its being marked as done. */
async function drainTwice(): Promise<void> {
  for (let job = await takeJob(iter.deps); job; job = await takeJob(iter.deps)) {
    await jobHandlers[job.type](job.payload, iter.deps);
    await jobHandlers[job.type](job.payload, iter.deps);
  }
}

it('jobs that are all done twice have one effect', async () => {
  const before = (await desk.dossiersOf('da-segnale')).length;
  const hearing = await desk.apply('sente', { chiave: 'x' });
  const telling = await desk.apply('dice', { chiave: 'x' });
  await desk.complete(telling, 'decide');
  await drainTwice();
  expect(await desk.tasks(hearing)).toEqual(['read']);
  expect(await desk.events(hearing, 'signal.received')).toHaveLength(1);
  expect(await desk.events(hearing, 'message.received')).toHaveLength(1);
  expect(await desk.dossiersOf('da-segnale')).toHaveLength(before + 1);
});

it('what is told from outside twice is told once', async () => {
  const at = iter.now();
  const message = {
    id: 'm-1',
    message: 'richiamo',
    payload: {},
    bodyId: iter.bodyId,
    at,
    expiresAt: '2026-04-01T00:00:00.000Z',
  };
  const before = (await desk.dossiersOf('da-segnale')).length;
  for (let time = 0; time < 2; time += 1) {
    await tellMessage(iter.deps.db, message);
    await tellSignal(iter.deps.db, { id: 's-1', signal: 'via', payload: {}, bodyId: iter.bodyId });
    await tellFacts(iter.deps.db, { id: 'f-1', payload: { livello: 1 } });
    await drainTwice();
  }
  expect(await desk.dossiersOf('da-messaggio')).toHaveLength(1);
  expect((await desk.dossiersOf('da-segnale')).length).toBe(before + 1);
  expect(await desk.dossiersOf('da-fatti')).toHaveLength(1);
});

it('a delivery that breaks off is made up for', async () => {
  const hearing = await desk.apply('sente', { chiave: 'y' });
  const telling = await desk.apply('dice', { chiave: 'y' });
  await desk.complete(telling, 'decide');
  const broken = { ...kernelExecutor, advance: () => Promise.reject(new Error('power cut')) };
  const dying = { ...iter.deps, executor: broken };
  const { eventCount } = await desk.dossier(hearing);
  const delivery = { dossierId: hearing, signalId: 'z', signal: 'via', payload: {} };
  await expect(jobHandlers['deliver-signal'](delivery, dying)).rejects.toThrow('power cut');
  expect((await desk.dossier(hearing)).eventCount).toBe(eventCount);
  await drainTwice();
  expect(await desk.tasks(hearing)).toEqual(['read']);
});

it('a message is received or given up and never both', async () => {
  const waiting = await desk.apply('sente', { chiave: 'w' });
  await jobHandlers['deliver-signal']({ dossierId: waiting, signalId: 'w', signal: 'via', payload: {} }, iter.deps);
  const telling = await desk.apply('dice', { chiave: 'w' });
  await desk.complete(telling, 'decide');
  const messageId = (await desk.events(telling, 'message.thrown'))[0]?.data['messageId'];
  await Promise.all([
    jobHandlers['give-up-message']({ messageId }, iter.deps),
    jobHandlers['deliver-message']({ messageId }, iter.deps),
  ]);
  await drainTwice();
  const received = await desk.events(waiting, 'message.received');
  const givenUp = await desk.events(telling, 'message.undelivered');
  expect(received.length + givenUp.length).toBe(1);
  const [row] = await rowsOf<{ state: string }>(
    iter.deps.db,
    'SELECT state FROM thrown_messages WHERE dossier_id = :telling',
    { telling },
  );
  expect(row?.state).toBe(received.length === 1 ? 'received' : 'undelivered');
});
