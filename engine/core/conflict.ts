import type { Instant } from '../kernel/types.ts';
import type { Office } from './office.ts';

/**
 * A conflict of interest that somebody of an office has declared (L. 241/1990, art. 6-bis): they keep off the dossier.
 */
export interface Conflict {
  readonly personId: string;
  readonly name: string;
  readonly reason: string;
  readonly declaredAt: Instant;
  /** The offices that take part for which they worked: a manager of theirs decides. */
  readonly offices: readonly Office[];
  /** The manager who has decided that they keep off; absent while nobody has. */
  readonly confirmed?: {
    readonly personId: string;
    readonly name: string;
    readonly at: Instant;
    readonly reason: string;
  };
}
