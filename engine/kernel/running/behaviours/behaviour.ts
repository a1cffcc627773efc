import type { FlowNode } from '../../program.ts';
import type { Run } from '../run.ts';
import type { Token } from '../state.ts';

/** What happens when a token arrives at an element of some type. It may open waits, leave, or do both. */
export type Behaviour = (run: Run, token: Token, node: FlowNode) => void;
