import { errorIn } from '../findings/finding.ts';
import type { Finding } from '../findings/finding.ts';
import { programsOf } from './expressions.ts';
import type { Parts } from './expressions.ts';

/** The rule that a call breaks when what it names is published nowhere. */
export const notPublished = 'call.process-not-published';

/** A call activity that names a process wherever it is published: its newest version, or that under a tag. */
export interface OutsideCall {
  readonly elementId: string;
  readonly processId: string;
  readonly versionTag: string | null;
}

/**
 * The calls of a procedure that look for a published process. One that an expression names is known only when it is
 * made.
 */
export function outsideCalls(parts: Pick<Parts, 'program' | 'companions' | 'parts'>): readonly OutsideCall[] {
  return namedCalls(parts).flatMap(({ elementId, processId, binding }) => {
    if (binding.type === 'deployment' || processId in (parts.parts ?? {})) return [];
    return [{ elementId, processId, versionTag: binding.type === 'versionTag' ? binding.tag : null }];
  });
}

/** Calls of a process that has to be in the same diagram, and is not; others are looked for when it is published. */
export function checkCalls(parts: Parts): readonly Finding[] {
  const programs = programsOf(parts);
  return namedCalls(parts).flatMap(({ elementId, processId, binding }) => {
    if (binding.type !== 'deployment' || programs.some((program) => program.processId === processId)) return [];
    return [{ ...errorIn('procedure.bpmn', 'call.process-missing', { process: processId }), elementId }];
  });
}

/** What is wrong with a call of a process that is published nowhere. */
export function unpublishedCall({ elementId, processId, versionTag }: OutsideCall): Finding {
  const params = { process: processId, ...(versionTag !== null && { versionTag }) };
  return { ...errorIn('procedure.bpmn', notPublished, params), elementId };
}

function namedCalls(parts: Pick<Parts, 'program' | 'companions'>) {
  const nodes = programsOf(parts).flatMap((program) => Object.values(program.nodes));
  return nodes.flatMap(({ id: elementId, work }) => {
    if (work?.type !== 'call' || work.processId.startsWith('=')) return [];
    return [{ elementId, processId: work.processId, binding: work.binding }];
  });
}
