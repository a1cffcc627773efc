import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Draft } from '../../../forms/contract/drafts.ts';
import { anApi, submitAs, type RunningApi, type Visitor } from '../../support/api.ts';

let api: RunningApi;
let giulia: Visitor;
let marco: Visitor;
let operatore: Visitor;
let rpct: Visitor;
let auditor: Visitor;

beforeAll(async () => {
  api = await anApi();
  [giulia, marco, operatore, rpct, auditor] = await Promise.all([
    api.signIn('giulia', 'citizen'),
    api.signIn('marco', 'citizen'),
    api.signIn('operatore', 'office'),
    api.signIn('rpct', 'office'),
    api.signIn('auditor', 'office'),
  ]);
});
afterAll(() => api.stop());

const json = { 'content-type': 'application/json' };
const keyed = () => ({ ...json, 'idempotency-key': randomUUID() });

const taskOf = async (dossierId: string) => {
  const { items } = await operatore.call('listTasks', { query: { limit: 100 } });
  const task = items.find((one) => one.dossierId === dossierId);
  if (task === undefined) throw new Error(`No open task of ${dossierId} in the queue`);
  return task;
};

const complete = async (dossierId: string, answers: Draft['answers']) => {
  const { taskId } = await taskOf(dossierId);
  await operatore.call('claimTask', { params: { taskId }, idempotencyKey: randomUUID() });
  return operatore.call('completeTask', { params: { taskId }, body: { answers }, idempotencyKey: randomUUID() });
};

describe('an application', () => {
  it('is answered with its registration and its last day', async () => {
    const receipt = await submitAs(api, { visitor: giulia, username: 'giulia' });
    expect(receipt).toMatchObject({
      registration: expect.stringMatching(/^r_emiro\/\d{4}\/\d{7}$/),
      bodyName: expect.stringContaining('Emilia-Romagna'),
      email: 'giulia.bianchi@example.org',
      deadlineOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
  });

  it('sent twice with one key is one', async () => {
    const draft = await giulia.call('createDraft', { body: { procedureId: 'accesso-agli-atti' } });
    const saved = await api.fillDraft({ visitor: giulia, username: 'giulia' }, draft);
    const body = { draftId: draft.draftId, revision: saved.revision };
    const idempotencyKey = randomUUID();
    const receipts = await Promise.all([1, 2, 3].map(() => giulia.call('createApplication', { body, idempotencyKey })));
    expect(new Set(receipts.map(({ registration }) => registration)).size).toBe(1);
    const again = await giulia.send('POST', '/api/v1/applications', { headers: keyed(), body: JSON.stringify(body) });
    expect(again).toMatchObject({ status: 409, body: { code: 'draft.already-submitted' } });
  });

  it('of an older revision is refused', async () => {
    const draft = await marco.call('createDraft', { body: { procedureId: 'accesso-agli-atti' } });
    await api.fillDraft({ visitor: marco, username: 'marco' }, draft);
    const body = JSON.stringify({ draftId: draft.draftId, revision: draft.revision });
    expect(await marco.send('POST', '/api/v1/applications', { headers: keyed(), body })).toMatchObject({
      status: 409,
      body: { code: 'draft.changed-elsewhere' },
    });
  });
});

describe('a dossier goes its way', () => {
  it('from the application to the final act', async () => {
    const { dossierId } = await submitAs(api, { visitor: giulia, username: 'giulia' });
    const before = await giulia.call('readDossier', { params: { dossierId } });
    expect(before).toMatchObject({
      as: 'applicant',
      milestone: { code: 'in-verifica' },
      record: { events: expect.any(Number) },
    });
    expect(before.acts.map(({ elementId }) => elementId)).toContain('withdrawal');
    expect(before.timeline[0]?.title).toBe('Hai inviato la richiesta');
    expect(before.terms[0]).toMatchObject({ main: true, state: 'running', days: 30 });

    const { taskId } = await taskOf(dossierId);
    const detail = await operatore.call('readTask', { params: { taskId } });
    expect(detail).toMatchObject({ may: { claim: true, release: false, complete: false }, task: { mine: false } });
    expect(detail.toFill.form?.id).toBe('verifica');
    const claimed = await operatore.call('claimTask', { params: { taskId }, idempotencyKey: randomUUID() });
    expect(claimed).toMatchObject({ may: { claim: false, release: true, complete: true }, task: { mine: true } });
    await operatore.call('saveTask', { params: { taskId }, body: { answers: { esitoVerifica: 'irricevibile' } } });
    expect((await operatore.call('readTask', { params: { taskId } })).toFill.answers).toMatchObject({
      esitoVerifica: 'irricevibile',
    });

    const answers = { esitoVerifica: 'regolare' };
    await operatore.call('completeTask', { params: { taskId }, body: { answers }, idempotencyKey: randomUUID() });
    await complete(dossierId, { documentiIndividuati: 'Verbali n. 1 e 2', presenzaControinteressati: 'no' });
    const decided = await complete(dossierId, { esito: 'accoglimento' }).catch((error: unknown) => error);
    expect(decided).toBeDefined();
    const check = await auditor.call('checkRecord', { params: { dossierId }, query: { audience: 'office' } });
    expect(check).toMatchObject({ intact: true });
  });

  it('and unfinished answers are shown to who wrote them and to who works the task', async () => {
    const { dossierId } = await submitAs(api, { visitor: giulia, username: 'giulia' });
    await complete(dossierId, { esitoVerifica: 'regolare' });
    const { taskId } = await taskOf(dossierId);
    const dirigente = await api.signIn('dirigente', 'office');
    const params = { taskId };
    const shownTo = async (reader: Visitor) => (await reader.call('readTask', { params })).toFill.answers;
    const written = { documentiIndividuati: 'Verbale n. 3' };
    await operatore.call('claimTask', { params, idempotencyKey: randomUUID() });
    await operatore.call('saveTask', { params, body: { answers: written } });
    expect(await shownTo(operatore)).toMatchObject(written);
    expect(await shownTo(dirigente)).not.toMatchObject(written);
    expect(await shownTo(auditor)).not.toMatchObject(written);
    await operatore.call('releaseTask', { params, idempotencyKey: randomUUID() });
    expect(await shownTo(operatore)).toMatchObject(written);
    await dirigente.call('claimTask', { params, idempotencyKey: randomUUID() });
    expect(await shownTo(dirigente)).toMatchObject(written);
  });

  it('and its diagram says where it stands', async () => {
    const { dossierId } = await submitAs(api, { visitor: giulia, username: 'giulia' });
    const diagram = await operatore.call('readDiagram', { params: { dossierId } });
    expect(diagram.xml).toContain('<bpmn:process');
    expect(diagram.activeElementIds).toContain('check-request');
    expect(diagram.completedElementIds).not.toContain('check-request');
  });

  it('with a receipt in PDF for who applied', async () => {
    const { dossierId } = await submitAs(api, { visitor: giulia, username: 'giulia' });
    const { status, headers, bytes } = await giulia.download(`/api/v1/dossiers/${dossierId}/receipt`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-disposition')).toMatch(/^attachment/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toContain('no-store');
    expect(Buffer.from(bytes).subarray(0, 5).toString()).toBe('%PDF-');
  });
});

describe('a task', () => {
  it('completed twice is refused the second time', async () => {
    const { dossierId } = await submitAs(api, { visitor: giulia, username: 'giulia' });
    const { taskId } = await taskOf(dossierId);
    await complete(dossierId, { esitoVerifica: 'regolare' });
    const body = JSON.stringify({ answers: { esitoVerifica: 'regolare' } });
    expect(
      await operatore.send('POST', `/api/v1/tasks/${taskId}/completion`, { headers: keyed(), body }),
    ).toMatchObject({
      status: 409,
      body: { code: 'task.already-completed' },
    });
  });

  it('is completed only by who has it in hand', async () => {
    const { dossierId } = await submitAs(api, { visitor: giulia, username: 'giulia' });
    const { taskId } = await taskOf(dossierId);
    const body = JSON.stringify({ answers: { esitoVerifica: 'regolare' } });
    const path = `/api/v1/tasks/${taskId}/completion`;
    expect(await operatore.send('POST', path, { headers: keyed(), body })).toMatchObject({
      status: 409,
      body: { code: 'task.not-claimed' },
    });
    const dirigente = await api.signIn('dirigente', 'office');
    for (const stranger of [dirigente, rpct, auditor]) {
      expect((await stranger.send('POST', path, { headers: keyed(), body })).status).toBeGreaterThanOrEqual(403);
    }
    expect((await giulia.send('POST', path, { headers: keyed(), body })).status).toBe(401);
  });

  it('with answers that are wrong stays open', async () => {
    const { dossierId } = await submitAs(api, { visitor: giulia, username: 'giulia' });
    const { taskId } = await taskOf(dossierId);
    await operatore.call('claimTask', { params: { taskId }, idempotencyKey: randomUUID() });
    const body = JSON.stringify({ answers: { esitoVerifica: 'forse' } });
    const refusal = await operatore.send('POST', `/api/v1/tasks/${taskId}/completion`, { headers: keyed(), body });
    expect(refusal).toMatchObject({
      status: 422,
      body: { code: 'answers.invalid', issues: [{ path: 'esitoVerifica' }] },
    });
    expect((await taskOf(dossierId)).taskId).toBe(taskId);
  });

  it('that never was is not there', async () => {
    expect(await operatore.send('GET', `/api/v1/tasks/${randomUUID()}.1`)).toMatchObject({
      status: 404,
      body: { code: 'task.not-found' },
    });
  });
});

describe('what is not one’s own is not there', () => {
  it('for another citizen', async () => {
    const { dossierId } = await submitAs(api, { visitor: giulia, username: 'giulia' });
    for (const path of ['', '/receipt', '/record-check', '/documents/x']) {
      const refusal = await marco.send('GET', `/api/v1/dossiers/${dossierId}${path}`);
      expect(refusal, path).toMatchObject({ status: 404, body: { code: 'dossier.not-found' } });
    }
    const { items } = await marco.call('listDossiers', { query: {} });
    expect(items.map((one) => one.dossierId)).not.toContain(dossierId);
    const withdrawal = await marco.send('POST', `/api/v1/dossiers/${dossierId}/acts/withdrawal`, {
      headers: keyed(),
      body: '{"answers":{}}',
    });
    expect(withdrawal.status).toBeGreaterThanOrEqual(403);
  });

  it('for an office that takes no part', async () => {
    const { dossierId } = await submitAs(api, { visitor: giulia, username: 'giulia' });
    const { taskId } = await taskOf(dossierId);
    expect(await rpct.send('GET', `/api/v1/office/dossiers/${dossierId}`)).toMatchObject({ status: 404 });
    expect(await rpct.send('GET', `/api/v1/tasks/${taskId}`)).toMatchObject({
      status: 404,
      body: { code: 'task.not-found' },
    });
    expect((await rpct.call('listTasks', { query: {} })).items.map((one) => one.dossierId)).not.toContain(dossierId);
    expect((await rpct.call('listOfficeDossiers', { query: {} })).items.map((one) => one.dossierId)).not.toContain(
      dossierId,
    );
  });

  it('for whoever is not signed in', async () => {
    const { dossierId } = await submitAs(api, { visitor: giulia, username: 'giulia' });
    for (const path of [
      `/dossiers/${dossierId}`,
      '/dossiers',
      '/drafts',
      '/tasks',
      `/office/dossiers/${dossierId}`,
      '/development/mails',
    ]) {
      expect(await api.visitor().send('GET', `/api/v1${path}`)).toMatchObject({
        status: 401,
        body: { code: 'session.required' },
      });
    }
  });

  it('for an auditor is readable, and only that', async () => {
    const { dossierId } = await submitAs(api, { visitor: giulia, username: 'giulia' });
    const { taskId } = await taskOf(dossierId);
    expect((await auditor.call('readOfficeDossier', { params: { dossierId } })).dossierId).toBe(dossierId);
    expect((await auditor.call('listTasks', { query: {} })).items).toEqual([]);
    const claim = await auditor.send('POST', `/api/v1/tasks/${taskId}/claim`, {
      headers: { 'idempotency-key': randomUUID() },
    });
    expect(claim).toMatchObject({ status: 403, body: { code: 'permission.denied' } });
  });

  it('and every reading by an office is noted', async () => {
    const { dossierId } = await submitAs(api, { visitor: giulia, username: 'giulia' });
    await auditor.call('readOfficeDossier', { params: { dossierId } });
    await giulia.call('readDossier', { params: { dossierId } });
    const reads = await api.db('dossier_reads').where({ dossier_id: dossierId });
    expect(reads).toEqual([expect.objectContaining({ what: 'dossier' })]);
  });
});

describe('a third party', () => {
  it('sees the dossier, but not what the applicant answered', async () => {
    const { dossierId } = await submitAs(
      api,
      { visitor: giulia, username: 'giulia' },
      { tipo: 'civico-generalizzato', contieneDatiPersonali: 'si' },
    );
    await complete(dossierId, { esitoVerifica: 'regolare' });
    const verdi = {
      nome: 'Marco',
      cognome: 'Verdi',
      codiceFiscale: 'VRDMRC79S23F257F',
      email: 'marco.verdi@example.org',
    };
    await complete(dossierId, {
      documentiIndividuati: 'Contratti n. 12 e 13 del 2025',
      presenzaControinteressati: 'si',
      controinteressati: [verdi],
    });
    const seen = await marco.call('readDossier', { params: { dossierId } });
    expect(seen).toMatchObject({ as: 'third-party', submissions: [], acts: [], todo: 1 });
    expect(JSON.stringify(seen)).not.toMatch(/BNCGLI85D50A944D|giulia\.bianchi|Contratti n\. 12/);
    expect(await marco.send('GET', `/api/v1/dossiers/${dossierId}/receipt`)).toMatchObject({ status: 404 });
    const taskId = seen.tasks[0]?.taskId ?? '';
    const { form, answers } = await marco.call('readCitizenTask', { params: { dossierId, taskId } });
    expect(form?.id).toBe('opposizione');
    expect(JSON.stringify(answers)).not.toContain('Bianchi');
    expect(await giulia.send('GET', `/api/v1/dossiers/${dossierId}/tasks/${taskId}`)).toMatchObject({ status: 404 });
  });
});
