import type { FlowNode } from '../kernel/node.ts';
import type { Program } from '../kernel/program.ts';
import { romeDay } from './calendar.ts';
import { executionOf, ownExecution } from './called.ts';
import type { Day, Dossier, OpenWait } from './dossier.ts';
import { Problem } from './problem.ts';
import type { Procedure } from './procedure.ts';

/**
 * The last day on which an act that waits can be done, by the timers that would take it away: those beside it at an
 * event-based gateway, and the interrupting ones on the border of whatever holds it. Undefined while no such timer is
 * armed, and for an act of a called process, whose timers belong to another diagram.
 */
export function lastDayOf({ wait }: OpenWait, dossier: Pick<Dossier, 'waits'>, procedure: Procedure): Day | undefined {
  if (executionOf(wait.id) !== ownExecution) return undefined;
  const rivals = rivalsOf(wait.elementId, procedure.program);
  const due = dossier.waits.flatMap((open) =>
    open.wait.type === 'timer' && open.dueAt !== null && rivals.has(open.wait.elementId) ? [open.dueAt] : [],
  );
  const first = due.map((at) => new Date(at).getTime()).toSorted((one, other) => one - other)[0];
  // A timer is due when the day is over, at the first instant of the next.
  return first === undefined ? undefined : romeDay(new Date(first - 1).toISOString());
}

/**
 * The same, where the act is about to be done: a timer that should have taken it away and was late does not leave it open.
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

function rivalsOf(elementId: string, program: Program): ReadonlySet<string> {
  const node = program.nodes[elementId];
  if (node === undefined) return new Set();
  const gateways = node.incoming.flatMap((flowId) => {
    const source = program.nodes[program.flows[flowId]?.source ?? ''];
    return source?.type === 'bpmn:EventBasedGateway' ? [source] : [];
  });
  const beside = gateways.flatMap(({ outgoing }) => outgoing.map((flowId) => program.flows[flowId]?.target ?? ''));
  return new Set([...beside, ...holdersOf(node, program).flatMap(({ boundary }) => interrupting(boundary, program))]);
}

/** What has to be there for the element to wait: the activity it is attached to, and every sub-process around it. */
function holdersOf(node: FlowNode, program: Program): readonly FlowNode[] {
  const holder = program.nodes[node.attachedTo ?? node.parent ?? ''];
  return holder === undefined ? [] : [holder, ...holdersOf(holder, program)];
}

const interrupting = (boundary: readonly string[], { nodes }: Program): readonly string[] =>
  boundary.filter((id) => nodes[id]?.interrupting === true);
