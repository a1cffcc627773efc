import { afterEach, beforeEach, expect, it } from 'vitest';
import { rowsOf } from '../../../engine/store/db.ts';
import { anOpenDossier, applicationOf, grantDossier } from '../../support/course.ts';
import { aRunningIter, type RunningIter } from '../../support/harness.ts';

let iter: RunningIter;
beforeEach(async () => {
  iter = await aRunningIter({ at: '2026-12-31T20:00:00.000Z' });
});
afterEach(() => iter.stop());

interface Entry {
  readonly registration: string;
  readonly direction: string;
  readonly subject: string;
  readonly correspondent: string;
  readonly hashes: readonly string[];
}

const register = (): Promise<readonly Entry[]> =>
  rowsOf<Entry>(
    iter.deps.db,
    'SELECT registration, direction, subject, correspondent, hashes FROM registrations ORDER BY registration',
  );

const numberOf = ({ registration }: Entry): number => Number(registration.split('/').at(-1));

it('numbers taken at the same time have no gaps', async () => {
  const people = Array.from({ length: 15 }, (_, index) => ['giulia', 'marco', 'luca'][index % 3] ?? '');
  for (const batch of [
    people.slice(0, 3),
    people.slice(3, 6),
    people.slice(6, 9),
    people.slice(9, 12),
    people.slice(12),
  ]) {
    const asked = await Promise.all(
      batch.map((username) => iter.submission(username, applicationOf(username, iter.bodyId))),
    );
    await Promise.all(asked.map(({ command, actor }) => iter.run(command, actor)));
  }
  expect((await register()).map(numberOf)).toEqual(people.map((_, index) => index + 1));
});

it('a refused application takes no number', async () => {
  const before = (await register()).length;
  const { command, actor } = await iter.submission('giulia', { ...applicationOf('giulia', iter.bodyId), oggetto: '' });
  await expect(iter.run(command, actor)).rejects.toMatchObject({ code: 'answers.invalid' });
  const next = await iter.submission('giulia', applicationOf('giulia', iter.bodyId));
  await iter.run(next.command, next.actor);
  expect((await register()).map(numberOf).at(-1)).toBe(before + 1);
});

it('an entry names direction, subject, correspondent and fingerprint', async () => {
  await anOpenDossier(iter);
  expect(await register()).toContainEqual({
    registration: 'r_emiro/2026/0000001',
    direction: 'in',
    subject: expect.stringContaining('verbali'),
    correspondent: expect.stringMatching(/Giulia Bianchi|Marco Verdi|Luca Neri/),
    hashes: [expect.stringMatching(/^[0-9a-f]{64}$/)],
  });
});

it('a document drawn up is registered on its way out', async () => {
  await anOpenDossier(iter);
  await grantDossier(iter);
  await iter.drainJobs();
  const [document] = await rowsOf<{ registration: string; sha256: string }>(
    iter.deps.db,
    `SELECT registration, sha256 FROM documents WHERE kind = 'final-act'`,
  );
  const entry = (await register()).find(({ registration }) => registration === document?.registration);
  expect(entry).toMatchObject({ direction: 'out', hashes: [document?.sha256] });
});

it('the register begins anew with the Italian year', async () => {
  await iter.advanceTo('2026-12-31T22:59:59.000Z');
  await anOpenDossier(iter);
  expect((await iter.dossier()).registration).toMatch(/^r_emiro\/2026\//);
  await iter.advanceTo('2026-12-31T23:00:00.000Z');
  await anOpenDossier(iter);
  expect((await iter.dossier()).registration).toBe('r_emiro/2027/0000001');
});
