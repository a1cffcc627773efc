import { expect, it } from 'vitest';
import { checkFiles } from '../../../engine/catalogue/check.ts';
import { compileForKernel } from '../../../engine/catalogue/compile.ts';
import type { ProcedureFiles } from '../../../engine/core/procedure.ts';
import { readProcedureFolder } from '../../../engine/publish/read-folder.ts';

/** A procedure as it was drawn when milestones stood on whatever was passed. */
async function earlier(): Promise<ProcedureFiles> {
  const { files, ...rest } = await readProcedureFolder('test/support/procedures/rilascio-attestato');
  const diagram = (files['procedure.bpmn'] ?? '').replace(
    '<zeebe:formDefinition formId="richiesta" />',
    '<zeebe:formDefinition formId="richiesta" /><iter:milestone code="ricevuta" label="Ricevuta" />',
  );
  return { ...rest, files: { ...files, 'procedure.bpmn': diagram } };
}

it('a version that was published with marks of an earlier dialect still runs', async () => {
  const { procedure, findings } = await compileForKernel(await earlier(), 1);
  expect(procedure?.facts['request-submitted']).not.toHaveProperty('milestone');
  expect(findings.map(({ rule, level, elementId }) => `${level} ${rule} ${elementId}`)).toEqual([
    'warning language.attribute-value request-submitted',
    'warning language.misplaced request-submitted',
  ]);
});

it('a new version is refused with them', async () => {
  const { findings } = await checkFiles(await earlier());
  expect(findings.filter(({ level }) => level === 'error').map(({ rule }) => rule)).toEqual([
    'language.attribute-value',
    'language.misplaced',
  ]);
});
