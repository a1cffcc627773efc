import { Engine } from 'bpmn-engine';
import { z } from 'zod';
import { errorIn } from '../../findings/finding.ts';
import type { FlowNode, FlowNodeType, Program, Work } from '../../kernel/program.ts';
import type { Finding } from '../../findings/finding.ts';

const definition = z.looseObject({ type: z.string() });
const behaviour = z.looseObject({ eventDefinitions: z.array(definition).optional() });
const activity = z.looseObject({ id: z.string().optional(), type: z.string(), behaviour });
const flow = z.looseObject({ id: z.string(), behaviour: z.looseObject({}) });
const process = z.looseObject({ id: z.string(), behaviour: z.looseObject({}) });

/** What bpmn-engine makes of a file, as far as it is looked at here. */
const sourceSchema = z.looseObject({
  id: z.string(),
  activities: z.array(activity),
  sequenceFlows: z.array(flow),
  processes: z.array(process),
});

type Source = z.infer<typeof sourceSchema>;
type Activity = z.infer<typeof activity>;

/** A diagram as bpmn-engine itself reads it; absent when it cannot. */
export async function readSource(xml: string): Promise<{ readonly source?: Source; readonly findings: Finding[] }> {
  try {
    const { definitions } = await new Engine({ name: 'source', source: xml }).getState();
    return { source: sourceSchema.parse(JSON.parse(definitions[0]?.source ?? 'null')), findings: [] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { findings: [errorIn('procedure.bpmn', 'portability.unreadable', { reason })] };
  }
}

/**
 * Tells bpmn-engine what Iter means: which process runs, what a task does by its extensions, that conditions are FEEL,
 * and that its own clock has no say (every timer is set to a time that never comes; when one is due, we say).
 */
export function adaptSource(source: Source, program: Program): { definitionId: string; source: string } {
  const adapted: Source = {
    ...source,
    activities: source.activities.map((each) => adaptActivity(each, program.nodes[each.id ?? ''])),
    sequenceFlows: source.sequenceFlows.map((each) => adaptFlow(each, program)),
    processes: source.processes.map(({ id, behaviour: { flowElements: _, ...rest }, ...others }) => ({
      ...others,
      id,
      behaviour: { ...rest, isExecutable: id === program.processId },
    })),
  };
  return { definitionId: source.id, source: JSON.stringify(adapted) };
}

function adaptActivity(activity: Activity, node: FlowNode | undefined): Activity {
  const { flowElements: _, extensionElements: __, ioSpecification: ___, ...behaviour } = activity.behaviour;
  if (activity.type === 'bpmn:Error') return withCode(activity);
  if (node === undefined) return activity;
  const type = typeFor(node);
  const eventDefinitions = behaviour.eventDefinitions?.map(withoutClock);
  return {
    ...activity,
    type,
    behaviour: { ...behaviour, $type: type, ...(eventDefinitions !== undefined && { eventDefinitions }) },
  };
}

// An error without a code of its own is known by its name, else by its id.
function withCode(error: Activity): Activity {
  const { errorCode, name } = error.behaviour;
  return { ...error, behaviour: { ...error.behaviour, errorCode: errorCode ?? name ?? error.id } };
}

const typesByWork: Readonly<Record<Work['type'], FlowNodeType>> = {
  pass: 'bpmn:Task',
  task: 'bpmn:UserTask',
  job: 'bpmn:ServiceTask',
  send: 'bpmn:ServiceTask',
  decision: 'bpmn:ServiceTask',
  message: 'bpmn:ReceiveTask',
  script: 'bpmn:ScriptTask',
  call: 'bpmn:CallActivity',
};

function typeFor({ type, work }: FlowNode): FlowNodeType {
  return work === undefined || !type.endsWith('Task') ? type : typesByWork[work.type];
}

/** Longer than any procedure. */
const never = 'P200Y';

function withoutClock(each: z.infer<typeof definition>) {
  if (each.type !== 'bpmn:TimerEventDefinition') return each;
  return { ...each, behaviour: { $type: each.type, timeDuration: never } };
}

function adaptFlow(each: z.infer<typeof flow>, { flows }: Program): z.infer<typeof flow> {
  const { conditionExpression: _, ...behaviour } = each.behaviour;
  const condition = flows[each.id]?.condition;
  if (condition === undefined) return { ...each, behaviour };
  const conditionExpression = { $type: 'bpmn:FormalExpression', language: 'feel', body: condition };
  return { ...each, behaviour: { ...behaviour, conditionExpression } };
}
