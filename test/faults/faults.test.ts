import { expect, it } from 'vitest';
import { together } from './check.ts';
import { diceOf } from './dice.ts';
import { runFaults } from './faults.ts';

it('the same seed throws the same dice', () => {
  const thrown = (seed: number): readonly number[] => {
    const dice = diceOf(seed);
    return [1, 2, 3, 4].map(() => dice(1000));
  };
  expect(thrown(7)).toEqual(thrown(7));
  expect(thrown(7)).not.toEqual(thrown(8));
});

// The long form, with all of them and two processes, is `npm run faults`.
const kinds = ['connessione', 'fermo', 'tutto'] as const;

// What the system runs is read from `/proc`.
it.skipIf(process.platform !== 'linux')(
  'nothing is lost or doubled when processes die under load',
  { timeout: 600_000 },
  async () => {
    const report = await runFaults({ faults: kinds, roles: ['all'], people: 3, seed: 11 });
    expect(report.faults.map(({ kind }) => kind)).toEqual(kinds);
    const found = together([...report.faults.map(({ findings }) => findings), report.end]);
    expect(found).toMatchObject({ lost: [], doubled: [], broken: [] });
    // As many as there were people, twice after each fault at the least.
    expect(report.commands).toBeGreaterThanOrEqual(2 * 3 * kinds.length);
    expect(report.mails).toBeGreaterThan(0);
  },
);
