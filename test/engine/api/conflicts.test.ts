import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anApi, submitAs, type RunningApi, type Visitor } from '../../support/api.ts';
import { completeAt, openTaskOf } from '../../support/desk.ts';

let api: RunningApi;
let operatore: Visitor;
let dirigente: Visitor;
let dossierId: string;
let taskId: string;

beforeAll(async () => {
  api = await anApi();
  const giulia = await api.signIn('giulia', 'citizen');
  [operatore, dirigente] = await Promise.all([api.signIn('operatore', 'office'), api.signIn('dirigente', 'office')]);
  ({ dossierId } = await submitAs(api, { visitor: giulia, username: 'giulia' }));
  // The next task is for an office of which both are.
  await completeAt(operatore, dossierId, { esitoVerifica: 'regolare' });
  ({ taskId } = await openTaskOf(operatore, dossierId));
  await operatore.call('claimTask', { params: { taskId }, idempotencyKey: randomUUID() });
});
afterAll(() => api.stop());

const declare = (visitor: Visitor, reason: string) =>
  visitor.call('declareConflict', { params: { dossierId }, body: { reason }, idempotencyKey: randomUUID() });

const personIdOf = async (visitor: Visitor) =>
  (await visitor.call('readSession', { query: { audience: 'office' } })).person?.personId ?? '';

const assess = async (decision: 'confirmed' | 'lifted') =>
  dirigente.call('assessConflict', {
    params: { dossierId, personId: await personIdOf(operatore) },
    body: { decision, reason: 'Parentela oltre il quarto grado' },
    idempotencyKey: randomUUID(),
  });

const claimBy = (visitor: Visitor) => visitor.call('claimTask', { params: { taskId }, idempotencyKey: randomUUID() });

// A story, told in its order.
describe('a conflict of interest', { shuffle: false }, () => {
  it('needs a reason', async () => {
    await expect(declare(operatore, ' ')).rejects.toMatchObject({ problem: { status: 400 } });
  });

  it('takes the task from who declares it, and says so', async () => {
    expect(await operatore.call('readOfficeDossier', { params: { dossierId } })).toMatchObject({
      conflicts: [],
      mayDeclareConflict: true,
    });
    expect(await declare(operatore, 'È mia cugina')).toMatchObject({
      conflicts: [{ name: 'Paola Conti', reason: 'È mia cugina', mine: true, mayAssess: false }],
      mayDeclareConflict: false,
    });
    expect(await openTaskOf(operatore, dossierId)).toMatchObject({ declaredConflict: true, mine: false });
    const { task, may } = await operatore.call('readTask', { params: { taskId } });
    expect(task).toMatchObject({ declaredConflict: true, ownDossier: false });
    expect(may).toEqual({ claim: false, release: false, complete: false });
  });

  it('leaves it to colleagues in the queue', async () => {
    const task = await openTaskOf(dirigente, dossierId);
    expect(task).toMatchObject({ taskId, declaredConflict: false });
    expect(task.claimedBy).toBeUndefined();
  });

  it('is why the door refuses the task', async () => {
    await expect(claimBy(operatore)).rejects.toMatchObject({ problem: { code: 'task.conflict' } });
  });

  it('is in the record in words, with the reason', async () => {
    const { history } = await dirigente.call('readOfficeDossier', { params: { dossierId } });
    expect(history.filter(({ type }) => type === 'conflict.declared')).toMatchObject([
      { title: 'Conflitto di interessi dichiarato da Paola Conti', text: 'Perché: È mia cugina' },
    ]);
  });

  it('is confirmed, then lifted by the manager of the office, after which the task is theirs to take', async () => {
    const { conflicts } = await dirigente.call('readOfficeDossier', { params: { dossierId } });
    expect(conflicts).toMatchObject([{ mine: false, mayAssess: true }]);
    expect((await assess('confirmed')).conflicts).toMatchObject([{ confirmed: { name: 'Carlo Fabbri' } }]);
    expect(await assess('lifted')).toMatchObject({ conflicts: [] });
    expect(await openTaskOf(operatore, dossierId)).toMatchObject({ declaredConflict: false });
    expect((await claimBy(operatore)).task).toMatchObject({ mine: true });
  });

  it('that is not there is not decided on', async () => {
    await expect(assess('lifted')).rejects.toMatchObject({ problem: { code: 'conflict.not-found', status: 404 } });
  });
});
