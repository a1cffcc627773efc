import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anApi, submitAs, type RunningApi, type Visitor } from '../../support/api.ts';
import { untilMarcoIsHeard } from '../../support/desk.ts';

let api: RunningApi;
let giulia: Visitor;
let dossierId: string;

beforeAll(async () => {
  api = await anApi();
  giulia = await api.signIn('giulia', 'citizen');
  ({ dossierId } = await submitAs(api, { visitor: giulia, username: 'giulia' }));
});
afterAll(() => api.stop());

const rate = (visitor: Visitor, body: object, of = dossierId) =>
  visitor.send('PUT', `/api/v1/dossiers/${of}/rating`, {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const kept = () => api.db('ratings').where({ dossier_id: dossierId }).select('stars', 'aspect', 'comment');

describe('the rating of a service', () => {
  it('is kept once for a dossier, the last one', async () => {
    expect((await rate(giulia, { stars: 2, aspect: 'clear', comment: ' Poco chiaro ' })).status).toBe(204);
    expect(await kept()).toEqual([{ stars: 2, aspect: 'clear', comment: 'Poco chiaro' }]);
    expect((await rate(giulia, { stars: 5 })).status).toBe(204);
    expect(await kept()).toEqual([{ stars: 5, aspect: null, comment: null }]);
  });

  it.each([{ stars: 0 }, { stars: 6 }, { stars: 4.5 }, { stars: 3, aspect: 'brutto' }, { stars: 3, person: 'x' }, {}])(
    'is refused as %j',
    async (body) => {
      expect(await rate(giulia, body)).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    },
  );

  it('is given by who applied, and nobody else', async () => {
    const marco = await api.signIn('marco', 'citizen');
    expect(await rate(marco, { stars: 1 })).toMatchObject({ status: 404, body: { code: 'dossier.not-found' } });
    expect((await rate(api.visitor(), { stars: 1 })).status).toBe(401);
  });

  it('is refused from a third party, who may read the dossier', async () => {
    const operatore = await api.signIn('operatore', 'office');
    const heard = await untilMarcoIsHeard(api, giulia, operatore);
    const marco = await api.signIn('marco', 'citizen');
    expect(await rate(marco, { stars: 1 }, heard)).toMatchObject({ status: 403, body: { code: 'permission.denied' } });
  });

  it('is no part of the dossier that the office reads', async () => {
    await rate(giulia, { stars: 1, comment: 'Mi aspettavo di meglio' });
    const operatore = await api.signIn('operatore', 'office');
    const seen = await operatore.call('readOfficeDossier', { params: { dossierId } });
    expect(JSON.stringify(seen)).not.toContain('Mi aspettavo di meglio');
  });
});

describe('the ratings of an office', () => {
  const seenBy = async (username: string) => (await api.signIn(username, 'office')).call('listRatings', {});

  it('are a count for its manager while they are few', async () => {
    await rate(giulia, { stars: 4, comment: 'Bene' });
    expect(await seenBy('dirigente')).toEqual({
      items: [{ procedureId: 'accesso-agli-atti', title: 'Accesso agli atti e accesso civico', count: 1 }],
    });
  });

  it('have an average from five on, and no words', async () => {
    for (const stars of [5, 5, 3, 4]) {
      const further = await submitAs(api, { visitor: giulia, username: 'giulia' });
      expect((await rate(giulia, { stars }, further.dossierId)).status).toBe(204);
    }
    expect((await seenBy('dirigente')).items).toEqual([
      { procedureId: 'accesso-agli-atti', title: 'Accesso agli atti e accesso civico', count: 5, average: 4.2 },
    ]);
  });

  it('are not those of another office', async () => {
    expect(await seenBy('rpct')).toEqual({ items: [] });
  });

  it('are refused to who is no manager, and in the portal', async () => {
    const operatore = await api.signIn('operatore', 'office');
    expect(await operatore.send('GET', '/api/v1/office/ratings')).toMatchObject({
      status: 403,
      body: { code: 'permission.denied' },
    });
    expect((await giulia.send('GET', '/api/v1/office/ratings')).status).toBe(401);
  });
});
