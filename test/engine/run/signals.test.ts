import { afterAll, beforeAll, expect, it } from 'vitest';
import { jobHandlers } from '../../../engine/jobs/tasks.ts';
import { broadcastSignal } from '../../../engine/jobs/broadcast-signal.ts';
import { auditRecords } from '../../../engine/audit/audit.ts';
import { sha256 } from '../../../engine/store/sha256.ts';
import { bodyIdOf } from '../../../engine/store/seed/bodies.ts';
import { end, flow, gateway, path, process } from '../../support/bpmn.ts';
import {
  applied,
  byEvents,
  deskOf,
  deskTask,
  eventOf,
  signal,
  smallProcedure,
  type Desk,
} from '../../support/between.ts';
import { aRunningIter, type RunningIter } from '../../support/harness.ts';

let iter: RunningIter;
let desk: Desk;

const thrower = process(
  'alza',
  applied('s'),
  deskTask('decide'),
  eventOf('intermediateThrowEvent', 'throw', signal('bando-chiuso')),
  end('e'),
  ...path('s', 'decide', 'throw', 'e'),
);
const listener = process(
  'ascolta',
  applied('s'),
  eventOf('intermediateCatchEvent', 'catch', signal('bando-chiuso')),
  deskTask('react'),
  end('e'),
  ...path('s', 'catch', 'react', 'e'),
);
const beginner = process(
  'comincia',
  eventOf('startEvent', 's', signal('bando-chiuso')),
  deskTask('review'),
  end('e'),
  ...path('s', 'review', 'e'),
);
const both = process(
  'rimbalza',
  applied('s'),
  gateway('parallelGateway', 'fork'),
  deskTask('decide'),
  eventOf('intermediateThrowEvent', 'throw', signal('rimbalzo')),
  end('e1'),
  eventOf('intermediateCatchEvent', 'catch', signal('rimbalzo')),
  deskTask('react'),
  end('e2'),
  flow('s', 'fork'),
  ...path('fork', 'decide', 'throw', 'e1'),
  ...path('fork', 'catch', 'react', 'e2'),
);

beforeAll(async () => {
  iter = await aRunningIter({ files: smallProcedure('alza', thrower) });
  desk = deskOf(iter);
  await desk.published(
    smallProcedure('ascolta', listener),
    smallProcedure('comincia', beginner, { service: byEvents }),
    smallProcedure('rimbalza', both),
  );
});
afterAll(() => iter.stop());

it('a signal reaches every dossier that waits for it', async () => {
  const [one, other] = [await desk.apply('ascolta'), await desk.apply('ascolta')];
  const source = await desk.apply('alza');
  await desk.complete(source, 'decide');
  expect(await desk.tasks(one)).toEqual([]);
  await iter.drainJobs();
  expect([await desk.tasks(one), await desk.tasks(other)]).toEqual([['react'], ['react']]);
  const [thrown] = await desk.events(source, 'signal.thrown');
  const [received] = await desk.events(one, 'signal.received');
  expect(received?.data).toEqual({ signalId: thrown?.data['signalId'], signal: 'bando-chiuso' });
});

it('a signal opens the procedures that begin with it', async () => {
  const before = (await desk.dossiersOf('comincia')).length;
  await desk.complete(await desk.apply('alza'), 'decide');
  await iter.drainJobs();
  const opened = (await desk.dossiersOf('comincia')).slice(before);
  expect(opened.map(({ bodyId, officeCode, parties }) => ({ bodyId, officeCode, parties }))).toEqual([
    { bodyId: iter.bodyId, officeCode: 'urp', parties: [] },
  ]);
  expect(await desk.events(opened[0]?.dossierId ?? '', 'dossier.opened')).toHaveLength(1);
});

it('a broadcast that is done again reaches nobody twice', async () => {
  const waiting = await desk.apply('ascolta');
  const payload = { signalId: 'again', signal: 'bando-chiuso', payload: {}, bodyId: iter.bodyId };
  const before = (await desk.dossiersOf('comincia')).length;
  for (let time = 0; time < 2; time += 1) {
    await broadcastSignal(payload, iter.deps);
    await iter.drainJobs();
  }
  const delivery = { dossierId: waiting, signalId: 'again', signal: 'bando-chiuso', payload: {} };
  await jobHandlers['deliver-signal'](delivery, iter.deps);
  expect(await desk.events(waiting, 'signal.received')).toHaveLength(1);
  expect((await desk.dossiersOf('comincia')).length).toBe(before + 1);
});

it('a signal of another body is not heard', async () => {
  const waiting = await desk.apply('ascolta');
  const bodyId = bodyIdOf('c_a944');
  await broadcastSignal({ signalId: 'elsewhere', signal: 'bando-chiuso', payload: {}, bodyId }, iter.deps);
  await iter.drainJobs();
  expect(await desk.events(waiting, 'signal.received')).toEqual([]);
  expect((await desk.dossiersOf('comincia')).at(-1)?.bodyId).toBe(bodyId);
});

it('dossiers that signal each other at once do not block', async () => {
  const dossiers: string[] = [];
  for (let count = 0; count < 4; count += 1) dossiers.push(await desk.apply('rimbalza'));
  await Promise.all(dossiers.map((dossierId) => desk.complete(dossierId, 'decide')));
  await Promise.all([1, 2, 3, 4].map(() => iter.drainJobs()));
  for (const dossierId of dossiers) expect(await desk.tasks(dossierId)).toEqual(['react']);
  for await (const { check, alterations } of auditRecords(iter.deps.db, { sha256 })) {
    expect({ check, alterations }).toEqual({ check: { intact: true }, alterations: [] });
  }
});
