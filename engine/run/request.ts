import type { Actor } from '../core/actor.ts';
import type { Command } from '../core/command.ts';

/** A command with who asks. */
export interface RunRequest {
  readonly command: Command;
  readonly actor: Actor;
  /** Made by whoever asks; asking again with the same key asks nothing new. */
  readonly key: string;
}
