import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays, romeDay } from '../../../engine/core/calendar.ts';
import { auditRecords } from '../../../engine/audit/audit.ts';
import { publish } from '../../../engine/publish.ts';
import { sha256 } from '../../../engine/store/sha256.ts';
import { boundary, end, flow, gateway, path, process, raw, scriptTask, start } from '../../support/bpmn.ts';
import {
  applied,
  borderEvent,
  byEvents,
  callActivity,
  condition,
  deskOf,
  deskTask,
  escalation,
  eventOf,
  signal,
  smallProcedure,
  type Desk,
} from '../../support/between.ts';
import { aRunningIter, type RunningIter } from '../../support/harness.ts';

let iter: RunningIter;
let desk: Desk;

const mapped =
  '<zeebe:ioMapping><zeebe:input source="= oggetto" target="argomento"/><zeebe:output source="= giudizio" target="esitoParere"/></zeebe:ioMapping>';

const caller = process(
  'chiama',
  applied('s'),
  callActivity(
    'call',
    'processId="parere" propagateAllParentVariables="false" propagateAllChildVariables="false"',
    mapped,
  ),
  boundary('late', 'call', { duration: 'P10D' }),
  boundary('failed', 'call', { error: 'RIFIUTO' }),
  borderEvent('warned', 'call', escalation('URGENTE')),
  deskTask('decide'),
  deskTask('remind'),
  deskTask('redo'),
  deskTask('hurry'),
  end('e'),
  ...path('s', 'call', 'decide', 'e'),
  ...path('late', 'remind', 'e'),
  ...path('failed', 'redo', 'e'),
  ...path('warned', 'hurry', 'e'),
);
const callee = process(
  'parere',
  start('begin'),
  deskTask('judge'),
  gateway('exclusiveGateway', 'which', 'which-write'),
  scriptTask('write', '= argomento + ": " + nota', 'giudizio'),
  end('given'),
  end('refused', { error: 'RIFIUTO' }),
  eventOf('endEvent', 'urgent', escalation('URGENTE')),
  ...path('begin', 'judge', 'which'),
  flow('which', 'write'),
  flow('write', 'given'),
  flow('which', 'refused', '= nota = "no"'),
  flow('which', 'urgent', '= nota = "presto"'),
);
const tagged = (text: string) =>
  process(
    'etichetta',
    raw('<bpmn:extensionElements><zeebe:versionTag value="TAG"/></bpmn:extensionElements>'.replace('TAG', text)),
    start('begin'),
    scriptTask('name', `= "${text}"`, 'versione'),
    deskTask('confirm'),
    end('e'),
    ...path('begin', 'name', 'confirm', 'e'),
  );
const byTag = (id: string, binding: string) =>
  process(
    id,
    applied('s'),
    callActivity('call', `processId="etichetta" ${binding}`),
    deskTask('after'),
    end('e'),
    ...path('s', 'call', 'after', 'e'),
  );
const listening = process(
  'condiziona',
  applied('s'),
  gateway('parallelGateway', 'fork'),
  eventOf('intermediateCatchEvent', 'ready', condition('= nota = "pronto"')),
  deskTask('then'),
  end('e1'),
  deskTask('work'),
  eventOf('intermediateCatchEvent', 'idle', signal('mai')),
  end('e2'),
  flow('s', 'fork'),
  ...path('fork', 'ready', 'then', 'e1'),
  ...path('fork', 'work', 'idle', 'e2'),
);

const part = process('parte', start('begin'), deskTask('inside'), end('done'), ...path('begin', 'inside', 'done'));
const together = process(
  'insieme',
  applied('s'),
  callActivity('call', 'processId="parte" bindingType="deployment"'),
  deskTask('after'),
  end('e'),
  ...path('s', 'call', 'after', 'e'),
).replace('</bpmn:definitions>', `${/<bpmn:process.*<\/bpmn:process>/.exec(part)?.[0] ?? ''}</bpmn:definitions>`);

beforeAll(async () => {
  iter = await aRunningIter({ files: smallProcedure('parere', callee, { service: byEvents }) });
  desk = deskOf(iter);
  await desk.published(
    smallProcedure('chiama', caller),
    smallProcedure('etichetta', tagged('uno'), { service: byEvents }),
    smallProcedure('etichetta', tagged('due'), { service: byEvents }),
    smallProcedure('ultima', byTag('ultima', '')),
    smallProcedure('prima', byTag('prima', 'bindingType="versionTag" versionTag="uno"')),
    smallProcedure('condiziona', listening),
    smallProcedure('insieme', together),
  );
});
afterAll(() => iter.stop());

it('a called procedure works in the dossier of its caller', async () => {
  const dossierId = await desk.apply('chiama');
  const before = await desk.dossier(dossierId);
  expect(before.tasks.map(({ elementId, dueOn }) => ({ elementId, dueOn }))).toEqual([
    { elementId: 'judge', dueOn: addDays(romeDay(iter.now()), 10) },
  ]);
  expect(Object.values(before.called ?? {})).toMatchObject([{ procedureId: 'parere', procedureVersion: 1 }]);
  await desk.complete(dossierId, 'judge', 'bene');
  const after = await desk.dossier(dossierId);
  expect(after.tasks.map(({ elementId }) => elementId)).toEqual(['decide']);
  expect(after.variables).toMatchObject({ esitoParere: 'Prova: bene' });
  expect(after.called).toEqual({});
  expect(await desk.events(dossierId, 'process.called')).toHaveLength(1);
  expect(await desk.events(dossierId, 'process.returned')).toHaveLength(1);
});

it('only what is mapped passes between the two', async () => {
  const dossierId = await desk.apply('chiama', { chiave: 'segreta' });
  const { called = {} } = await desk.dossier(dossierId);
  const [process] = Object.values(called);
  expect(process?.variables).toMatchObject({ argomento: 'Prova', applicant: { givenName: 'Giulia' } });
  expect(process?.variables).not.toHaveProperty('chiave');
  await desk.complete(dossierId, 'judge', 'bene');
  expect((await desk.dossier(dossierId)).variables).not.toHaveProperty('giudizio');
});

it('an error of the called procedure is caught by its caller', async () => {
  const dossierId = await desk.apply('chiama');
  await desk.complete(dossierId, 'judge', 'no');
  expect(await desk.tasks(dossierId)).toEqual(['redo']);
  const [raised] = await desk.events(dossierId, 'error.raised');
  expect(raised?.data).toMatchObject({ code: 'RIFIUTO' });
});

it('an escalation of the called procedure reaches its caller', async () => {
  const dossierId = await desk.apply('chiama');
  await desk.complete(dossierId, 'judge', 'presto');
  expect(await desk.tasks(dossierId)).toEqual(['hurry']);
  expect(await desk.events(dossierId, 'escalation.raised')).toHaveLength(1);
});

it('interrupting a call cancels what it has called', async () => {
  const dossierId = await desk.apply('chiama');
  await iter.advanceTo(`${addDays(romeDay(iter.now()), 10)}T08:00:00.000Z`);
  expect(await desk.tasks(dossierId)).toEqual(['remind']);
  const { called, waits } = await desk.dossier(dossierId);
  expect([called, waits]).toEqual([{}, []]);
  expect(await desk.events(dossierId, 'process.cancelled')).toHaveLength(1);
  expect(await desk.events(dossierId, 'task.cancelled')).toHaveLength(1);
});

it('a call binds to the newest version or to a tag', async () => {
  const [newest, first] = [await desk.apply('ultima'), await desk.apply('prima')];
  for (const dossierId of [newest, first]) await desk.complete(dossierId, 'confirm');
  const versions = [await desk.dossier(newest), await desk.dossier(first)].map(
    ({ variables }) => variables['versione'],
  );
  expect(versions).toEqual(['due', 'uno']);
});

it('a call may name another process of its diagram', async () => {
  const dossierId = await desk.apply('insieme');
  expect(await desk.tasks(dossierId)).toEqual(['inside']);
  await desk.complete(dossierId, 'inside', 'dentro');
  expect(await desk.tasks(dossierId)).toEqual(['after']);
  expect((await desk.dossier(dossierId)).variables).toMatchObject({ nota: 'dentro' });
});

it('a call of a process that the diagram lacks is refused', async () => {
  const files = smallProcedure('insieme', together.replace('processId="parte"', 'processId="altra"'));
  const { outcome, findings } = await publish(iter.deps.db, files, iter.now());
  expect([outcome, findings.map(({ rule, elementId }) => [rule, elementId])]).toEqual([
    'refused',
    [['call.process-missing', 'call']],
  ]);
});

it('a condition becomes true when a task changes the variables', async () => {
  const dossierId = await desk.apply('condiziona');
  expect(await desk.tasks(dossierId)).toEqual(['work']);
  await desk.complete(dossierId, 'work', 'pronto');
  expect(await desk.tasks(dossierId)).toEqual(['then']);
});

it('records of dossiers with calls are intact', async () => {
  await desk.complete(await desk.apply('chiama'), 'judge', 'bene');
  for await (const { check, alterations } of auditRecords(iter.deps.db, { sha256 })) {
    expect({ check, alterations }).toEqual({ check: { intact: true }, alterations: [] });
  }
});
