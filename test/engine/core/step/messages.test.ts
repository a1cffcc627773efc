import { beforeAll, describe, expect, it } from 'vitest';
import { problemOf, types, type World } from '../../../support/access-way.ts';
import { applied, byEvents, deskTask, eventOf, smallProcedure } from '../../../support/between.ts';
import { catchEvent, end, event, flow, gateway, path, process, raw, start } from '../../../support/bpmn.ts';
import { dossierId, play, type Play } from '../../../support/builders.ts';
import { apply, clerk, compiled, done, noted, recorded, tasks, worldOf } from '../../../support/small-way.ts';

const asker = process(
  'chiede',
  applied('s'),
  deskTask('write'),
  event('intermediateThrowEvent', 'send', { message: 'parere', key: '= chiave' }),
  end('e'),
  ...path('s', 'write', 'send', 'e'),
);
const announcer = process(
  'avvisa',
  applied('s'),
  deskTask('write'),
  event('intermediateThrowEvent', 'send', { message: 'avviso' }),
  end('e'),
  ...path('s', 'write', 'send', 'e'),
);
/** Waits for the same message with its key and without one, and for another. */
const listener = process(
  'aspetta',
  applied('s'),
  gateway('parallelGateway', 'fork'),
  eventOf(
    'intermediateCatchEvent',
    'any',
    raw('<bpmn:messageEventDefinition messageRef="open"/>', '<bpmn:message id="open" name="parere"/>'),
  ),
  catchEvent('mine', { message: 'parere', key: '= chiave' }),
  catchEvent('other', { message: 'certificato', key: '= chiave' }),
  ...['after-any', 'after-mine', 'after-other'].map(deskTask),
  ...['e1', 'e2', 'e3'].map((id) => end(id)),
  flow('s', 'fork'),
  ...path('fork', 'any', 'after-any', 'e1'),
  ...path('fork', 'mine', 'after-mine', 'e2'),
  ...path('fork', 'other', 'after-other', 'e3'),
);
const beginner = process(
  'comincia',
  start('begun', { message: 'segnalazione' }),
  deskTask('review'),
  end('e'),
  ...path('begun', 'review', 'e'),
);

const world = async (id: string, diagram: string, service = {}) =>
  worldOf(await compiled(smallProcedure(id, diagram, { service })));

describe('a message that a dossier throws', () => {
  it('is in the record with the job that delivers it, and what it carries is not', async () => {
    const asking = await world('chiede', asker);
    const thrown = await noted(await apply(asking, { chiave: 'a-1' }), ['write', 'prego'], asking);
    const [fact] = recorded(thrown, 'message.thrown');
    const messageId = `${dossierId}.e${thrown.events.findIndex(({ type }) => type === 'message.thrown') + 1}`;
    expect(fact).toEqual({ messageId, message: 'parere', elementId: 'send' });
    expect(thrown.last.messagesThrown).toEqual([
      { messageId, elementId: 'send', message: 'parere', correlationKey: 'a-1', payload: {} },
    ]);
    expect(thrown.last.jobs).toEqual([{ type: 'deliver-message', key: `message:${messageId}`, dossierId, messageId }]);
  });

  it('has no key where none is drawn', async () => {
    const announcing = await world('avvisa', announcer);
    const thrown = await noted(await apply(announcing), ['write', 'ecco'], announcing);
    expect(thrown.last.messagesThrown.map((message) => Object.keys(message))).toEqual([
      ['messageId', 'elementId', 'message', 'payload'],
    ]);
  });

  it('is given up when nobody awaits it, and the dossier stays as it is', async () => {
    const asking = await world('chiede', asker);
    const before = await apply(asking);
    const command = { type: 'give-up-message', dossierId, messageId: 'm1', message: 'parere' } as const;
    const { last, dossier } = await done(before, command, asking);
    expect(last.events.map(({ type, data }) => ({ type, data }))).toEqual([
      { type: 'message.undelivered', data: { messageId: 'm1', message: 'parere' } },
    ]);
    expect(last.messageSettled).toEqual({ messageId: 'm1', as: 'undelivered' });
    expect(tasks({ ...before, dossier })).toEqual(tasks(before));
    expect((await problemOf(play(before, { by: clerk, command, context: asking }))).code).toBe('permission.denied');
  });
});

describe('a message that comes', () => {
  let waiting: World;
  let before: Play;
  beforeAll(async () => {
    waiting = await world('aspetta', listener);
    before = await apply(waiting, { chiave: 'a-1' });
  });
  const received = (message: string, correlationKey?: string) => ({
    ...({ type: 'receive-message', dossierId, messageId: 'm1', message, payload: { nota: 'ecco' } } as const),
    ...(correlationKey === undefined ? {} : { correlationKey }),
  });

  it('is for the wait with its key, and brings what it carries', async () => {
    const after = await done(before, received('parere', 'a-1'), waiting);
    expect(tasks(after)).toEqual(['after-mine']);
    expect(after.dossier.variables).toMatchObject({ nota: 'ecco' });
    expect(recorded(after, 'message.received')).toEqual([{ messageId: 'm1', message: 'parere', elementId: 'mine' }]);
    expect(after.last.messageSettled).toEqual({ messageId: 'm1', as: 'received' });
    expect(types(after)[0]).toBe('message.received');
  });

  it('with another key is for the wait that asks for none', async () => {
    expect(tasks(await done(before, received('parere', 'b-2'), waiting))).toEqual(['after-any']);
  });

  it('without a key is for the wait that asks for none', async () => {
    expect(tasks(await done(before, received('parere'), waiting))).toEqual(['after-any']);
  });

  it('without a key is for a wait with one where there is no other', async () => {
    expect(tasks(await done(before, received('certificato'), waiting))).toEqual(['after-other']);
  });

  it('is refused when the dossier does not await it, under that key or any more', async () => {
    const refused = (message: string, key?: string) => problemOf(done(before, received(message, key), waiting));
    expect(await refused('altro')).toMatchObject({
      code: 'wait.not-open',
      details: { messageId: 'm1', message: 'altro' },
    });
    expect((await refused('certificato', 'b-2')).code).toBe('wait.not-open');
    const once = await done(before, received('certificato', 'a-1'), waiting);
    expect((await problemOf(done(once, received('certificato', 'a-1'), waiting))).code).toBe('wait.not-open');
  });

  it('is brought by the system alone', async () => {
    const attempt = play(before, { by: clerk, command: received('parere'), context: waiting });
    expect((await problemOf(attempt)).code).toBe('permission.denied');
  });
});

describe('a dossier that a message opens', () => {
  const command = {
    ...({ type: 'open', dossierId, procedureId: 'comincia', procedureVersion: 1, processId: 'comincia' } as const),
    ...{ bodyId: 'b', elementId: 'begun', part: 0, variables: { oggetto: 'Fumo' } },
    cause: { type: 'message', name: 'segnalazione', messageId: 'm1' } as const,
  };

  it('has no applicant, and says in its record what opened it', async () => {
    const beginning = await world('comincia', beginner, byEvents);
    const opened = await done(undefined, command, beginning);
    expect(tasks(opened)).toEqual(['review']);
    expect(opened.dossier).toMatchObject({
      parties: [],
      subject: 'Fumo',
      variables: { applicant: null, oggetto: 'Fumo', submittedOn: '2026-03-02' },
    });
    expect(opened.dossier).not.toHaveProperty('processId');
    expect(recorded(opened, 'dossier.opened')).toEqual([
      {
        procedureId: 'comincia',
        procedureVersion: 1,
        registration: 'r_emiro/2026/0000001',
        bodyId: opened.dossier.bodyId,
        officeCode: 'urp',
        elementId: 'begun',
        cause: { type: 'message', name: 'segnalazione' },
      },
    ]);
    expect(opened.last.messageSettled).toEqual({ messageId: 'm1', as: 'received' });
  });

  it('has no message to settle where it was another event', async () => {
    const beginning = await world('comincia', beginner, byEvents);
    const opened = await done(undefined, { ...command, cause: { type: 'condition' } }, beginning);
    expect(recorded(opened, 'dossier.opened')).toMatchObject([{ cause: { type: 'condition' } }]);
    expect(opened.last).not.toHaveProperty('messageSettled');
  });

  it('is opened by the system alone', async () => {
    const beginning = await world('comincia', beginner, byEvents);
    const attempt = play(undefined, { by: clerk, command, context: beginning });
    expect((await problemOf(attempt)).code).toBe('permission.denied');
  });
});
