import type { Misshapen } from './shape-fault.ts';

/** What is found in scenarios. */
export interface CoreFindings {
  readonly 'scenario.json': { readonly reason: string };
  readonly 'scenario.shape': Misshapen;
}
