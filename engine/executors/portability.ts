import type { Program } from '../kernel/program.ts';
import type { Finding } from '../kernel/types.ts';

/** x */
export function portabilityFindings(_: Program): readonly Finding[] {
  return [];
}
