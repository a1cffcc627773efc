import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobHandlers } from '../../../engine/jobs/tasks.ts';
import { rowsOf } from '../../../engine/store/db.ts';
import { bodyIdOf } from '../../../engine/store/seed/bodies.ts';
import { findReceiver, matchMessages } from '../../../engine/store/tables/thrown-messages.ts';
import { catchEvent, end, event, path, process, start } from '../../support/bpmn.ts';
import { applied, byEvents, deskOf, deskTask, smallProcedure, type Desk } from '../../support/between.ts';
import { aRunningIter, type RunningIter } from '../../support/harness.ts';

let iter: RunningIter;
let desk: Desk;

const asker = process(
  'chiede',
  applied('s'),
  deskTask('write'),
  event('intermediateThrowEvent', 'send', { message: 'parere', key: '= chiave' }),
  end('e'),
  ...path('s', 'write', 'send', 'e'),
);
const answerer = process(
  'aspetta',
  applied('s'),
  deskTask('prepare'),
  catchEvent('await', { message: 'parere', key: '= chiave' }),
  deskTask('read'),
  end('e'),
  ...path('s', 'prepare', 'await', 'read', 'e'),
);
const announcer = process(
  'avvisa',
  applied('s'),
  deskTask('write'),
  end('announce', { message: 'segnalazione' }),
  ...path('s', 'write', 'announce'),
);
const opened = process(
  'istruisce',
  start('s', { message: 'segnalazione' }),
  deskTask('review'),
  end('e'),
  ...path('s', 'review', 'e'),
);

const listener = process(
  'ascolta',
  applied('s'),
  deskTask('prepare'),
  catchEvent('await', { message: 'nulla osta' }),
  end('e'),
  ...path('s', 'prepare', 'await', 'e'),
);

const hearing = process(
  'ascolta-altri',
  applied('s'),
  deskTask('prepare'),
  catchEvent('await', { message: 'certificato', key: '= chiave' }),
  end('e'),
  ...path('s', 'prepare', 'await', 'e'),
);

beforeAll(async () => {
  iter = await aRunningIter({ files: smallProcedure('chiede', asker) });
  desk = deskOf(iter);
  await desk.published(
    smallProcedure('aspetta', answerer),
    smallProcedure('ascolta', listener),
    smallProcedure('ascolta-altri', hearing, { service: { messagesFromOtherBodies: ['certificato'] } }),
    smallProcedure('avvisa', announcer),
    smallProcedure('istruisce', opened, { service: byEvents }),
  );
});
afterAll(() => iter.stop());

/** A dossier that throws a message with that key and whose jobs are done. */
async function thrown(chiave: string): Promise<string> {
  const dossierId = await desk.apply('chiede', { chiave });
  await desk.complete(dossierId, 'write');
  await iter.drainJobs();
  return dossierId;
}

async function awaiting(chiave: string): Promise<string> {
  const dossierId = await desk.apply('aspetta', { chiave });
  await desk.complete(dossierId, 'prepare');
  return dossierId;
}

async function messageOf(dossierId: string) {
  const [row] = await rowsOf<{ messageId: string; state: string; payload: unknown }>(
    iter.deps.db,
    'SELECT message_id AS "messageId", state, payload FROM thrown_messages WHERE dossier_id = :dossierId',
    { dossierId },
  );
  return row;
}

it('a message goes to the dossier with its key', async () => {
  const [right, wrong] = [await awaiting('a-1'), await awaiting('a-2')];
  const source = await thrown('a-1');
  expect([await desk.tasks(right), await desk.tasks(wrong)]).toEqual([['read'], []]);
  expect(await messageOf(source)).toMatchObject({ state: 'received', payload: {} });
});

describe('a message of another body', () => {
  const sent = { messageId: 'm', payload: {}, dossierId: null };
  const elsewhere = bodyIdOf('c_f257');
  const receiver = (message: string, correlationKey: string | null, bodyId: string) =>
    findReceiver(iter.deps.db, { ...sent, message, correlationKey, bodyId }, []);
  const prepared = async (procedureId: string, answers: { chiave?: string } = {}) => {
    const dossierId = await desk.apply(procedureId, answers);
    await desk.complete(dossierId, 'prepare');
    return dossierId;
  };

  it('does not reach a wait, with its key or without one', async () => {
    const [keyed, open] = [await prepared('aspetta', { chiave: 'k-1' }), await prepared('ascolta')];
    expect(await receiver('parere', 'k-1', elsewhere)).toBeUndefined();
    expect(await receiver('nulla osta', 'k', elsewhere)).toBeUndefined();
    expect(await receiver('parere', 'k-1', iter.bodyId)).toBe(keyed);
    expect(await receiver('nulla osta', 'k', iter.bodyId)).toBe(open);
  });

  it('reaches one with its key where the card of the procedure names it', async () => {
    const dossierId = await prepared('ascolta-altri', { chiave: 'k-2' });
    expect(await receiver('certificato', 'k-2', elsewhere)).toBe(dossierId);
    expect(await receiver('certificato', 'k-3', elsewhere)).toBeUndefined();
    expect(await receiver('certificato', null, elsewhere)).toBeUndefined();
  });

  it('that was there first reaches it as well, when it begins to wait', async () => {
    const throwIn = (messageId: string, correlationKey: string) =>
      rowsOf(
        iter.deps.db,
        `INSERT INTO thrown_messages (message_id, dossier_id, body_id, name, correlation_key, payload, thrown_at,
           expires_at, state)
         VALUES (:messageId, NULL, CAST(:elsewhere AS uuid), 'certificato', :correlationKey, '{}', now(),
           now() + interval '1 day', 'waiting')`,
        { messageId, elsewhere, correlationKey },
      );
    await throwIn('m-4', 'k-4');
    await prepared('ascolta-altri', { chiave: 'k-4' });
    await iter.drainJobs();
    const [row] = await rowsOf<{ state: string }>(
      iter.deps.db,
      `SELECT state FROM thrown_messages WHERE message_id = 'm-4'`,
    );
    expect(row?.state).toBe('received');
  });
});

it('of two dossiers that await a message one gets it', async () => {
  const [older, younger] = [await awaiting('b'), await awaiting('b')];
  await thrown('b');
  expect([await desk.tasks(older), await desk.tasks(younger)]).toEqual([['read'], []]);
});

it('a message that nobody awaits is kept for later', async () => {
  const source = await thrown('c');
  expect(await messageOf(source)).toMatchObject({ state: 'waiting' });
  const late = await awaiting('c');
  await iter.drainJobs();
  expect(await desk.tasks(late)).toEqual(['read']);
  expect(await messageOf(source)).toMatchObject({ state: 'received' });
});

it('a delivery done again is received once', async () => {
  const source = await thrown('d');
  const { messageId } = (await messageOf(source)) ?? {};
  const [one, other] = [await awaiting('d'), await awaiting('d')];
  await Promise.all([1, 2, 3].map(() => jobHandlers['deliver-message']({ messageId }, iter.deps)));
  await iter.drainJobs();
  expect([await desk.tasks(one), await desk.tasks(other)]).toEqual([['read'], []]);
  expect(await desk.events(one, 'message.received')).toHaveLength(1);
});

it('a wait and a message that missed each other meet', async () => {
  const source = await thrown('e');
  const waiting = await awaiting('e');
  await rowsOf(iter.deps.db, `DELETE FROM graphile_worker._private_jobs WHERE key LIKE 'message:%'`);
  expect(await matchMessages(iter.deps.db, iter.now())).toBe(1);
  await iter.drainJobs();
  expect(await desk.tasks(waiting)).toEqual(['read']);
  expect(await messageOf(source)).toMatchObject({ state: 'received' });
});

it('a message that begins a procedure opens one dossier, registered as internal', async () => {
  const dossierId = await desk.apply('avvisa');
  await desk.complete(dossierId, 'write');
  await iter.drainJobs();
  const { messageId } = (await messageOf(dossierId)) ?? {};
  await jobHandlers['deliver-message']({ messageId }, iter.deps);
  await iter.drainJobs();
  const dossiers = await desk.dossiersOf('istruisce');
  expect(dossiers.map(({ tasks }) => tasks.map(({ elementId }) => elementId))).toEqual([['review']]);
  const [opening] = await desk.events(dossiers[0]?.dossierId ?? '', 'dossier.opened');
  expect(opening?.data).toMatchObject({ cause: { type: 'message', name: 'segnalazione' }, elementId: 's' });
  expect(await messageOf(dossierId)).toMatchObject({ state: 'received' });
  const rows = await rowsOf(
    iter.deps.db,
    'SELECT direction, subject FROM registrations WHERE registration = :registration',
    { registration: dossiers[0]?.registration ?? '' },
  );
  expect(rows).toEqual([{ direction: 'internal', subject: 'Accesso agli atti' }]);
});

it('a kept message begins a procedure published later', async () => {
  const source = await thrown('late');
  const receiving = (id: string) => {
    const diagram = process(
      id,
      start('s', { message: 'parere' }),
      deskTask('review'),
      end('e'),
      ...path('s', 'review', 'e'),
    );
    return smallProcedure(id, diagram, { service: byEvents });
  };
  await desk.published(receiving('riceve'));
  await iter.drainJobs();
  expect(await desk.dossiersOf('riceve')).toHaveLength(1);
  expect(await messageOf(source)).toMatchObject({ state: 'received' });
  await desk.published(
    smallProcedure('riceve', receiving('riceve').files['procedure.bpmn'] ?? '', {
      service: { ...byEvents, status: 'suspended' },
    }),
  );
});

it('a message that reached nobody in time is told', async () => {
  const source = await thrown('never');
  expect(await matchMessages(iter.deps.db, iter.now())).toBe(0);
  await iter.advanceTo('2026-04-02T08:00:00.000Z');
  expect(await matchMessages(iter.deps.db, iter.now())).toBe(1);
  await iter.drainJobs();
  expect(await desk.events(source, 'message.undelivered')).toHaveLength(1);
  expect(await messageOf(source)).toMatchObject({ state: 'undelivered' });
  const late = await awaiting('never');
  await iter.drainJobs();
  expect(await desk.tasks(late)).toEqual([]);
});
