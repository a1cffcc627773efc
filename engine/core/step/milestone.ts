import { milestone } from '../../language/milestone.ts';
import { executionOf, ownExecution } from '../called.ts';
import type { Dossier } from '../dossier.ts';
import type { Step } from '../effects.ts';
import { concluded, isDecided, urgencyOf } from '../status.ts';
import { change, record } from './progress.ts';
import type { Scene } from './progress.ts';
import { enclosing } from './tasks.ts';
import type { Procedures } from './tasks.ts';

/**
 * The step with the milestone of the place where it rests. That of a wait is the one of the innermost element around it
 * that names one: the task or event itself, a sub-process, the process, the call activity that called it. Of several
 * waits the most urgent counts. Where none names any, a decided dossier is concluded, and another stays where it was.
 */
export function reachMilestone(step: Step, procedures: Procedures, scene: Scene): Step {
  const reached = milestoneAtRest(step.dossier, procedures);
  if (reached === undefined || reached.code === step.dossier.milestone) return step;
  return record(change(step, { milestone: reached.code }), scene, { type: 'milestone.reached', data: { ...reached } });
}

interface Reached {
  readonly code: string;
  /** Where the diagram words it itself. */
  readonly label?: string;
  readonly elementId?: string;
}

function milestoneAtRest(dossier: Dossier, procedures: Procedures): Reached | undefined {
  const places = placesOf(dossier, procedures);
  const { service } = procedures(ownExecution);
  const named = places.flatMap((place) => milestoneAround(place, { dossier, procedures }) ?? []);
  const [most] = named.sort((one, other) => urgencyOf(other.code, service) - urgencyOf(one.code, service));
  if (most !== undefined) return most;
  // A job of the system is under way: what it makes has still to reach the people concerned.
  if (dossier.waits.some(({ wait }) => wait.type === 'job') || !isDecided(dossier)) return undefined;
  return { code: concluded };
}

interface Place {
  readonly elementId: string;
  readonly waitId: string;
}

/**
 * Where the dossier waits for somebody or for a day. What only listens beside the flow, on an edge or before an event
 * sub-process, is no such place; nor is a job of the system, unless its own element names a milestone.
 */
function placesOf({ tasks, waits }: Dossier, procedures: Procedures): readonly Place[] {
  const rests = waits.flatMap(({ wait }): readonly Place[] => {
    const { program, facts } = procedures(executionOf(wait.id));
    const node = program.nodes[wait.elementId];
    const listens = node?.attachedTo !== undefined || node?.type === 'bpmn:StartEvent' || wait.type === 'child';
    const isSilent = wait.type === 'job' && milestone.of(facts[wait.elementId]) === undefined;
    return listens || isSilent ? [] : [{ elementId: wait.elementId, waitId: wait.id }];
  });
  return [...tasks, ...rests];
}

interface Surroundings {
  readonly dossier: Dossier;
  readonly procedures: Procedures;
}

function milestoneAround({ elementId, waitId }: Place, around: Surroundings): Reached | undefined {
  const executionId = executionOf(waitId);
  const { program, facts } = around.procedures(executionId);
  for (const at of [...enclosing(elementId, program), program.processId]) {
    const fact = milestone.of(facts[at]);
    if (fact === undefined) continue;
    const { code, label } = fact;
    return { code, ...(label !== undefined && { label }), elementId: at };
  }
  const call = around.dossier.waits.find(({ wait }) => wait.id === executionId);
  if (executionId === ownExecution || call === undefined) return undefined;
  return milestoneAround({ elementId: call.wait.elementId, waitId: executionId }, around);
}
