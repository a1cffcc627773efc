import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeDays } from '../../../engine/jobs/close-days.ts';
import { anApi, submitAs, type RunningApi } from '../../support/api.ts';

let api: RunningApi;
beforeAll(async () => {
  api = await anApi();
  await submitAs(api, { visitor: await api.signIn('giulia', 'citizen'), username: 'giulia' });
  const later = new Date(Date.parse(api.now()) + 3 * 86_400_000).toISOString();
  await closeDays({ db: api.db, clock: () => later });
});
afterAll(() => api.stop());

it('anybody reads the closed days, the newest first, in pages', async () => {
  const visitor = api.visitor();
  const first = await visitor.call('listClosedDays', { query: { limit: 2 } });
  const second = await visitor.call('listClosedDays', { query: { limit: 2, cursor: String(first.cursor) } });
  const all = [...first.items, ...second.items];
  expect(all.map(({ previousHash }) => previousHash)).toEqual([
    ...all.slice(1).map(({ hash }) => hash),
    '0'.repeat(64),
  ]);
  expect(all.map(({ eventCount }) => eventCount > 0)).toEqual([false, false, true]);
  expect(second.cursor).toBeUndefined();
});

it('a cursor that is no day is refused', async () => {
  await expect(api.visitor().call('listClosedDays', { query: { limit: 2, cursor: 'ieri' } })).rejects.toMatchObject({
    problem: { code: 'request.invalid' },
  });
});
