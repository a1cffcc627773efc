import { afterEach, beforeEach, expect, it } from 'vitest';
import { announceFacts } from '../../../engine/jobs/announce-facts.ts';
import { jobHandlers } from '../../../engine/jobs/tasks.ts';
import type { Variables } from '../../../engine/kernel/types.ts';
import { rowsOf } from '../../../engine/store/db.ts';
import { publish } from '../../../engine/publish.ts';
import { end, path, process, start } from '../../support/bpmn.ts';
import {
  applied,
  byEvents,
  condition,
  cycle,
  deskOf,
  deskTask,
  eventOf,
  smallProcedure,
  type Desk,
} from '../../support/between.ts';
import { aRunningIter, type RunningIter } from '../../support/harness.ts';

let iter: RunningIter;
let desk: Desk;

const plain = process('semplice', applied('s'), deskTask('work'), end('e'), ...path('s', 'work', 'e'));
const every = (text: string) =>
  process(
    'periodico',
    eventOf('startEvent', 's', cycle(text)),
    deskTask('check'),
    end('e'),
    ...path('s', 'check', 'e'),
  );
const once = process(
  'una-volta',
  start('s', { duration: 'P2D' }),
  deskTask('check'),
  end('e'),
  ...path('s', 'check', 'e'),
);
const alarm = process(
  'allerta',
  eventOf('startEvent', 's', condition('= livello &gt; 3')),
  deskTask('warn'),
  end('e'),
  ...path('s', 'warn', 'e'),
);

beforeEach(async () => {
  iter = await aRunningIter({ files: smallProcedure('semplice', plain) });
  desk = deskOf(iter);
});
afterEach(() => iter.stop());

const timers = () =>
  rowsOf(
    iter.deps.db,
    `SELECT s.procedure_id AS "procedureId", s.version, s.due_at AS "dueAt", j.run_at AS "runAt"
       FROM start_subscriptions s LEFT JOIN graphile_worker.jobs j
         ON j.key = 'start-timer:' || s.procedure_id || ':' || s.process_id || ':' || s.element_id || ':' || s.part
      WHERE s.type = 'timer' ORDER BY 1`,
  );

/** A cycle that is due each day at nine has opened two dossiers. */
async function cycleOfTwoDays(): Promise<void> {
  await desk.published(smallProcedure('periodico', every('R/P1D'), { service: byEvents }));
  await iter.advanceTo('2026-03-05T07:00:00.000Z');
}

it('a cycle opens a dossier each time it is due', async () => {
  await desk.published(smallProcedure('periodico', every('R/P1D'), { service: byEvents }));
  const dueAt = '2026-03-03T08:00:00.000Z';
  expect(await timers()).toEqual([{ procedureId: 'periodico', version: 1, dueAt, runAt: dueAt }]);
  await iter.advanceTo('2026-03-05T07:00:00.000Z');
  const dossiers = await desk.dossiersOf('periodico');
  expect(dossiers.map(({ submittedAt, officeCode }) => [submittedAt, officeCode])).toEqual([
    ['2026-03-03T08:00:00.000Z', 'urp'],
    ['2026-03-04T08:00:00.000Z', 'urp'],
  ]);
});

it('a timer done again opens nothing more', async () => {
  await cycleOfTwoDays();
  const place = { procedureId: 'periodico', processId: 'periodico', elementId: 's', part: 0 };
  await jobHandlers['fire-start-timer'](place, iter.deps);
  await iter.drainJobs();
  expect(await desk.dossiersOf('periodico')).toHaveLength(2);
});

it('a new version listens in place of the old', async () => {
  await cycleOfTwoDays();
  await desk.published(smallProcedure('periodico', every('0 0 9 * * *'), { service: byEvents }));
  expect(await timers()).toMatchObject([{ procedureId: 'periodico', version: 2 }]);
  await iter.advanceTo('2026-03-06T07:00:00.000Z');
  const versions = (await desk.dossiersOf('periodico')).map(({ procedureVersion }) => procedureVersion);
  expect(versions).toEqual([1, 1, 2]);
});

it('a suspended service listens for nothing', async () => {
  await cycleOfTwoDays();
  expect(await timers()).toHaveLength(1);
  await desk.published(smallProcedure('periodico', every('R/P1D'), { service: { ...byEvents, status: 'suspended' } }));
  expect(await timers()).toEqual([]);
});

it('a duration opens one dossier and no more', async () => {
  await desk.published(smallProcedure('una-volta', once, { service: byEvents }));
  await iter.advanceTo('2026-03-20T07:00:00.000Z');
  expect(await desk.dossiersOf('una-volta')).toHaveLength(1);
  expect(await timers()).toEqual([]);
});

const parameters = { ente: [{ value: 'c_a944', validFrom: '2000-01-01', source: 'prova' }] };
const announce = async (announcementId: string, facts: Variables, bodyId?: string): Promise<void> => {
  await announceFacts({ announcementId, facts, bodyId }, iter.deps);
  await iter.drainJobs();
};

it('the body may be named by a parameter', async () => {
  await desk.published(smallProcedure('allerta', alarm, { service: { opening: 'events' }, parameters }));
  await announce('low', { livello: 2 });
  await announce('high', { livello: 4 });
  await announce('high', { livello: 4 });
  const dossiers = await desk.dossiersOf('allerta');
  expect(dossiers.map(({ variables }) => [variables['bodyName'], variables['livello']])).toEqual([
    ['Comune di Bologna', 4],
  ]);
});

it('a condition has to become false before it begins anew', async () => {
  const levels = async () => (await desk.dossiersOf('allerta')).map(({ variables }) => variables['livello']);
  await desk.published(smallProcedure('allerta', alarm, { service: { opening: 'events' }, parameters }));
  await announce('high', { livello: 4 });
  await announce('higher', { livello: 5 });
  await announce('of something else', { vento: 12 });
  await announce('high still', { livello: 6 });
  expect(await levels()).toEqual([4]);
  await announce('low again', { livello: 1 });
  await announce('high again', { livello: 7 });
  expect(await levels()).toEqual([4, 7]);
  const [{ bodyId } = { bodyId: '' }] = await desk.dossiersOf('allerta');
  await announce('low there', { livello: 2 }, bodyId);
  await desk.published(smallProcedure('allerta', alarm, { service: byEvents }));
  await announce('high there', { livello: 8 }, bodyId);
  await desk.published(smallProcedure('allerta', alarm, { service: byEvents }));
  await announce('high there still', { livello: 9 }, bodyId);
  expect(await levels()).toEqual([4, 7, 8]);
  await desk.published(smallProcedure('allerta', alarm, { service: { ...byEvents, status: 'suspended' } }));
  await desk.published(smallProcedure('allerta', alarm, { service: byEvents }));
  await announce('high after the suspension', { livello: 10 }, bodyId);
  expect(await levels()).toEqual([4, 7, 8, 10]);
});

const refusals: readonly (readonly [string, object, string])[] = [
  ['without a body', { opening: 'events' }, 'start.body-unknown'],
  [
    'with a body that there is not',
    { ...byEvents, competence: { ...byEvents.competence, bodies: ['r_marte'] } },
    'start.body-unknown',
  ],
  [
    'with an office that the body lacks',
    { ...byEvents, competence: { ...byEvents.competence, officeCode: 'altrove' } },
    'start.office-unknown',
  ],
  [
    'with an office that an answer names',
    { ...byEvents, competence: { ...byEvents.competence, officeCode: '= chiave' } },
    'start.office-unknown',
  ],
  ['without a form or a word that none is needed', { competence: byEvents.competence }, 'start.form-missing'],
];

it.each(refusals)('a timer start %s is not published', async (_, service, rule) => {
  const files = smallProcedure('periodico', every('R/P2D'), { service });
  const { outcome, findings } = await publish(iter.deps.db, files, iter.now());
  expect(outcome).toBe('refused');
  expect(findings.filter(({ level }) => level === 'error').map((finding) => finding.rule)).toEqual([rule]);
});
