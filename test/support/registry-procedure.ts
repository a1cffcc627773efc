import type { ProcedureFiles } from '../../engine/core/procedure.ts';
import { procedureCalling, type CallingTask } from './connector-procedure.ts';
import { registryDocument } from './outside-service.ts';

/** The mappings with which `askResident` is asked. */
export const registryMappings = [
  '<zeebe:input source="= applicant.fiscalCode" target="code" />',
  '<zeebe:input source="accesso" target="X-Purpose" />',
  '<zeebe:input source="istruttoria" target="body.reason" />',
  '<zeebe:output source="= body.address" target="residenza" />',
].join('');

/** The small procedure, asking a registry for the residence of the applicant. */
export async function registryProcedure(
  task: Partial<CallingTask> = {},
  document: object = registryDocument(),
): Promise<ProcedureFiles> {
  const calling = await procedureCalling({
    type: 'http',
    mappings: registryMappings,
    extensions: '<iter:operation api="registro" name="askResident" />',
    ...task,
  });
  return { ...calling, files: { ...calling.files, 'apis/registro.json': JSON.stringify(document) } };
}
