import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsOf } from '../../../engine/store/db.ts';
import { bodyIdOf } from '../../../engine/store/seed/bodies.ts';
import { anApi, submitAs, type RunningApi, type Visitor } from '../../support/api.ts';

const modena = bodyIdOf('c_f257');

let api: RunningApi;
let giulia: Visitor;
/** Of the Region: works for the office that holds the documents. */
let region: Visitor;
/** Of Modena: works for its `urp`, which checks requests for the Region. */
let guest: Visitor;
/** Of Modena: works for its `documenti`, which has nothing to do here. */
let bystander: Visitor;
let dossierId: string;
let taskId: string;

/** Lets a demo person work in one office of Modena and nowhere else. */
async function worksInModena(username: string, officeCode: string): Promise<void> {
  const person = `(SELECT fiscal_code FROM people WHERE subject = :username)`;
  await rowsOf(api.owner, `DELETE FROM memberships WHERE fiscal_code = ${person}`, { username });
  await rowsOf(
    api.owner,
    `INSERT INTO memberships (fiscal_code, body_id, office_code, role, first_on)
     VALUES (${person}, :modena, :officeCode, 'officer', '2020-01-01')`,
    { username, modena, officeCode },
  );
}

const keyed = () => ({ idempotencyKey: randomUUID() });

beforeAll(async () => {
  api = await anApi();
  await worksInModena('dirigente', 'urp');
  await worksInModena('auditor', 'documenti');
  await rowsOf(
    api.owner,
    `INSERT INTO office_assignments (body_id, procedure_id, role, first_on, office_body_id, office_code)
     VALUES (:region, 'accesso-agli-atti', 'front-desk', '2020-01-01', :modena, 'urp')`,
    { region: api.bodyId, modena },
  );
  [giulia, region, guest, bystander] = await Promise.all([
    api.signIn('giulia', 'citizen'),
    api.signIn('operatore', 'office'),
    api.signIn('dirigente', 'office'),
    api.signIn('auditor', 'office'),
  ]);
  ({ dossierId } = await submitAs(api, { visitor: giulia, username: 'giulia' }));
  const { items } = await guest.call('listTasks', { query: {} });
  taskId = items.find((task) => task.dossierId === dossierId)?.taskId ?? 'no task';
});
afterAll(() => api.stop());

describe('an office of another body that plays a role', () => {
  it('finds its task in its queue, by the date of the task alone', async () => {
    const { items } = await guest.call('listTasks', { query: {} });
    expect(items.map((task) => [task.name, task.officeCode, task.bodyName, task.deadlineOn])).toEqual([
      ['Verifica la richiesta', 'urp', 'Regione Emilia-Romagna', undefined],
    ]);
  });

  it('sees of the dossier its heading and its task, and nothing else', async () => {
    const { dossier, task, may } = await guest.call('readTask', { params: { taskId } });
    expect(may.claim).toBe(true);
    expect(task.officeName).toBe('Comune di Modena, Ufficio relazioni con il pubblico');
    expect(dossier).toMatchObject({
      visiting: true,
      registration: task.registration,
      parties: [{ role: 'applicant', name: 'Giulia Bianchi' }],
      openTasks: [{ taskId }],
      terms: [],
      submissions: [],
      documents: [],
      messages: [],
      history: [],
      record: { events: 0, headHash: '' },
    });
    expect(dossier.parties[0]).not.toHaveProperty('fiscalCode');
    expect(JSON.stringify(dossier)).not.toContain('Ho partecipato al concorso');
  });

  it.each([
    ['the diagram', (id: string) => `/api/v1/office/dossiers/${id}/diagram`],
    ['the record', (id: string) => `/api/v1/dossiers/${id}/record-check?audience=office`],
    ['a document', (id: string) => `/api/v1/dossiers/${id}/documents/${id}?audience=office`],
  ])('does not get %s', async (_what, path) => {
    expect(await guest.send('GET', path(dossierId))).toMatchObject({ status: 404 });
  });

  it('does not find the dossier in lists, nor its task by what stands in the dossier', async () => {
    expect((await guest.call('listOfficeDossiers', { query: {} })).items).toEqual([]);
    expect((await guest.call('listTasks', { query: { q: 'concorso' } })).items).toEqual([]);
  });
});

describe('another office of that body', () => {
  it('sees neither task nor dossier', async () => {
    expect((await bystander.call('listTasks', { query: {} })).items).toEqual([]);
    expect(await bystander.send('GET', `/api/v1/tasks/${taskId}`)).toMatchObject({ status: 404 });
    expect(await bystander.send('GET', `/api/v1/office/dossiers/${dossierId}`)).toMatchObject({ status: 404 });
  });
});

describe('the body of the dossier', () => {
  it('sees whose turn it is, and leaves the task to them', async () => {
    const dossier = await region.call('readOfficeDossier', { params: { dossierId } });
    expect(dossier).not.toHaveProperty('visiting');
    expect(dossier.openTasks).toMatchObject([{ with: 'Comune di Modena, Ufficio relazioni con il pubblico' }]);
    expect((await region.call('readTask', { params: { taskId } })).may.claim).toBe(false);
    const headers = { 'idempotency-key': randomUUID() };
    expect(await region.send('POST', `/api/v1/tasks/${taskId}/claim`, { headers })).toMatchObject({ status: 403 });
  });

  it('goes on when they have done it, and tells who did', async () => {
    await guest.call('claimTask', { params: { taskId }, ...keyed() });
    const answers = { esitoVerifica: 'regolare' };
    const after = await guest.call('completeTask', { params: { taskId }, body: { answers }, ...keyed() });
    expect(after).toMatchObject({ visiting: true, openTasks: [], submissions: [] });
    const dossier = await region.call('readOfficeDossier', { params: { dossierId } });
    expect(dossier.openTasks.map(({ name }) => name)).toEqual(['Cerca e valuta i documenti']);
    expect(dossier.history.map(({ text = '' }) => text).join(' ')).toContain(
      'dell’ufficio «Comune di Modena, Ufficio relazioni con il pubblico»',
    );
  });
});
