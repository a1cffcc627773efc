import { readdirSync } from 'node:fs';
import { describe, it } from 'vitest';
import { memoryStage } from '../../engine/core/scenario/memory-stage.ts';
import { kernelExecutor } from '../../engine/executors/kernel.ts';
import { compileProcedure } from '../../engine/publish/compile-procedure.ts';
import { readProcedureFolder } from '../../engine/publish/read-folder.ts';
import { play, readScenarios } from '../support/scenario.ts';

const procedures = readdirSync('procedures', { withFileTypes: true }).filter(
  (entry) => entry.isDirectory() && !entry.name.startsWith('_'),
);
const stories = await Promise.all(
  procedures.map(async ({ name }) => ({
    name,
    scenarios: await readScenarios(`procedures/${name}/scenarios`),
    compiled: await compileProcedure(await readProcedureFolder(`procedures/${name}`), 1),
  })),
);

/** The stories that `scenarios.test.ts` plays through the door go the same way without a database. */
describe.each(stories)('the scenarios of $name in memory', ({ scenarios, compiled }) => {
  it.each(scenarios)('$scenario.title ($file)', async ({ scenario }) => {
    const { procedure, findings } = compiled;
    if (procedure === undefined) throw new Error(JSON.stringify(findings));
    await play(scenario, memoryStage({ procedure, executor: kernelExecutor }));
  });
});
