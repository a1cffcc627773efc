import type { OpenCommand } from '../command.ts';
import type { Dossier } from '../dossier.ts';
import type { Step } from '../effects.ts';
import { demand } from '../policy.ts';
import type { StepInput } from './context.ts';
import { setOff } from './move.ts';
import { bodyParameterData, newDossier } from './new-dossier.ts';
import { record, sceneOf, unmoved } from './progress.ts';

/**
 * Opens a dossier for which nobody has applied: a start event of the procedure has happened (L. 241/1990, art. 2 c. 1:
 * procedures that begin *d'ufficio*). It has no applicant; the variable `applicant` is null.
 */
export async function open({ command, actor, context }: StepInput<OpenCommand>): Promise<Step> {
  const { procedure, body } = context;
  demand(actor, 'open', { procedure });
  const { dossierId, processId, elementId, part, cause } = command;
  const begun = newDossier(dossierId, { given: command.variables, context });
  const dossier: Dossier = processId === procedure.procedureId ? begun : { ...begun, processId };
  const scene = sceneOf(actor, context);
  const opened = record(unmoved(dossier), scene, {
    type: 'dossier.opened',
    data: {
      procedureId: procedure.procedureId,
      procedureVersion: procedure.version,
      registration: dossier.registration,
      bodyId: body.bodyId,
      officeCode: dossier.officeCode,
      ...bodyParameterData(context),
      elementId,
      cause: { type: cause.type, ...(cause.name === undefined ? {} : { name: cause.name }) },
    },
  });
  const { messageId } = cause;
  const settled: Step = messageId === undefined ? opened : { ...opened, messageSettled: { messageId, as: 'received' } };
  return setOff(settled, scene, { elementId, part });
}
