import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../../engine/run/sha256.ts';
import { auditRecords } from '../../../engine/store/audit.ts';
import { aRunningIter, type RunningIter } from '../../support/harness.ts';
import { play, readScenarios } from '../../support/scenario.ts';

const scenarios = await readScenarios(
  fileURLToPath(new URL('../../../procedures/accesso-agli-atti/scenarios', import.meta.url)),
);

describe('scenarios through the door, the queue and PostgreSQL', () => {
  let iter: RunningIter;
  beforeAll(async () => {
    iter = await aRunningIter({ at: '2026-01-01T00:00:00.000Z' });
  });
  afterAll(() => iter.stop());

  it.each(scenarios)('$scenario.title', ({ scenario }) => play(scenario, iter));

  it('all their records are intact', async () => {
    let dossiers = 0;
    for await (const { registration, check } of auditRecords(iter.deps.db, { sha256 })) {
      expect({ registration, ...check }).toEqual({ registration, intact: true });
      dossiers += 1;
    }
    expect(dossiers).toBeGreaterThanOrEqual(scenarios.length);
  });
});
