import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readProcedureFolder } from '../../engine/catalogue.ts';
import { sha256 } from '../../engine/run/sha256.ts';
import { auditRecords } from '../../engine/store/audit.ts';
import { aRunningIter, type RunningIter } from '../support/harness.ts';
import { play, readScenarios } from '../support/scenario.ts';

const procedures = readdirSync('procedures', { withFileTypes: true }).filter((entry) => entry.isDirectory());
const stories = await Promise.all(
  procedures.map(async ({ name }) => ({ name, scenarios: await readScenarios(`procedures/${name}/scenarios`) })),
);

/** Every scenario of every procedure, through the door: PostgreSQL, jobs, documents and mails, with a virtual clock. */
describe.each(stories)('the scenarios of $name', ({ name, scenarios }) => {
  let iter: RunningIter;

  beforeAll(async () => {
    iter = await aRunningIter({
      at: '2026-01-01T00:00:00.000Z',
      files: await readProcedureFolder(`procedures/${name}`),
    });
  });

  afterAll(() => iter.stop());

  it.each(scenarios)('$scenario.title ($file)', ({ scenario }) => play(scenario, iter));

  it('leave records that are all intact', async () => {
    let dossiers = 0;
    for await (const { registration, check } of auditRecords(iter.deps.db, { sha256 })) {
      expect({ registration, ...check }).toEqual({ registration, intact: true });
      dossiers += 1;
    }
    expect(dossiers).toBeGreaterThanOrEqual(scenarios.length);
  });
});
