import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anApi, submitAs, type RunningApi, type Visitor } from '../../support/api.ts';

let api: RunningApi;
let giulia: Visitor;
let operatore: Visitor;

beforeAll(async () => {
  api = await anApi();
  [giulia, operatore] = await Promise.all([api.signIn('giulia', 'citizen'), api.signIn('operatore', 'office')]);
});
afterAll(() => api.stop());

describe('the queue', () => {
  it('is found by name, number and state', async () => {
    const { dossierId, registration } = await submitAs(api, { visitor: giulia, username: 'giulia' });
    const found = async (query: Record<string, string>) =>
      (await operatore.call('listTasks', { query: { limit: 100, ...query } })).items.map((one) => one.dossierId);
    expect(await found({ q: registration })).toEqual([dossierId]);
    expect(await found({ q: 'bianchi' })).toContain(dossierId);
    expect(await found({ q: 'concors' })).toContain(dossierId);
    expect(await found({ q: 'nessuno' })).toEqual([]);
    expect(await found({ show: 'mine' })).not.toContain(dossierId);
    expect(await found({ show: 'free' })).toContain(dossierId);
    expect(await found({ officeCode: 'documenti' })).not.toContain(dossierId);
    expect(await found({ due: 'overdue' })).not.toContain(dossierId);
  });

  it('is paged without a gap or a double', async () => {
    for (let count = 0; count < 4; count += 1) await submitAs(api, { visitor: giulia, username: 'giulia' });
    for (const sort of ['due', 'opened'] as const) {
      const whole = (await operatore.call('listTasks', { query: { sort, limit: 100 } })).items.map(
        ({ taskId }) => taskId,
      );
      const paged: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await operatore.call('listTasks', {
          query: { sort, limit: 3, ...(cursor === undefined ? {} : { cursor }) },
        });
        paged.push(...page.items.map(({ taskId }) => taskId));
        cursor = page.cursor;
      } while (cursor !== undefined);
      expect(paged).toEqual(whole);
    }
  });
});
