import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** What is kept running. */
export interface Watched {
  readonly port: number;
  /** Starts the server again on the same port. */
  readonly startAgain: () => Promise<void>;
  /** Told when the server was found dead, and when it could not be started again. */
  readonly onDeath: (error?: unknown) => void;
}

/** How often somebody looks whether the server is there. */
const EVERY_MS = 500;

/**
 * Looks after a server: when nobody listens on its port any more, it is started again, as often as it takes. A server
 * that listens and does not answer is left alone: it may be recovering, or frozen by somebody who means it.
 */
export function keepRunning({ port, startAgain, onDeath }: Watched): { readonly leave: () => Promise<void> } {
  const left = new AbortController();
  const watching = (async () => {
    while (!left.signal.aborted) {
      await pause(EVERY_MS, undefined, { signal: left.signal, ref: false }).catch(() => undefined);
      if (left.signal.aborted || (await isListening(port))) continue;
      onDeath();
      await startAgain().catch(onDeath);
    }
  })();
  return {
    leave: async () => {
      left.abort();
      await watching;
    },
  };
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const told = (listening: boolean) => (): void => {
      socket.destroy();
      resolve(listening);
    };
    socket.once('connect', told(true));
    socket.once('error', told(false));
    // No answer is no refusal: the server is there and too busy to take a connection.
    socket.setTimeout(2000, told(true));
  });
}
