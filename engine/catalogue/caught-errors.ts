import { definitionsOf } from '../kernel/event-definition.ts';
import type { FlowNode } from '../kernel/node.ts';
import type { Program } from '../kernel/program.ts';
import { warningIn } from '../findings/finding.ts';
import type { Finding } from '../findings/finding.ts';
import { programsOf } from './expressions.ts';
import type { Parts } from './expressions.ts';

/**
 * Errors that are caught by name where nothing throws them: at the edge of any activity (what a service declares, what
 * the interface of a part names, what is thrown inside a sub-process) and in event sub-processes.
 */
export function caughtErrors(parts: Parts): readonly Finding[] {
  return programsOf(parts).flatMap((program) =>
    Object.values(program.nodes).flatMap((node) => check(node, program, parts)),
  );
}

function check(node: FlowNode, program: Program, parts: Parts): readonly Finding[] {
  const watched = watchedBy(node, program);
  if (watched === undefined) return [];
  const thrown = watched.flatMap((inner) => thrownBy(inner, parts));
  const named = thrown.filter((code) => code !== any);
  if (named.length < thrown.length) return [];
  return definitionsOf(node.event).flatMap((event) => {
    if (event.type !== 'error' || event.code === undefined || named.includes(event.code)) return [];
    const found = warningIn('procedure.bpmn', 'error.never-thrown', { error: event.code, thrown: [...new Set(named)] });
    return [{ ...found, elementId: node.id, attribute: 'errorRef' }];
  });
}

/** The elements whose errors an event catches; undefined for others than these events. */
function watchedBy({ type, attachedTo, parent = '' }: FlowNode, { nodes }: Program): readonly FlowNode[] | undefined {
  const host = nodes[attachedTo ?? ''];
  if (host !== undefined) {
    return [host, ...Object.values(nodes).filter((node) => isInside(node, host.id, nodes))];
  }
  const handler = nodes[parent];
  if (type !== 'bpmn:StartEvent' || handler?.isEventSubProcess !== true) return undefined;
  const { parent: scope } = handler;
  return Object.values(nodes).filter(
    (node) => (scope === undefined || isInside(node, scope, nodes)) && !isInside(node, handler.id, nodes),
  );
}

function isInside({ parent }: FlowNode, scope: string, nodes: Program['nodes']): boolean {
  if (parent === undefined) return false;
  const around = nodes[parent];
  return parent === scope || (around !== undefined && isInside(around, scope, nodes));
}

/** Stands for errors that nothing here declares. */
const any = Symbol('any');

function thrownBy({ id, type, event, work }: FlowNode, parts: Parts): readonly (string | typeof any)[] {
  if (work?.type === 'call') {
    const part = parts.parts?.[work.processId]?.interface;
    return part === undefined ? [any] : Object.keys(part.errors);
  }
  if (work?.type === 'job') {
    const connector = parts.connectors.find((one) => one.type === work.jobType);
    const declared = connector?.at?.(parts, id) ?? connector;
    return declared === undefined || 'fault' in declared ? [any] : declared.errors.map(({ code }) => code);
  }
  if (type !== 'bpmn:EndEvent') return [];
  return definitionsOf(event).flatMap((one) => (one.type === 'error' ? [one.code ?? any] : []));
}
