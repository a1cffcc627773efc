import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findOwnTaskAnswers, keepTaskAnswers } from '../../../engine/store/tables/task-answers.ts';
import { anApi, submitAs, type RunningApi, type Visitor } from '../../support/api.ts';
import { asksFor } from '../../support/application.ts';
import { completeAt } from '../../support/desk.ts';

let api: RunningApi;
let giulia: Visitor;
let dossierId: string;
let taskId: string;
beforeAll(async () => {
  api = await anApi();
  giulia = await api.signIn('giulia', 'citizen');
  const operatore = await api.signIn('operatore', 'office');
  ({ dossierId } = await submitAs(
    api,
    { visitor: giulia, username: 'giulia' },
    { oggetto: 'I verbali della commissione' },
  ));
  await completeAt(operatore, dossierId, {
    esitoVerifica: 'da-precisare',
    motivoPrecisazione: 'Di quale seduta parli?',
  });
  await completeAt(operatore, dossierId, asksFor('oggetto', 'Nel 2025 ce ne sono state due'));
  const { tasks } = await giulia.call('readDossier', { params: { dossierId } });
  taskId = tasks[0]?.taskId ?? '';
});
afterAll(() => api.stop());

const oggetto = 'Il verbale della seduta del 3 marzo 2025';
const save = (visitor: Visitor, answers: Readonly<Record<string, string | null>>) =>
  visitor.call('saveCitizenTask', { params: { dossierId, taskId }, body: { answers } });
const written = async (visitor: Visitor) =>
  (await visitor.call('readCitizenTask', { params: { dossierId, taskId } })).answers;
const rows = () => api.db('task_answers').where({ taskId }).select<{ answers: object }[]>('answers');

// A story, told in its order.
describe('a correction that is not sent yet', { shuffle: false }, () => {
  it('is kept for the next device, but for what is closed', async () => {
    await save(giulia, { oggetto, email: 'altra@example.org', inventato: 'x' });
    expect(await rows()).toEqual([{ answers: { oggetto } }]);
    const another = await api.signIn('giulia', 'citizen');
    expect(await written(another)).toMatchObject({ oggetto, email: 'giulia.bianchi@example.org' });
  });

  it('keeps an answer that was taken away as taken away', async () => {
    await save(giulia, {});
    expect(await rows()).toEqual([{ answers: { oggetto: null } }]);
    expect(await written(giulia)).not.toHaveProperty('oggetto');
  });

  it('is nobody else’s to read or to write', async () => {
    const marco = await api.signIn('marco', 'citizen');
    const refused = { problem: { status: 404 } };
    await expect(written(marco)).rejects.toMatchObject(refused);
    await expect(save(marco, { oggetto: 'Altro' })).rejects.toMatchObject(refused);
  });

  it('leaves what was submitted as it was', async () => {
    await save(giulia, { oggetto });
    const { submissions } = await giulia.call('readDossier', { params: { dossierId } });
    expect(submissions).toHaveLength(1);
    expect(JSON.stringify(submissions)).not.toContain(oggetto);
  });

  it('is gone once it is sent, and cannot be kept any more', async () => {
    const answers = { ...(await written(giulia)), oggetto };
    const idempotencyKey = randomUUID();
    await giulia.call('completeCitizenTask', { params: { dossierId, taskId }, body: { answers }, idempotencyKey });
    expect(await rows()).toEqual([]);
    await expect(save(giulia, { oggetto })).rejects.toMatchObject({ problem: { code: 'task.already-completed' } });
  });
});

it('two people who write in one task go on each from their own answers', async () => {
  const [key, at] = [{ bodyId: api.bodyId, dossierId, taskId: `${dossierId}.two` }, api.now()];
  const [one, other] = [randomUUID(), randomUUID()];
  await keepTaskAnswers(api.db, { ...key, personId: one, answers: { oggetto: 'Il mio' }, at });
  await keepTaskAnswers(api.db, { ...key, personId: other, answers: { oggetto: 'Un altro' }, at });
  expect(await findOwnTaskAnswers(api.db, { ...key, personId: one })).toEqual({ oggetto: 'Il mio' });
  expect(await findOwnTaskAnswers(api.db, { ...key, personId: other })).toEqual({ oggetto: 'Un altro' });
});
