import type { ModdleElement } from '../../rules/moddle.ts';
import type { Finding } from '../types.ts';

/** Findings about a whole file. */
export function checkDefinitions(_definitions: ModdleElement): readonly Finding[] {
  return [];
}
