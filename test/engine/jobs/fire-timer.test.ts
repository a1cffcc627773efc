import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { fireTimer } from '../../../engine/jobs/fire-timer.ts';
import { loadEvents } from '../../../engine/store/tables/events.ts';
import { anOpenDossier, grantDossier } from '../../support/course.ts';
import { aRunningIter, type RunningIter } from '../../support/harness.ts';

const lastDayOver = '2026-04-01T22:00:00.000Z';
let iter: RunningIter;
let timer: { readonly dossierId: string; readonly waitId: string };
beforeAll(async () => {
  iter = await aRunningIter();
});
afterAll(() => iter.stop());
beforeEach(async () => {
  const dossierId = await anOpenDossier(iter);
  const open = (await iter.dossier()).waits.find(({ wait }) => wait.elementId === 'silence');
  timer = { dossierId, waitId: open?.wait.id ?? '' };
});

const firings = async (): Promise<number> =>
  (await loadEvents(iter.deps.db, { bodyId: iter.bodyId, dossierId: timer.dossierId })).filter(
    ({ type }) => type === 'timer.fired',
  ).length;

const at = (now: string) => ({ ...iter.deps, clock: () => now });

it('a timer that is due later is left alone', async () => {
  await fireTimer(timer, at('2026-04-01T21:59:59.999Z'));
  expect(await firings()).toBe(0);
});

it('a timer that is due moves the dossier', async () => {
  await fireTimer(timer, at(lastDayOver));
  expect(await firings()).toBe(1);
  expect((await iter.dossier()).outcome?.code).toBe('diniego-tacito');
});

it('a timer done twice fires once', async () => {
  await Promise.all([fireTimer(timer, at(lastDayOver)), fireTimer(timer, at('2026-04-01T22:00:00.250Z'))]);
  await fireTimer(timer, at('2026-04-01T22:00:01.000Z'));
  expect(await firings()).toBe(1);
});

it('a late worker does not change the day of the law', async () => {
  await fireTimer(timer, at('2026-04-20T08:00:00.000Z'));
  const [ended] = (await loadEvents(iter.deps.db, { bodyId: iter.bodyId, dossierId: timer.dossierId })).filter(
    ({ type }) => type === 'term.ended',
  );
  expect(ended).toMatchObject({ at: '2026-04-20T08:00:00.000Z', data: { on: '2026-04-02' } });
});

it('a timer whose element was left is left alone', async () => {
  await grantDossier(iter);
  await fireTimer(timer, at(lastDayOver));
  expect(await firings()).toBe(0);
});

it('a payload of another shape is refused', async () => {
  await expect(fireTimer({ waitId: 'w1' }, iter.deps)).rejects.toThrow('dossierId');
});
