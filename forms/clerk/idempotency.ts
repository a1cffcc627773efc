import { isUnreachable } from '../kit/failure.ts';

/** Gives the same key for the same command until its fate is known, so that trying again never does a thing twice. */
export interface CommandKeys {
  keyFor(command: unknown): string;
  /** Forgets the key when the server has answered for good: granted, or refused without having changed anything. */
  settle(error?: unknown): void;
}

/** Makes the keys of one screen; `newKey` gives unguessable text. */
export function commandKeys(newKey: () => string): CommandKeys {
  let held: { readonly command: string; readonly key: string } | undefined;
  return {
    keyFor(command) {
      const text = JSON.stringify(command);
      if (held?.command !== text) held = { command: text, key: newKey() };
      return held.key;
    },
    settle(error) {
      const hasUnknownFate = error !== undefined && isUnreachable(error);
      if (!hasUnknownFate) held = undefined;
    },
  };
}
