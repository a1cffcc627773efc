import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anApi, submitAs, type RunningApi, type Visitor } from '../../support/api.ts';
import { answerTask, completeAt, putUp, verdi } from '../../support/desk.ts';

const neri = { nome: 'Luca', cognome: 'Neri', codiceFiscale: 'NRELCU92A31H199Q', email: 'luca.neri@example.org' };

const reasons = 'Il contratto contiene il mio indirizzo di casa e i miei compensi.';
const objection = {
  opponi: 'si',
  ambitiOpposizione: ['dati-personali'],
  motiviOpposizione: reasons,
  opponenteNome: 'Marco',
  opponenteCognome: 'Verdi',
  opponenteCodiceFiscale: 'VRDMRC79S23F257F',
};

let api: RunningApi;
let giulia: Visitor;
let marco: Visitor;
let luca: Visitor;
let operatore: Visitor;
let dossierId: string;

beforeAll(async () => {
  api = await anApi();
  [giulia, marco, luca, operatore] = await Promise.all([
    api.signIn('giulia', 'citizen'),
    api.signIn('marco', 'citizen'),
    api.signIn('luca', 'citizen'),
    api.signIn('operatore', 'office'),
  ]);
  const asked = { tipo: 'civico-generalizzato', contieneDatiPersonali: 'si' };
  ({ dossierId } = await submitAs(api, { visitor: giulia, username: 'giulia' }, asked));
  await completeAt(operatore, dossierId, { esitoVerifica: 'regolare' });
  await completeAt(operatore, dossierId, {
    documentiIndividuati: 'Contratti n. 12 e 13 del 2025',
    presenzaControinteressati: 'si',
    controinteressati: [verdi, neri],
  });
});
afterAll(() => api.stop());

const read = (visitor: Visitor) => visitor.call('readDossier', { params: { dossierId } });
const atTheDesk = () => operatore.call('readOfficeDossier', { params: { dossierId } });
const todoOf = async (visitor: Visitor) => {
  const { items } = await visitor.call('listDossiers', { query: {} });
  return items.find((item) => item.dossierId === dossierId)?.todo;
};
const refusal = (visitor: Visitor, taskId: string) =>
  visitor.call('readCitizenTask', { params: { dossierId, taskId } }).then(
    () => 'read',
    (error: { readonly problem?: { readonly code: string } }) => error.problem?.code,
  );

// A story, told in its order.
describe('two third parties', { shuffle: false }, () => {
  let taskOfMarco = '';

  it('have each one task of their own, in the page and in the list', async () => {
    const [seenByMarco, seenByLuca] = await Promise.all([read(marco), read(luca)]);
    expect(seenByMarco.tasks).toHaveLength(1);
    expect(seenByLuca.tasks).toHaveLength(1);
    taskOfMarco = seenByMarco.tasks[0]?.taskId ?? '';
    expect(seenByLuca.tasks[0]?.taskId).not.toBe(taskOfMarco);
    expect(await Promise.all([todoOf(marco), todoOf(luca), todoOf(giulia)])).toEqual([1, 1, 0]);
  });

  it('cannot open or answer that of the other', async () => {
    expect(await refusal(marco, taskOfMarco)).toBe('read');
    expect(await refusal(luca, taskOfMarco)).toBe('task.not-found');
    const answer = luca.call('completeCitizenTask', {
      params: { dossierId, taskId: taskOfMarco },
      body: { answers: { opponi: 'no' } },
      idempotencyKey: randomUUID(),
    });
    await expect(answer).rejects.toMatchObject({ problem: { code: 'permission.denied' } });
  });

  it('are told apart at the desk', async () => {
    const { openTasks } = await atTheDesk();
    expect(openTasks.map(({ name, about, with: who }) => `${name}: ${about}, ${who}`)).toEqual([
      'Rispondi o opponiti: Marco Verdi, Controinteressati',
      'Rispondi o opponiti: Luca Neri, Controinteressati',
    ]);
  });

  it('do not learn what the other has answered and attached', async () => {
    const file = await putUp(marco, 'contratto.pdf');
    await answerTask(marco, dossierId, { ...objection, allegatiOpposizione: [file] });
    const seen = await read(luca);
    expect(JSON.stringify(seen)).not.toContain('contratto.pdf');
    expect(JSON.stringify(seen)).not.toContain(reasons);
    expect(JSON.stringify(seen)).not.toContain('Marco');
    expect(seen.tasks).toHaveLength(1);
    const titles = seen.timeline.map(({ title }) => title);
    expect(titles).toContain('È arrivata la risposta di un controinteressato');
    expect(titles).not.toContain('Hai inviato la tua risposta');
    const documentId = (await read(marco)).documents.find(({ fileName }) => fileName === 'contratto.pdf')?.documentId;
    const path = `/api/v1/dossiers/${dossierId}/documents/${String(documentId)}?audience=citizen`;
    expect((await marco.send('GET', path)).status).toBe(200);
    expect((await luca.send('GET', path)).status).toBe(404);
  });

  it('read their own answer as their own', async () => {
    const seen = await read(marco);
    expect(seen.tasks).toEqual([]);
    expect(seen.timeline.map(({ title }) => title)).toContain('Hai inviato la tua risposta');
    expect(seen.submissions.map(({ by }) => by)).toEqual(['Marco Verdi']);
  });

  it('stand in the record by name, for the office alone', async () => {
    const { history } = await atTheDesk();
    const titles = history.map(({ title }) => title);
    expect(titles).toContain('Da fare: Rispondi o opponiti (Luca Neri)');
    expect(titles).toContain('Completata: Rispondi o opponiti (Marco Verdi)');
    expect(JSON.stringify((await read(giulia)).timeline)).not.toContain('Verdi');
  });

  it('are waited for until the last has answered', async () => {
    const agreed = {
      opponi: 'no',
      opponenteNome: 'Luca',
      opponenteCognome: 'Neri',
      opponenteCodiceFiscale: neri.codiceFiscale,
    };
    await answerTask(luca, dossierId, agreed);
    const { openTasks } = await atTheDesk();
    expect(openTasks.map(({ name }) => name)).toEqual(['Bilancia gli interessi']);
  });
});
