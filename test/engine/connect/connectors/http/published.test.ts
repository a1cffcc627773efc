import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { compileForPublishing } from '../../../../../engine/publish/compile-procedure.ts';
import type { ProcedureFiles } from '../../../../../engine/core/procedure.ts';
import { memoryStage } from '../../../../../engine/core/scenario/memory-stage.ts';
import { chosenExecutor } from '../../../../../engine/executors/chosen.ts';
import { registryDocument } from '../../../../support/outside-service.ts';
import { registryMappings, registryProcedure } from '../../../../support/registry-procedure.ts';

async function refusals(files: ProcedureFiles) {
  const { findings } = await compileForPublishing(files, 1);
  return findings
    .filter(({ level }) => level === 'error')
    .map(({ rule, file, elementId = '', attribute = '' }) => [rule, file, elementId, attribute].join(' ').trimEnd());
}

/** The procedure with this text as the document of its service. */
async function withDocument(text: string, name = 'apis/registro.json'): Promise<ProcedureFiles> {
  const { files, ...rest } = await registryProcedure();
  const { 'apis/registro.json': _, ...others } = files;
  return { ...rest, files: { ...others, [name]: text } };
}

describe('a procedure that asks an HTTP service', () => {
  it('is published with its OpenAPI document, in JSON or YAML', async () => {
    expect(await refusals(await registryProcedure())).toEqual([]);
    expect(await refusals(await withDocument(stringify(registryDocument()), 'apis/registro.yaml'))).toEqual([]);
  });

  it.each([
    [
      'without its document',
      { extensions: '<iter:operation api="anagrafe" name="askResident" />' },
      'connector.operation procedure.bpmn call name',
    ],
    [
      'with an operation that is not there',
      { extensions: '<iter:operation api="registro" name="ask" />' },
      'connector.operation procedure.bpmn call name',
    ],
    [
      'without a parameter that is required',
      { mappings: registryMappings.replace(/<zeebe:input source="= app[^>]*>/, '') },
      'connector.input-missing procedure.bpmn call target',
    ],
    [
      'with a parameter that the operation has not',
      { mappings: `<zeebe:input source="x" target="name" />${registryMappings}` },
      'connector.input-unknown procedure.bpmn call target',
    ],
    [
      'with a day that is none',
      { mappings: `<zeebe:input source="domani" target="on" />${registryMappings}` },
      'connector.input-type procedure.bpmn call source',
    ],
  ])('is refused %s', async (_what, task, finding) => {
    expect(await refusals(await registryProcedure(task))).toEqual([finding]);
  });

  it('is refused with a document that is no OpenAPI', async () => {
    expect(await refusals(await withDocument('{"swagger": "2.0"}'))).toEqual(['api.version apis/registro.json']);
    expect(await refusals(await withDocument('a: [', 'apis/registro.yaml'))).toEqual(['api.syntax apis/registro.yaml']);
    expect(await refusals(await withDocument('a: &b [1]\nc: *b', 'apis/registro.yaml'))).toEqual([
      'api.syntax apis/registro.yaml',
    ]);
    const { info: _, ...nameless } = registryDocument();
    expect(await refusals(await registryProcedure({}, nameless))).toEqual(['api.invalid apis/registro']);
    const large = { ...registryDocument(), 'x-much': 'm'.repeat(1_000_000) };
    expect(await refusals(await registryProcedure({}, large))).toEqual(['api.too-large apis/registro.json']);
  });

  it('is played in a scenario with an invented answer', async () => {
    const { procedure } = await compileForPublishing(await registryProcedure(), 1);
    if (procedure === undefined) throw new Error('it is not published');
    const stage = memoryStage({ procedure, executor: chosenExecutor });
    await stage.submit('giulia', { ente: '@r_emiro', oggetto: 'Attestato', copie: 1 });
    const { dossier } = (await stage.view()) ?? {};
    expect(dossier?.variables).toMatchObject({ residenza: 'Via Roma 1' });
    expect(dossier?.tasks.map(({ elementId }) => elementId)).toEqual(['check-request']);
  });
});
