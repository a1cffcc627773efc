import type { Instant } from '../kernel/types.ts';

/** How the dossier stood after a command; kept, so that a repeated key is answered the same. */
export interface Answer {
  readonly dossierId: string;
  readonly eventCount: number;
  readonly headHash: string;
  readonly at: Instant;
  /** The number under which the command, or what it made, was registered. */
  readonly registration?: string;
}
