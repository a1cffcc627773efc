import { describe, it } from 'vitest';
import { aRunningIter } from '../support/harness.ts';
import { play, readScenarios } from '../support/scenario.ts';

const scenarios = await readScenarios('procedures/accesso-agli-atti/scenarios');

describe('accesso agli atti, through the door and the jobs', () => {
  it.each(scenarios)('$scenario.title ($file)', async ({ scenario }) => {
    const iter = await aRunningIter({ at: '2026-01-01T00:00:00.000Z' });
    try {
      await play(scenario, iter);
    } finally {
      await iter.stop();
    }
  });
});
