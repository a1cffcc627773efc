import { gathered } from '../language/gathered.ts';
import { programsWithin, type Procedure } from './procedure.ts';
import { withParts } from './with-parts.ts';

/** Whether a task is one that several people answer, each for themself. */
export function isOneOfMany(elementId: string, procedure: Procedure): boolean {
  if (gathered.of(withParts(procedure).facts[elementId]) !== undefined) return true;
  const { nodes } = programsWithin(procedure).find((program) => elementId in program.nodes) ?? procedure.program;
  for (let at = nodes[elementId]; at !== undefined; at = at.parent === undefined ? undefined : nodes[at.parent]) {
    if (at.loop !== undefined && at.loop.type !== 'standard') return true;
  }
  return false;
}
