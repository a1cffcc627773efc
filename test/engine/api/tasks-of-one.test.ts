import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publish } from '../../../engine/publish.ts';
import { rowsOf } from '../../../engine/store/db.ts';
import type { Draft } from '../../../forms/contract/drafts.ts';
import { anApi, type RunningApi, type Visitor } from '../../support/api.ts';
import { applied, smallProcedure } from '../../support/between.ts';
import { end, forEach, path, process, userTask } from '../../support/bpmn.ts';
import { marked } from '../../support/part.ts';

/** Paola of the office gives a score, and so does somebody who does not work there. */
const evaluators = [
  { nome: 'Paola', cognome: 'Conti', codiceFiscale: 'CNTPLA76H55A944N' },
  { nome: 'Luca', cognome: 'Neri', codiceFiscale: 'NRELCU92A31H199Q' },
];

const diagram = process(
  'punteggi',
  applied('s'),
  forEach(
    'persona',
    `= ${JSON.stringify(evaluators)}`,
    marked(
      userTask('score', { name: 'Valuta', form: 'nota', groups: 'documenti' }),
      '<iter:each person="= persona"/><iter:gathered into="punteggi"/>',
    ),
  ),
  end('done'),
  ...path('s', 'score', 'done'),
);

let api: RunningApi;
let operatore: Visitor;
let dirigente: Visitor;
let dossierId: string;

beforeAll(async () => {
  api = await anApi();
  const { findings } = await publish(api.owner, smallProcedure('punteggi', diagram), api.now());
  expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
  const giulia = await api.signIn('giulia', 'citizen');
  [operatore, dirigente] = await Promise.all([api.signIn('operatore', 'office'), api.signIn('dirigente', 'office')]);
  const { draftId, revision } = await giulia.call('createDraft', { body: { procedureId: 'punteggi' } });
  const answers: Draft['answers'] = { ente: api.bodyId, oggetto: 'Contributo per gli scavi' };
  const saved = await giulia.call('saveDraft', { params: { draftId }, body: { revision, answers } });
  const body = { draftId, revision: saved.revision };
  ({ dossierId } = await giulia.call('createApplication', { body, idempotencyKey: v7() }));
});
afterAll(() => api.stop());

const about = async (visitor: Visitor, query: Record<string, string> = {}) => {
  const { items, totals } = await visitor.call('listTasks', {
    query: { limit: 100, procedureId: 'punteggi', ...query },
  });
  return { about: items.map((task) => task.about), totals };
};

/** The open tasks of the dossier; no queue shows both. */
const openTasks = () =>
  rowsOf<{ readonly taskId: string; readonly about: string }>(
    api.db,
    'SELECT task_id AS "taskId", about FROM tasks WHERE dossier_id = :dossierId ORDER BY task_id',
    { dossierId },
  );

const counts = (all: number, mine: number, free: number) => ({
  all: { count: all },
  mine: { count: mine },
  free: { count: free },
});

// A story, told in its order.
describe('a task of one person of the office', { shuffle: false }, () => {
  it('is in their queue and in nobody else’s, manager or not', async () => {
    expect(await about(operatore)).toEqual({ about: ['Paola Conti'], totals: counts(1, 0, 1) });
    expect(await about(dirigente)).toEqual({ about: [], totals: counts(0, 0, 0) });
  });

  it.each<Record<string, string>>([{ sort: 'opened' }, { show: 'free' }, { q: 'scavi' }, { q: 'scavi', show: 'free' }])(
    'is so however the queue is asked for: %j',
    async (query) => {
      expect((await about(operatore, query)).about).toEqual(['Paola Conti']);
      expect((await about(dirigente, query)).about).toEqual([]);
    },
  );

  it('is refused to a colleague who asks for it, and to its own person for another’s', async () => {
    const [mine, theirs] = await openTasks();
    expect([mine?.about, theirs?.about]).toEqual(['Paola Conti', 'Luca Neri']);
    const claim = (visitor: Visitor, taskId = '') =>
      visitor.call('claimTask', { params: { taskId }, idempotencyKey: v7() });
    const refusal = { problem: { code: 'permission.denied', details: { reason: 'for-another' } } };
    await expect(claim(dirigente, mine?.taskId)).rejects.toMatchObject(refusal);
    await expect(claim(operatore, theirs?.taskId)).rejects.toMatchObject(refusal);
    expect((await claim(operatore, mine?.taskId)).task).toMatchObject({ mine: true, about: 'Paola Conti' });
  });

  it('stays theirs in hand', async () => {
    expect(await about(operatore, { show: 'mine' })).toEqual({
      about: ['Paola Conti'],
      totals: counts(1, 1, 0),
    });
    expect((await about(operatore, { q: 'scavi', show: 'mine' })).about).toEqual(['Paola Conti']);
  });
});
