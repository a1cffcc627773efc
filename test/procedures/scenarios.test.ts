import { afterAll, beforeAll, describe, it } from 'vitest';
import { aRunningIter } from '../support/harness.ts';
import type { RunningIter } from '../support/harness.ts';
import { play, readScenarios } from '../support/scenario.ts';

const scenarios = await readScenarios('procedures/accesso-agli-atti/scenarios');
const playing: { iter?: RunningIter } = {};

/** The same stories once more with PostgreSQL, jobs, documents and mails: what holds in the core holds through the door. */
describe('accesso agli atti, through the door', () => {
  beforeAll(async () => {
    playing.iter = await aRunningIter();
  });

  afterAll(() => playing.iter?.stop());

  it.each(scenarios)('$scenario.title ($file)', async ({ scenario }) => {
    if (!playing.iter) throw new Error('The engine has not started');
    await play(scenario, playing.iter);
  });
});
