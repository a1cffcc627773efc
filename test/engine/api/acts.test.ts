import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { theDayInWords } from '../../../engine/core/calendar.ts';
import { anApi, submitAs, type RunningApi } from '../../support/api.ts';

let api: RunningApi;

beforeAll(async () => {
  api = await anApi();
});
afterAll(() => api.stop());

describe('an act that can be done for some time', () => {
  it('says until when, and after that is refused in words', async () => {
    const giulia = await api.signIn('giulia', 'citizen');
    const { dossierId, deadlineOn = '' } = await submitAs(api, { visitor: giulia, username: 'giulia' });
    const { acts } = await giulia.call('readDossier', { params: { dossierId } });
    expect(acts).toEqual([expect.objectContaining({ elementId: 'withdrawal', untilOn: deadlineOn })]);
    const params = { dossierId, elementId: 'withdrawal' };
    expect(await giulia.call('readAct', { params, query: {} })).toMatchObject({ dueOn: deadlineOn });

    // Nobody fires timers here: it is the worker that is late.
    api.advance({ minutes: 40 * 24 * 60 });
    const later = await api.signIn('giulia', 'citizen');
    expect((await later.call('readDossier', { params: { dossierId } })).acts).toEqual([]);
    const refusal = await later.send('POST', `/api/v1/dossiers/${dossierId}/acts/withdrawal`, {
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({ answers: { confermaRitiro: true } }),
    });
    expect(refusal).toMatchObject({
      status: 409,
      body: {
        code: 'act.too-late',
        title: 'Il tempo per farlo è finito',
        detail: `L’ultimo giorno era ${theDayInWords(deadlineOn)}.`,
      },
    });
  });
});
