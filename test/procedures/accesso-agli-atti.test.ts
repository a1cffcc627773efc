import { beforeAll, describe, expect, it } from 'vitest';
import { compileProcedure } from '../../engine/publish/compile-procedure.ts';
import { readProcedureFolder } from '../../engine/publish/read-folder.ts';
import type { CompiledProcedure } from '../../engine/catalogue/compile.ts';
import { memoryStage } from '../../engine/core/scenario/memory-stage.ts';
import { kernelExecutor } from '../../engine/executors/kernel.ts';
import { bodyIdOf } from '../../engine/store/seed/bodies.ts';
import { fieldsOf } from '../../forms/schema/pages.ts';
import { play, readScenarios } from '../support/scenario.ts';

const folder = 'procedures/accesso-agli-atti';
const scenarios = await readScenarios(`${folder}/scenarios`);
let compiled: CompiledProcedure = { findings: [] };

beforeAll(async () => {
  compiled = await compileProcedure(await readProcedureFolder(folder), 1);
});

describe('accesso agli atti', () => {
  it('compiles without a single finding', () => {
    expect(compiled.findings).toEqual([]);
  });

  it('proposes the Region as the body that is asked', () => {
    const fields = fieldsOf(
      compiled.procedure?.forms['accesso-richiesta'] ?? { type: 'default', id: '', schemaVersion: 16, components: [] },
    );
    const body = fields.find(({ path }) => path === 'ente');
    expect(body?.component).toMatchObject({ defaultValue: bodyIdOf('r_emiro') });
  });

  it.each(scenarios)('$scenario.title ($file)', async ({ scenario }) => {
    const { procedure } = compiled;
    if (!procedure) throw new Error(JSON.stringify(compiled.findings));
    await play(scenario, memoryStage({ procedure, executor: kernelExecutor }));
  });
});
