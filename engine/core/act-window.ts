import type { FlowNode } from '../kernel/node.ts';
import type { Program } from '../kernel/program.ts';
import type { Wait } from '../kernel/types.ts';
import { romeDay } from './calendar.ts';
import { executionOf, ownExecution } from './called.ts';
import type { Day, Dossier, OpenWait } from './dossier.ts';
import { Problem } from './problem.ts';
import type { Procedure } from './procedure.ts';

/**
 * The last day on which an act that waits can be done, by the timers that would take it away: those beside it at an
 * event-based gateway, the interrupting ones on the border of whatever holds it, and those that start an interrupting
 * event sub-process around it; of an act inside a part also those around its call. Undefined while no such timer is
 * armed; where one is armed several times, in repetitions, with different last days; and for an act of a called process
 * that is published by itself.
 */
export function lastDayOf(
  { wait }: OpenWait,
  { waits, called }: Pick<Dossier, 'waits' | 'called'>,
  procedure: Procedure,
): Day | undefined {
  const days: Day[] = [];
  for (let at: Wait | undefined = wait; at !== undefined;) {
    const executionId = executionOf(at.id);
    const program = programAt(procedure, called, executionId);
    if (program === undefined) return undefined;
    for (const elementId of rivalsOf(at, program)) {
      const [day, ...others] = new Set(waits.flatMap((open) => lastDayBefore(open, { elementId, executionId })));
      if (day !== undefined && others.length === 0) days.push(day);
    }
    at = executionId === ownExecution ? undefined : waits.find((open) => open.wait.id === executionId)?.wait;
  }
  return days.toSorted()[0];
}

/** The diagram that an execution runs; undefined where it is that of a procedure published by itself. */
function programAt(procedure: Procedure, called: Dossier['called'], executionId: string): Program | undefined {
  if (executionId === ownExecution) return procedure.program;
  const { procedureId, processId = '' } = called?.[executionId] ?? {};
  if (procedureId !== procedure.procedureId) return undefined;
  return procedure.parts?.[processId]?.program ?? procedure.companions?.[processId];
}

/** A timer is due when the day is over, at the first instant of the next. */
function lastDayBefore(
  { wait, dueAt }: OpenWait,
  { elementId, executionId }: { readonly elementId: string; readonly executionId: string },
): readonly Day[] {
  const isMeant = wait.type === 'timer' && wait.elementId === elementId && executionOf(wait.id) === executionId;
  return isMeant && dueAt !== null ? [romeDay(new Date(new Date(dueAt).getTime() - 1).toISOString())] : [];
}

/**
 * The same, where the act is about to be done: a timer that should have taken it away and was late does not leave it
 * open.
 *
 * @throws Problem `act.too-late` after the last day
 */
export function demandInTime(
  wait: OpenWait,
  { dossier, procedure, today }: { readonly dossier: Dossier; readonly procedure: Procedure; readonly today: Day },
): Day | undefined {
  const untilOn = lastDayOf(wait, dossier, procedure);
  if (untilOn === undefined || untilOn >= today) return untilOn;
  throw new Problem('act.too-late', { elementId: wait.wait.elementId, untilOn });
}

/**
 * The timers that would take a wait away; what goes on inside a call ends also with what is on the border of the call.
 */
function rivalsOf({ type, elementId }: Wait, program: Program): ReadonlySet<string> {
  const node = program.nodes[elementId];
  if (node === undefined) return new Set();
  const gateways = node.incoming.flatMap((flowId) => {
    const source = program.nodes[program.flows[flowId]?.source ?? ''];
    return source?.type === 'bpmn:EventBasedGateway' ? [source] : [];
  });
  const beside = gateways.flatMap(({ outgoing }) => outgoing.map((flowId) => program.flows[flowId]?.target ?? ''));
  const holders = type === 'child' ? [node, ...holdersOf(node, program)] : holdersOf(node, program);
  const onBorders = holders.flatMap((holder) => interruptingOn(holder, program));
  return new Set([...beside, ...onBorders, ...startsAround(node, program)]);
}

const interruptingOn = ({ boundary }: FlowNode, { nodes }: Program): readonly string[] =>
  boundary.filter((id) => nodes[id]?.interrupting === true);

/** What has to be there for the element to wait: the activity it is attached to, and every sub-process around it. */
function holdersOf(node: FlowNode, program: Program): readonly FlowNode[] {
  const holder = program.nodes[node.attachedTo ?? node.parent ?? ''];
  return holder === undefined ? [] : [holder, ...holdersOf(holder, program)];
}

/** The starts of the interrupting event sub-processes of the process and of every sub-process around the element. */
function startsAround({ id, parent = '' }: FlowNode, program: Program): readonly string[] {
  const starts = (program.eventSubProcesses[parent] ?? []).flatMap((subProcess) => program.starts[subProcess] ?? []);
  // The attribute is absent where it interrupts, which is the default (BPMN 2.0.2, § 10.5.2).
  const others = starts.filter((start) => start !== id && program.nodes[start]?.interrupting !== false);
  const around = program.nodes[parent];
  return around === undefined ? others : [...others, ...startsAround(around, program)];
}
