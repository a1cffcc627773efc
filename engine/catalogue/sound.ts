import { examineSoundness } from '../kernel/soundness/soundness.ts';
import type { Finding } from '../findings/finding.ts';
import { programsOf } from './expressions.ts';
import type { Parts } from './expressions.ts';
import { pathInPackage } from './read-interface.ts';

/** So many states of each process are looked at: a second or two for the largest procedures. */
const mostStates = 1500;

/**
 * In which ways dossiers of a procedure, or calls of its parts, can get stuck, or never end, or end over a task; each
 * with the steps that lead there, in words.
 */
export function soundnessFindings(parts: Drawn & Pick<Parts, 'parts'>): readonly Finding[] {
  const inside = Object.entries(parts.parts ?? {}).flatMap(([id, part]) =>
    unsoundIn(part).map((finding) => ({ ...finding, file: pathInPackage(id, finding.file ?? 'procedure.bpmn') })),
  );
  return [...unsoundIn(parts), ...inside];
}

type Drawn = Pick<Parts, 'program' | 'companions'>;

const unsoundIn = (parts: Drawn): readonly Finding[] =>
  programsOf(parts).flatMap((program) =>
    examineSoundness(program, mostStates).findings.map(({ steps: _, ...finding }) => ({
      ...finding,
      file: 'procedure.bpmn',
    })),
  );
