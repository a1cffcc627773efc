import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anApi, submitAs, type RunningApi, type Visitor } from '../support/api.ts';
import { jobsOf } from '../support/api-jobs.ts';
import { completeAt, openTaskOf } from '../support/desk.ts';

/** Paola of the office, named as somebody whom the documents speak of. */
const paola = { nome: 'Paola', cognome: 'Conti', codiceFiscale: 'CNTPLA76H55A944N', email: 'paola.conti@example.org' };

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
  await completeAt(operatore, dossierId, { esitoVerifica: 'regolare' });
  const found = { documentiIndividuati: 'Verbale n. 3 del 2025', presenzaControinteressati: 'si' };
  // She names herself: the task is completed, and from then on she reads nothing more.
  await expect(completeAt(operatore, dossierId, { ...found, controinteressati: [paola] })).rejects.toMatchObject({
    problem: { code: 'dossier.own' },
  });
  await jobsOf(api).passDays(11);
  [operatore, dirigente] = await Promise.all([api.signIn('operatore', 'office'), api.signIn('dirigente', 'office')]);
  ({ taskId } = await openTaskOf(dirigente, dossierId));
});
afterAll(() => api.stop());

const claimBy = (visitor: Visitor) =>
  visitor.send('POST', `/api/v1/tasks/${encodeURIComponent(taskId)}/claim`, {
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: '{}',
  });

const idsOf = async (page: Promise<{ readonly items: readonly { readonly dossierId: string }[] }>) =>
  (await page).items.map((item) => item.dossierId);

const refusals = async () => {
  const { history } = await dirigente.call('readOfficeDossier', { params: { dossierId } });
  return history.filter(({ type }) => type === 'task.refused');
};

// A story, told in its order.
describe('who is a party of a dossier', { shuffle: false }, () => {
  it('is not given its tasks, and is told why', async () => {
    expect(await claimBy(operatore)).toMatchObject({
      status: 403,
      body: { code: 'task.own-dossier', title: 'Non puoi lavorare una pratica di cui sei parte' },
    });
  });

  it('is not offered them either, nor told there whose request it is and what for', async () => {
    const nothing = { ownDossier: true, applicantName: '', subject: '' };
    expect(await openTaskOf(operatore, dossierId)).toMatchObject({ taskId, ...nothing });
    expect(await openTaskOf(dirigente, dossierId)).toMatchObject({
      ownDossier: false,
      applicantName: 'Giulia Bianchi',
      subject: expect.stringContaining('verbali'),
    });
    const { items } = await operatore.call('listOfficeDossiers', { query: { limit: 100 } });
    expect(items.find((one) => one.dossierId === dossierId)).toMatchObject(nothing);
  });

  it('does not find it at the desk by what is in it', async () => {
    for (const q of ['verbali', 'Bianchi', 'verbbali']) {
      const query = { q, limit: 100 };
      expect(await idsOf(dirigente.call('listOfficeDossiers', { query })), q).toContain(dossierId);
      expect(await idsOf(dirigente.call('listTasks', { query })), q).toContain(dossierId);
      expect(await idsOf(operatore.call('listOfficeDossiers', { query })), q).not.toContain(dossierId);
      expect(await idsOf(operatore.call('listTasks', { query })), q).not.toContain(dossierId);
    }
    const { total } = await operatore.call('listOfficeDossiers', { query: { q: 'verbali', limit: 100 } });
    expect(total).toEqual({ count: 0 });
  });

  it('reads nothing of it at the desk, and is sent to the portal', async () => {
    const { documents } = await dirigente.call('readOfficeDossier', { params: { dossierId } });
    const documentId = documents.find(({ kind }) => kind === 'receipt')?.documentId ?? '';
    for (const path of [
      `/office/dossiers/${dossierId}`,
      `/office/dossiers/${dossierId}/diagram`,
      `/dossiers/${dossierId}/record-check?audience=office`,
      `/dossiers/${dossierId}/documents/${documentId}?audience=office`,
      `/tasks/${encodeURIComponent(taskId)}`,
    ]) {
      expect(await operatore.send('GET', `/api/v1${path}`), path).toMatchObject({
        status: 403,
        body: { code: 'dossier.own', details: { dossierId } },
      });
    }
  });

  it('is on record once for having wanted to read', async () => {
    await operatore.send('GET', `/api/v1/office/dossiers/${dossierId}`);
    await operatore.send('GET', `/api/v1/tasks/${encodeURIComponent(taskId)}`);
    const { history } = await dirigente.call('readOfficeDossier', { params: { dossierId } });
    expect(history.filter(({ type }) => type === 'reading.refused')).toEqual([
      expect.objectContaining({
        title: 'Lettura negata a chi è parte della pratica',
        data: { reason: 'is-a-party', personId: expect.any(String), personName: 'Paola Conti' },
      }),
    ]);
  });

  it('is on record once for having asked', async () => {
    await claimBy(operatore);
    await claimBy(operatore);
    expect(await refusals()).toEqual([
      expect.objectContaining({
        title: 'Negata a chi è parte della pratica: Decidi sulla richiesta',
        data: expect.objectContaining({ reason: 'is-a-party', personName: 'Paola Conti' }),
      }),
    ]);
  });

  it('gives back what they had in hand, for a colleague', async () => {
    await dirigente.call('claimTask', { params: { taskId }, idempotencyKey: randomUUID() });
    await dirigente.call('releaseTask', { params: { taskId }, idempotencyKey: randomUUID() });
    await holdBy('operatore');
    const complete = await operatore.send('POST', `/api/v1/tasks/${encodeURIComponent(taskId)}/completion`, {
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({ answers: { esito: 'accolta' } }),
    });
    expect(complete).toMatchObject({ status: 403, body: { code: 'task.own-dossier' } });
    const { task, may } = await dirigente.call('readTask', { params: { taskId } });
    expect(task).toMatchObject({ mine: false, ownDossier: false });
    expect(task.claimedBy).toBeUndefined();
    expect(may.claim).toBe(true);
  });

  it('works them when the server does not know that they are', async () => {
    await api.db.raw(
      `UPDATE dossiers SET party_ids = '{}', party_fiscal_codes = '{}',
              snapshot = jsonb_set(snapshot, '{parties}', jsonb_build_array(snapshot -> 'parties' -> 0))
        WHERE dossier_id = ?`,
      [dossierId],
    );
    expect(await claimBy(operatore)).toMatchObject({ status: 200 });
  });
});

/** The task in somebody's hands, as it is when they become a party only afterwards. */
async function holdBy(username: string): Promise<void> {
  await api.db.raw(
    `WITH who AS (SELECT person_id, given_name || ' ' || family_name AS name FROM people WHERE subject = ?)
     UPDATE dossiers SET snapshot = jsonb_set(snapshot, '{tasks,0,claimedBy}',
              (SELECT jsonb_build_object('personId', person_id, 'name', name, 'at', '2026-03-02T09:00:00.000Z') FROM who))
      WHERE dossier_id = ?`,
    [username, dossierId],
  );
}
