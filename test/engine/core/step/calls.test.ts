import { beforeAll, describe, expect, it } from 'vitest';
import { dueAt, fireIn, problemOf, types, type World } from '../../../support/access-way.ts';
import {
  applied,
  borderEvent,
  byEvents,
  callActivity,
  deskTask,
  escalation,
  eventOf,
  smallProcedure,
} from '../../../support/between.ts';
import { boundary, end, flow, gateway, path, process, scriptTask, start } from '../../../support/bpmn.ts';
import type { Play } from '../../../support/builders.ts';
import { apply, compiled, noted, recorded, tasks, worldOf } from '../../../support/small-way.ts';

const mapped =
  '<zeebe:ioMapping><zeebe:input source="= oggetto" target="argomento"/>' +
  '<zeebe:output source="= giudizio" target="esitoParere"/></zeebe:ioMapping>';
const alone = 'propagateAllParentVariables="false" propagateAllChildVariables="false"';

/** Calls a process, which calls another: what happens inside takes the caller another way. */
const outer = process(
  'chiama',
  applied('s'),
  callActivity('call', `processId="parere" ${alone}`, mapped),
  boundary('late', 'call', { duration: 'P10D' }),
  boundary('failed', 'call', { error: 'RIFIUTO' }),
  borderEvent('warned', 'call', escalation('URGENTE')),
  ...['decide', 'remind', 'redo', 'hurry'].map(deskTask),
  end('e'),
  ...path('s', 'call', 'decide', 'e'),
  ...path('late', 'remind', 'e'),
  ...path('failed', 'redo', 'e'),
  ...path('warned', 'hurry', 'e'),
);
const middle = process(
  'parere',
  start('begin'),
  callActivity('ask', 'processId="perizia"'),
  gateway('exclusiveGateway', 'which', 'which-write'),
  scriptTask('write', '= argomento + ": " + nota', 'giudizio'),
  end('given'),
  end('refused', { error: 'RIFIUTO' }),
  eventOf('endEvent', 'urgent', escalation('URGENTE')),
  ...path('begin', 'ask', 'which'),
  flow('which', 'write'),
  flow('write', 'given'),
  flow('which', 'refused', '= nota = "no"'),
  flow('which', 'urgent', '= nota = "presto"'),
);
const inner = process('perizia', start('begun'), deskTask('judge'), end('judged'), ...path('begun', 'judge', 'judged'));

let world: World;
let before: Play;
beforeAll(async () => {
  const fee = { tariffa: [{ value: 12, validFrom: '2000-01-01', source: 'prova' }] };
  world = worldOf(
    await compiled(smallProcedure('chiama', outer)),
    await compiled(smallProcedure('parere', middle, { service: byEvents, parameters: fee })),
    await compiled(smallProcedure('perizia', inner, { service: byEvents })),
  );
  before = await apply(world, { oggetto: 'Cava', chiave: 'segreta' });
});

const called = ({ dossier }: Play) =>
  Object.entries(dossier.called ?? {}).map(([id, { procedureId, processId }]) => ({ id, procedureId, processId }));

describe('a process that is called', () => {
  it('works in the dossier of its caller, and so does what it calls', () => {
    expect(tasks(before)).toEqual(['judge']);
    const [first, second] = called(before);
    expect([first, second]).toMatchObject([
      { procedureId: 'parere', processId: 'parere' },
      { procedureId: 'perizia', processId: 'perizia' },
    ]);
    expect(second?.id.startsWith(`${first?.id}.`)).toBe(true);
    expect(before.dossier.tasks[0]?.waitId.startsWith(`${second?.id}.`)).toBe(true);
    expect(recorded(before, 'process.called')).toEqual([
      {
        ...{ elementId: 'call', name: 'call', waitId: first?.id },
        ...{ procedureId: 'parere', procedureVersion: 1, processId: 'parere' },
      },
      {
        ...{ elementId: 'ask', name: 'ask', waitId: second?.id },
        ...{ procedureId: 'perizia', procedureVersion: 1, processId: 'perizia' },
      },
    ]);
  });

  it('knows what it is given, who applied where, and its own parameters', () => {
    const [process] = Object.values(before.dossier.called ?? {});
    expect(Object.keys(process?.variables ?? {}).toSorted()).toEqual([
      ...['applicant', 'argomento', 'bodyId', 'bodyName', 'officeCode', 'parameters', 'registration', 'submittedOn'],
    ]);
    expect(process?.variables).toMatchObject({
      argomento: 'Cava',
      applicant: { givenName: 'Giulia' },
      parameters: { giorni: 30, tariffa: 12 },
    });
  });

  it('gives back what is mapped and nothing else, and is forgotten', async () => {
    const after = await noted(before, ['judge', 'bene'], world);
    expect(tasks(after)).toEqual(['decide']);
    expect(after.dossier).toMatchObject({ called: {}, variables: { esitoParere: 'Cava: bene' } });
    expect(after.dossier.variables).not.toHaveProperty('giudizio');
    expect(after.dossier.variables).not.toHaveProperty('nota');
    expect(after.dossier.variables['parameters']).toEqual({ giorni: 30 });
    const [first, second] = called(before);
    expect(recorded(after, 'process.returned')).toEqual([
      {
        ...{ waitId: second?.id, processId: 'perizia', procedureId: 'perizia', procedureVersion: 1 },
        byProcess: true,
      },
      { ...{ waitId: first?.id, processId: 'parere', procedureId: 'parere', procedureVersion: 1 }, byProcess: false },
    ]);
  });

  it('that ends with an error takes its caller to where that is caught', async () => {
    const after = await noted(before, ['judge', 'no'], world);
    expect(tasks(after)).toEqual(['redo']);
    expect(recorded(after, 'error.raised')).toMatchObject([{ code: 'RIFIUTO' }]);
    expect(after.dossier.called).toEqual({});
  });

  it('that escalates takes its caller to where that is caught', async () => {
    const after = await noted(before, ['judge', 'presto'], world);
    expect(tasks(after)).toEqual(['hurry']);
    expect(recorded(after, 'escalation.raised')).toEqual([{ code: 'URGENTE', elementId: 'urgent' }]);
  });

  it('is cancelled with all that it has called when its call is interrupted', async () => {
    expect(before.dossier.tasks.map(({ dueOn }) => dueOn)).toEqual(['2026-03-12']);
    expect(dueAt(before, 'late')).toBe('2026-03-12T09:00:00.000Z');
    const after = await fireIn(world)(before, 'late', '2026-03-12T09:00:00.000Z');
    expect(tasks(after)).toEqual(['remind']);
    expect(after.dossier).toMatchObject({ called: {}, waits: [] });
    expect(after.last.tasksClosed).toEqual([{ taskId: before.dossier.tasks[0]?.taskId, as: 'cancelled' }]);
    const [first, second] = called(before);
    expect(recorded(after, 'process.cancelled').map(({ waitId, byProcess }) => [waitId, byProcess])).toEqual([
      [first?.id, false],
      [second?.id, true],
    ]);
    expect(types(after)).not.toContain('process.returned');
  });
});

describe('a call', () => {
  const calling = (attributes: string) =>
    process(
      'chiama',
      applied('s'),
      callActivity('call', attributes),
      deskTask('after'),
      end('e'),
      ...path('s', 'call', 'after', 'e'),
    );

  it('of a process that is not published is refused, with its name and tag', async () => {
    const tagged = calling('processId="perizia" bindingType="versionTag" versionTag="uno"');
    const lone = worldOf(await compiled(smallProcedure('chiama', tagged)));
    expect(await problemOf(apply(lone))).toMatchObject({
      code: 'step.failed',
      details: { elementId: 'call', processId: 'perizia', versionTag: 'uno', expected: 'a process that is published' },
    });
  });

  it('asks for the newest version, or the one with a tag', async () => {
    const asked: unknown[] = [];
    const perizia = await compiled(smallProcedure('perizia', inner, { service: byEvents }));
    const asking = async (attributes: string) => {
      const { calls, ...rest } = worldOf(await compiled(smallProcedure('chiama', calling(attributes))), perizia);
      if (calls === undefined) throw new Error('no calls');
      const find: typeof calls.find = (wanted) => {
        asked.push(wanted.versionTag);
        return calls.find(wanted);
      };
      return apply({ ...rest, calls: { ...calls, find } });
    };
    expect(tasks(await asking('processId="perizia"'))).toEqual(['judge']);
    expect(tasks(await asking('processId="perizia" bindingType="versionTag" versionTag="uno"'))).toEqual(['judge']);
    expect(asked).toEqual([null, 'uno']);
  });

  it('of another process of the same diagram needs nothing published, and shares the parameters', async () => {
    const [beside = ''] = /<bpmn:process.*<\/bpmn:process>/.exec(inner) ?? [];
    const both = calling('processId="perizia" bindingType="deployment"').replace(
      '</bpmn:definitions>',
      `${beside}</bpmn:definitions>`,
    );
    const { calls: _, ...together } = worldOf(await compiled(smallProcedure('chiama', both)));
    const open = await apply(together);
    expect(called(open)).toMatchObject([{ procedureId: 'chiama', processId: 'perizia' }]);
    expect(Object.values(open.dossier.called ?? {})[0]?.variables).toMatchObject({ oggetto: 'Prova' });
    const after = await noted(open, ['judge', 'dentro'], together);
    expect(tasks(after)).toEqual(['after']);
    expect(after.dossier.variables).toMatchObject({ nota: 'dentro', parameters: { giorni: 30 } });
  });
});
