import { beforeAll, describe, expect, it } from 'vitest';
import { compileProcedure } from '../../engine/publish/compile-procedure.ts';
import { readProcedureFolder } from '../../engine/publish/read-folder.ts';
import type { CompiledProcedure } from '../../engine/catalogue/compile.ts';
import { memoryStage } from '../../engine/core/scenario/memory-stage.ts';
import { kernelExecutor } from '../../engine/executors/kernel.ts';
import { bodyIdOf } from '../../engine/store/seed/bodies.ts';
import { programsWithin } from '../../engine/core/procedure.ts';
import { clock } from '../../engine/language/clock.ts';
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

  it('says in the hint of a file nothing that its field says by itself', () => {
    const files = Object.values(compiled.procedure?.forms ?? {})
      .flatMap((form) => fieldsOf(form))
      .flatMap(({ component }) => ('type' in component && component.type === 'filepicker' ? [component] : []));
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter(({ description = '' }) => /\b(PDF|[MK]B)\b/.test(description))).toEqual([]);
  });

  it.each(scenarios)('$scenario.title ($file)', async ({ scenario }) => {
    const { procedure } = compiled;
    if (!procedure) throw new Error(JSON.stringify(compiled.findings));
    await play(scenario, memoryStage({ procedure, executor: kernelExecutor }));
  });
});

describe('the main diagram of accesso agli atti', () => {
  it('is one page that an official reads', () => {
    const { procedure } = compiled;
    if (!procedure) throw new Error(JSON.stringify(compiled.findings));
    const { program, facts, diagram } = procedure;
    expect(Object.keys(program.nodes).length).toBeLessThanOrEqual(40);
    expect(Object.keys(program.flows).length).toBeLessThanOrEqual(45);
    expect(Object.values(facts).flatMap((drawn) => clock.allOf(drawn)).length).toBeLessThanOrEqual(6);
    expect(Object.keys(procedure.parts ?? {}).sort()).toEqual(['review', 'supplement-request', 'third-parties']);
    expect(diagram).not.toMatch(/\*\*|\\n\\n/);
  });

  it('clears and gathers nothing by mappings, and neither do its parts', () => {
    const { procedure } = compiled;
    if (!procedure) throw new Error(JSON.stringify(compiled.findings));
    const outputs = programsWithin(procedure)
      .flatMap(({ nodes }) => Object.values(nodes))
      .flatMap((node) => node.outputs.map(({ source, target }) => `${node.id}: ${target} ${source}`));
    expect(outputs).toEqual(['answer-overdue: senzaRisposta = true']);
  });
});
