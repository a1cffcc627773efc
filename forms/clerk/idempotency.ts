import { CallProblem } from '../contract/client.ts';

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
      const unknownFate = error !== undefined && !(error instanceof CallProblem && error.problem.status < 500);
      if (!unknownFate) held = undefined;
    },
  };
}

/** Gives a random UUID (version 4); unlike `crypto.randomUUID` it also works on pages served without TLS. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte, at) => (at === 6 ? (byte & 15) | 64 : at === 8 ? (byte & 63) | 128 : byte))
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
