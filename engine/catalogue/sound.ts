import { examineSoundness } from '../kernel/soundness/soundness.ts';
import type { Unsoundness } from '../kernel/soundness/soundness.ts';
import type { Program } from '../kernel/program.ts';
import type { Finding } from '../kernel/types.ts';
import { programsOf } from './expressions.ts';
import type { Parts } from './expressions.ts';

/** So many states of each process are looked at: a second or two for the largest procedures. */
const mostStates = 1500;

/**
 * In which ways dossiers of a procedure can get stuck, or never end, or end over a task; each with the steps that lead
 * there, in words.
 */
export function soundnessFindings(parts: Pick<Parts, 'program' | 'companions'>): readonly Finding[] {
  return programsOf(parts).flatMap((program) =>
    examineSoundness(program, mostStates).findings.map((finding) => told(finding, program)),
  );
}

function told({ steps, message, ...finding }: Unsoundness, { nodes }: Program): Finding {
  const way = steps.flatMap((step) => (step.elementId === undefined ? [] : [step.elementId]));
  const names = way.map((id) => `«${nodes[id]?.name || id}»`);
  const said = names.length === 0 ? '' : ` Ci si arriva così: ${names.join(', poi ')}.`;
  return { ...finding, file: 'procedure.bpmn', message: `${message}${said}` };
}
