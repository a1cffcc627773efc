import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anApi, submitAs, type RunningApi, type Visitor } from '../../support/api.ts';
import { completeAt, verdi } from '../../support/desk.ts';

let api: RunningApi;
let giulia: Visitor;
let marco: Visitor;
let operatore: Visitor;
let school: string;
let fines: string;
let number: string;

beforeAll(async () => {
  api = await anApi();
  [giulia, marco, operatore] = await Promise.all([
    api.signIn('giulia', 'citizen'),
    api.signIn('marco', 'citizen'),
    api.signIn('operatore', 'office'),
  ]);
  const sent = await submitAs(
    api,
    { visitor: giulia, username: 'giulia' },
    {
      oggetto: 'Le autorizzazioni dell’ambiente per la città di Forlì',
      motivazione: 'Voglio controllare le emissioni',
    },
  );
  [school, number] = [sent.dossierId, sent.registration];
  const other = await submitAs(
    api,
    { visitor: giulia, username: 'giulia' },
    { oggetto: 'Elenco delle multe degli ultimi due anni', tipo: 'civico-generalizzato', contieneDatiPersonali: 'si' },
  );
  fines = other.dossierId;
  await completeAt(operatore, fines, { esitoVerifica: 'regolare' });
  await completeAt(operatore, fines, {
    documentiIndividuati: 'Registro riservato dei verbali',
    presenzaControinteressati: 'si',
    controinteressati: [verdi],
  });
});
afterAll(() => api.stop());

type Lists = 'queue' | 'office' | 'own';

const found = async (list: Lists, q: string): Promise<readonly string[]> => {
  const query = { q, limit: 100 };
  if (list === 'own') return (await giulia.call('listDossiers', { query })).items.map(({ dossierId }) => dossierId);
  const { items } = await operatore.call(list === 'queue' ? 'listTasks' : 'listOfficeDossiers', { query });
  return items.map(({ dossierId }) => dossierId);
};

describe.each<Lists>(['office', 'own'])('a search of the list %s', (list) => {
  it.each([
    ['by subject in the singular', 'autorizzazione'],
    ['with another accent', 'citta forli'],
    ['in another order', 'forlì autorizzazioni'],
    ['with a straight apostrophe', "dell'ambiente"],
    ['mistyped', 'autorizazioni ambeinte'],
    ['by an answer', 'emissioni'],
    ['by a word that is only begun', 'autoriz'],
    ['with stop words', 'le autorizzazioni per la città'],
    ['in capitals', 'AUTORIZZAZIONI'],
  ])('finds %s: %s', async (_how, q) => {
    expect(await found(list, q)).toEqual([school]);
  });

  it('finds by the number, whole or in part', async () => {
    const short = String(Number(number.split('/')[2]));
    for (const q of [number, number.split('/')[2] ?? '', `${short}/${number.split('/')[1]}`]) {
      expect(await found(list, q)).toContain(school);
    }
  });

  it('finds nothing by words that are not there together', async () => {
    expect(await found(list, 'autorizzazioni multe')).toEqual([]);
  });
});

describe('a search at the desk', () => {
  it.each(['bianchi giulia', 'Giulia BIANCHI', 'bainchi', 'bncgli85d50a944d', 'BNC GLI 85D50 A944D', 'bncgli'])(
    'finds by who applied: %s',
    async (q) => {
      expect(new Set(await found('office', q))).toEqual(new Set([school, fines]));
    },
  );

  it('finds by a third party and by what the office wrote', async () => {
    expect(await found('office', 'verdi')).toEqual([fines]);
    expect(await found('office', 'registro riservato')).toEqual([fines]);
  });

  it('finds the tasks of what it finds', async () => {
    expect(await found('queue', 'autorizazione')).toEqual([school]);
    expect(await found('queue', number)).toEqual([school]);
  });

  it('says that it found what is nearly written so', async () => {
    const at = async (q: string) => (await operatore.call('listOfficeDossiers', { query: { q } })).alike;
    expect([await at('autorizzazioni'), await at('autorizazioni'), await at('zzzz')]).toEqual([undefined, true, true]);
  });

  it('finds nothing of other offices', async () => {
    const stranger = await api.signIn('analista', 'office');
    expect((await stranger.call('listOfficeDossiers', { query: { q: 'autorizzazioni' } })).items).toEqual([]);
  });
});

describe('a search of one’s own dossiers', () => {
  const ofMarco = async (q: string) =>
    (await marco.call('listDossiers', { query: { q } })).items.map(({ dossierId }) => dossierId);

  it('finds nothing by what only the office may read', async () => {
    expect(await found('own', 'riservato')).toEqual([]);
    expect(await found('own', 'verdi')).toEqual([]);
  });

  it('finds nothing of others', async () => {
    expect(await ofMarco('autorizzazioni')).toEqual([]);
  });

  it('finds a third party by what the list shows, not by the answers of the applicant', async () => {
    expect(await ofMarco('multe')).toEqual([fines]);
    expect(await ofMarco('bianchi')).toEqual([]);
    expect(await found('office', 'bianchi multe')).toEqual([fines]);
  });
});

describe('the length of a list', () => {
  it('is told on the first page, whatever the page holds', async () => {
    const first = await operatore.call('listOfficeDossiers', { query: { limit: 1 } });
    expect(first).toMatchObject({ items: [expect.anything()], total: { count: 2 }, cursor: expect.any(String) });
    const next = await operatore.call('listOfficeDossiers', { query: { limit: 1, cursor: first.cursor ?? '' } });
    expect([next.items.length, next.total, next.cursor]).toEqual([1, undefined, undefined]);
    expect((await giulia.call('listDossiers', { query: { limit: 1 } })).total).toEqual({ count: 2 });
  });

  it('is that of what is searched and filtered', async () => {
    const length = async (query: Record<string, string>) =>
      (await operatore.call('listOfficeDossiers', { query })).total?.count;
    expect(await length({ q: 'multe' })).toBe(1);
    expect(await length({ state: 'closed' })).toBe(0);
    expect(await length({ state: 'open' })).toBe(2);
    expect(await length({ q: 'multe', state: 'closed' })).toBe(0);
  });

  it('is told of the queue for each choice under the same filters', async () => {
    const { items, totals, total } = await operatore.call('listTasks', { query: { limit: 1 } });
    const [task] = items;
    expect(totals).toEqual({ all: total, mine: { count: 0 }, free: total });
    await operatore.call('claimTask', { params: { taskId: task?.taskId ?? '' }, idempotencyKey: crypto.randomUUID() });
    const after = await operatore.call('listTasks', { query: { show: 'mine' } });
    expect(after.totals).toMatchObject({ mine: { count: 1 }, free: { count: (total?.count ?? 0) - 1 } });
    expect(after.total).toEqual({ count: 1 });
    expect((await operatore.call('listTasks', { query: { q: 'zzzz' } })).totals?.all).toEqual({ count: 0 });
  });
});
