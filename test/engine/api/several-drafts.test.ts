import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Draft } from '../../../forms/contract/drafts.ts';
import { anApi, type RunningApi, type Visitor } from '../../support/api.ts';

let api: RunningApi;
let giulia: Visitor;
beforeAll(async () => {
  api = await anApi();
  giulia = await api.signIn('giulia', 'citizen');
});
afterAll(() => api.stop());

const open = (): Promise<Draft> => giulia.call('createDraft', { body: { procedureId: 'accesso-agli-atti' } });

async function about(oggetto: string): Promise<Draft> {
  const draft = await open();
  const { draftId, revision, answers } = draft;
  await giulia.call('saveDraft', { params: { draftId }, body: { revision, answers: { ...answers, oggetto } } });
  return draft;
}

async function howManyBegun(): Promise<number> {
  const { items } = await giulia.call('listDrafts', {});
  return items.filter(({ revision }) => revision > 1).length;
}

// A story, told in its order.
describe('several drafts of one procedure', { shuffle: false }, () => {
  it('are called by what they are about', async () => {
    const [first, second] = [await about('Verbali  della gara'), await about('Progetto della scuola')];
    const untouched = await open();
    const { items } = await giulia.call('listDrafts', {});
    expect(new Map(items.map(({ draftId, subject }) => [draftId, subject]))).toEqual(
      new Map([
        [first.draftId, 'Verbali della gara'],
        [second.draftId, 'Progetto della scuola'],
        [untouched.draftId, undefined],
      ]),
    );
  });

  it('leave an untouched one for whoever opens another', async () => {
    const [one, again] = [await open(), await open()];
    expect(again.draftId).toBe(one.draftId);
  });

  it('go one by one', async () => {
    const doomed = await about('Da buttare');
    await giulia.call('deleteDraft', { params: { draftId: doomed.draftId } });
    const { items } = await giulia.call('listDrafts', {});
    expect(items.map(({ subject }) => subject)).toEqual(
      expect.arrayContaining(['Verbali della gara', 'Progetto della scuola']),
    );
    expect(items.map(({ draftId }) => draftId)).not.toContain(doomed.draftId);
  });

  it('are so many at the most, which is said with the number', async () => {
    for (let begun = 0; begun < 50; begun = await howManyBegun()) await about(`Richiesta ${begun}`);
    const refusal = await giulia.send('POST', '/api/v1/drafts', {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ procedureId: 'accesso-agli-atti' }),
    });
    expect(refusal).toMatchObject({ status: 409, body: { code: 'draft.too-many', details: { most: 50 } } });
    expect(String(refusal.body['title'])).toContain('50 bozze');
  });
});
