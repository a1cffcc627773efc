import { beforeAll, describe, expect, it } from 'vitest';
import { problemOf, type World } from '../../../support/access-way.ts';
import {
  applied,
  byEvents,
  callActivity,
  deskTask,
  eventOf,
  signal,
  smallProcedure,
} from '../../../support/between.ts';
import { end, flow, gateway, path, process, start } from '../../../support/bpmn.ts';
import { dossierId, play, type Play } from '../../../support/builders.ts';
import { apply, clerk, compiled, done, noted, recorded, tasks, worldOf } from '../../../support/small-way.ts';

/** Throws a signal after a task; waits for it beside; and calls a process that waits for it, too. */
const caller = process(
  'alza',
  applied('s'),
  gateway('parallelGateway', 'fork'),
  deskTask('decide'),
  eventOf('intermediateThrowEvent', 'throw', signal('bando-chiuso')),
  deskTask('thrown'),
  eventOf('intermediateCatchEvent', 'catch', signal('bando-chiuso')),
  deskTask('heard'),
  eventOf('intermediateCatchEvent', 'deaf', signal('altro')),
  callActivity('call', 'processId="ascolta"'),
  ...['e1', 'e2', 'e3', 'e4'].map((id) => end(id)),
  flow('s', 'fork'),
  ...path('fork', 'decide', 'throw', 'thrown', 'e1'),
  ...path('fork', 'catch', 'heard', 'e2'),
  ...path('fork', 'deaf', 'e3'),
  ...path('fork', 'call', 'e4'),
);
const callee = process(
  'ascolta',
  start('begin'),
  eventOf('intermediateCatchEvent', 'inside', signal('bando-chiuso')),
  deskTask('heard-inside'),
  end('e'),
  ...path('begin', 'inside', 'heard-inside', 'e'),
);

let world: World;
let before: Play;
beforeAll(async () => {
  const called = await compiled(smallProcedure('ascolta', callee, { service: byEvents }));
  world = worldOf(await compiled(smallProcedure('alza', caller)), called);
  before = await apply(world);
});

describe('a signal that a dossier throws', () => {
  it('is heard in all of its executions at once', async () => {
    expect(tasks(before)).toEqual(['decide']);
    const after = await noted(before, ['decide', 'chiudo'], world);
    expect(tasks(after).toSorted()).toEqual(['heard', 'heard-inside', 'thrown']);
    expect(after.dossier.waits.map(({ wait }) => wait.elementId).toSorted()).toEqual(['call', 'deaf']);
  });

  it('is in the record, with the job that tells the other dossiers', async () => {
    const after = await noted(before, ['decide', 'chiudo'], world);
    const signalId = `${dossierId}.e${after.events.findIndex(({ type }) => type === 'signal.thrown') + 1}`;
    expect(recorded(after, 'signal.thrown')).toEqual([{ signalId, signal: 'bando-chiuso', elementId: 'throw' }]);
    expect(after.last.jobs).toEqual([
      {
        ...{ type: 'broadcast-signal', key: `signal:${signalId}`, dossierId, signalId },
        ...{ signal: 'bando-chiuso', payload: {} },
      },
    ]);
  });
});

describe('a signal that comes', () => {
  const heard = (name: string) =>
    ({ type: 'receive-signal', dossierId, signalId: 's1', signal: name, payload: { nota: 'fuori' } }) as const;

  it('is heard in every execution that waits for it', async () => {
    const after = await done(before, heard('bando-chiuso'), world);
    expect(tasks(after)).toEqual(['decide', 'heard', 'heard-inside']);
    expect(recorded(after, 'signal.received')).toEqual([{ signalId: 's1', signal: 'bando-chiuso' }]);
    expect(after.last.jobs).toEqual([]);
    expect(after.dossier.variables).toMatchObject({ nota: 'fuori' });
  });

  it('is refused where none waits for it, or no longer', async () => {
    const refused = await problemOf(done(before, heard('mai'), world));
    expect(refused).toMatchObject({ code: 'wait.not-open', details: { signalId: 's1', signal: 'mai' } });
    const once = await done(before, heard('bando-chiuso'), world);
    expect((await problemOf(done(once, heard('bando-chiuso'), world))).code).toBe('wait.not-open');
  });

  it('is brought by the system alone', async () => {
    const attempt = play(before, { by: clerk, command: heard('bando-chiuso'), context: world });
    expect((await problemOf(attempt)).code).toBe('permission.denied');
  });
});
