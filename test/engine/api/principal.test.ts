import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { romeDay } from '../../../engine/core/calendar.ts';
import { publish } from '../../../engine/publish.ts';
import type { Draft } from '../../../forms/contract/drafts.ts';
import { anApi, submitAs, type RunningApi, type Visitor } from '../../support/api.ts';
import { applied, smallProcedure } from '../../support/between.ts';
import { end, path, process, userTask } from '../../support/bpmn.ts';
import { openTaskOf, putUp } from '../../support/desk.ts';

let api: RunningApi;
let giulia: Visitor;
let operatore: Visitor;
let dossierId: string;

const lastDay = '2999-12-31';

beforeAll(async () => {
  api = await anApi();
  [giulia, operatore] = await Promise.all([api.signIn('giulia', 'citizen'), api.signIn('operatore', 'office')]);
  const mandate = await putUp(giulia, 'delega.pdf');
  const given = { mandateActs: ['follow', 'notices'], mandateUntil: lastDay };
  const represented = { givenName: 'Mario', familyName: 'Esposito' };
  const asked = { appliesAs: 'delegate', representedIs: 'person', represented, mandate: [mandate], ...given };
  ({ dossierId } = await submitAs(api, { visitor: giulia, username: 'giulia' }, asked));
});
afterAll(() => api.stop());

describe('a request made for somebody else', () => {
  it('stands in the queue and the list of the office under their name', async () => {
    expect(await openTaskOf(operatore, dossierId)).toMatchObject({ applicantName: 'Mario Esposito' });
    const { items } = await operatore.call('listOfficeDossiers', { query: { q: 'Esposito' } });
    expect(items).toMatchObject([{ dossierId, applicantName: 'Mario Esposito' }]);
  });

  it('tells the office who acts for them, and the record in whose name', async () => {
    const { parties, history, submissions } = await operatore.call('readOfficeDossier', { params: { dossierId } });
    expect(parties).toMatchObject([
      { role: 'applicant', name: 'Mario Esposito', through: { name: 'Giulia Bianchi', as: 'delegate' } },
    ]);
    expect(parties[0]?.through).toMatchObject({
      acts: ['present', 'follow', 'notices'],
      untilOn: lastDay,
      documents: [{ fileName: 'delega.pdf' }],
    });
    expect(submissions[0]).toMatchObject({ by: 'Giulia Bianchi', onBehalfOf: 'Mario Esposito' });
    expect(history[0]?.actor).toBe('Giulia Bianchi, per conto di Mario Esposito');
  });

  it('is found by the name of who acts for them as well', async () => {
    const { items } = await operatore.call('listOfficeDossiers', { query: { q: 'Giulia Bianchi' } });
    expect(items.map((item) => item.dossierId)).toEqual([dossierId]);
  });

  it('is among the dossiers of who acts, and says for whom', async () => {
    const { items } = await giulia.call('listDossiers', { query: {} });
    expect(items.map((item) => item.dossierId)).toEqual([dossierId]);
    expect(await giulia.call('readDossier', { params: { dossierId } })).toMatchObject({
      as: 'applicant',
      onBehalfOf: 'Mario Esposito',
      mandate: { as: 'delegate', untilOn: lastDay, documents: [{ fileName: 'delega.pdf' }] },
    });
  });
});

describe('a mandate that ends', { shuffle: false }, () => {
  const diagram = process(
    'domanda-per-altri',
    applied('s'),
    userTask('add', { name: 'Completa', form: 'nota', groups: 'applicant' }),
    end('done'),
    ...path('s', 'add', 'done'),
  );
  let mandated: string;
  let taskId: string;

  beforeAll(async () => {
    const service = { applicant: { kinds: ['delegate'] } };
    const files = smallProcedure('domanda-per-altri', diagram, { service });
    const { findings } = await publish(api.owner, files, api.now());
    expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
    const { draftId, revision } = await giulia.call('createDraft', { body: { procedureId: 'domanda-per-altri' } });
    const represented = { givenName: 'Luca', familyName: 'Neri', fiscalCode: 'NRELCU92A31H199Q' };
    const mandate = [await putUp(giulia, 'delega.pdf')];
    const mandateUntil = romeDay(api.now());
    const applying = { appliesAs: 'delegate', represented, mandate, mandateUntil, mandateActs: ['follow', 'notices'] };
    const answers = { ente: api.bodyId, oggetto: 'Prova', ...applying } as unknown as Draft['answers'];
    const saved = await giulia.call('saveDraft', { params: { draftId }, body: { revision, answers } });
    const body = { draftId, revision: saved.revision };
    ({ dossierId: mandated } = await giulia.call('createApplication', { body, idempotencyKey: v7() }));
  });

  /** What somebody finds of it in the list of their dossiers, and in it. */
  const found = async (visitor: Visitor) => {
    const { items } = await visitor.call('listDossiers', { query: {} });
    const { tasks, mandateEndedOn } = await visitor.call('readDossier', { params: { dossierId: mandated } });
    const todo = items.find((item) => item.dossierId === mandated)?.todo;
    return { todo, tasks: tasks.map(({ name }) => name), mandateEndedOn };
  };

  it('leaves the task to who has it until its last day', async () => {
    expect(await found(giulia)).toEqual({ todo: 1, tasks: ['Completa'], mandateEndedOn: undefined });
    const { tasks } = await giulia.call('readDossier', { params: { dossierId: mandated } });
    taskId = tasks[0]?.taskId ?? '';
  });

  it('takes it from list and page on the day after, and leaves it to the person', async () => {
    const lastDay = romeDay(api.now());
    api.advance({ minutes: 2 * 24 * 60 });
    giulia = await api.signIn('giulia', 'citizen');
    expect(await found(giulia)).toEqual({ todo: 0, tasks: [], mandateEndedOn: lastDay });
    const luca = await api.signIn('luca', 'citizen');
    expect(await found(luca)).toEqual({ todo: 1, tasks: ['Completa'], mandateEndedOn: undefined });
  });

  it('is why the form and the answer are refused', async () => {
    const refusal = { problem: { code: 'mandate.ended' } };
    const params = { dossierId: mandated, taskId };
    await expect(giulia.call('readCitizenTask', { params })).rejects.toMatchObject(refusal);
    const answered = giulia.call('completeCitizenTask', {
      params,
      body: { answers: { nota: 'x' } },
      idempotencyKey: v7(),
    });
    await expect(answered).rejects.toMatchObject(refusal);
  });
});
