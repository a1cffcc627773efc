import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anApi, submitAs, type RunningApi, type Visitor } from '../../support/api.ts';
import { openTaskOf, putUp } from '../../support/desk.ts';

let api: RunningApi;
let giulia: Visitor;
let operatore: Visitor;
let dossierId: string;

beforeAll(async () => {
  api = await anApi();
  [giulia, operatore] = await Promise.all([api.signIn('giulia', 'citizen'), api.signIn('operatore', 'office')]);
  const mandate = await putUp(giulia, 'delega.pdf');
  const asked = { qualita: 'delegato', rappresentato: 'Mario Esposito', delega: [mandate] };
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
    const { parties, history } = await operatore.call('readOfficeDossier', { params: { dossierId } });
    expect(parties).toMatchObject([
      { role: 'applicant', name: 'Mario Esposito', through: { name: 'Giulia Bianchi', as: 'delegate' } },
    ]);
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
    });
  });
});
