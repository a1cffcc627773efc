import type { Finding } from '../findings/finding.ts';
import { programsOf } from './expressions.ts';
import type { Parts } from './expressions.ts';
import { error } from './findings.ts';

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
    const message = `L’attività ${elementId} richiama il processo ${processId} di questo stesso diagramma (bindingType="deployment"), che però non c’è o non è eseguibile.`;
    return [{ ...error('procedure.bpmn', 'call.process-missing', message), elementId }];
  });
}

/** What is wrong with a call of a process that is published nowhere. */
export function unpublishedCall({ elementId, processId, versionTag }: OutsideCall): Finding {
  const which = versionTag === null ? '' : ` con l’etichetta di versione «${versionTag}»`;
  const message = `L’attività ${elementId} richiama il processo ${processId}${which}, che non è pubblicato: va pubblicato prima di questo procedimento, o insieme.`;
  return { ...error('procedure.bpmn', notPublished, message), elementId };
}

function namedCalls(parts: Pick<Parts, 'program' | 'companions'>) {
  const nodes = programsOf(parts).flatMap((program) => Object.values(program.nodes));
  return nodes.flatMap(({ id: elementId, work }) => {
    if (work?.type !== 'call' || work.processId.startsWith('=')) return [];
    return [{ elementId, processId: work.processId, binding: work.binding }];
  });
}
