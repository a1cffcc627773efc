import { z } from 'zod';
import type { DatabasePatience } from './store/db.ts';

/** How much this process takes on at a time, and how long it waits. */
export interface Limits {
  /** Connections that commands use, and those for everything else. */
  readonly commandConnections: number;
  readonly otherConnections: number;
  /** Requests in hand; further ones wait 300 ms for their turn and are then sent away. */
  readonly requests: number;
  readonly patience: DatabasePatience;
  /** For what is in hand when the process is told to stop. */
  readonly stopMs: number;
}

const whole = (least: number, most: number, usual: number) =>
  z
    .string()
    .regex(/^\d{1,7}$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most)
    .default(usual);

/** The variables that set limits. */
export const limitVariables = {
  ITER_COMMAND_CONNECTIONS: whole(1, 1000, 8),
  ITER_OTHER_CONNECTIONS: whole(1, 1000, 8),
  ITER_REQUESTS: whole(1, 100_000, 12),
  ITER_ACQUIRE_MS: whole(100, 600_000, 3000),
  ITER_STATEMENT_MS: whole(100, 600_000, 20_000),
  ITER_LOCK_MS: whole(100, 600_000, 5000),
  ITER_IDLE_IN_TRANSACTION_MS: whole(100, 600_000, 10_000),
  ITER_ANSWER_MS: whole(100, 600_000, 25_000),
  ITER_STOP_MS: whole(0, 600_000, 10_000),
};

const milliseconds = 'un numero intero di millisecondi, da 100 a 600000';
const connections = 'un numero intero da 1 a 1000';

/** What each of them expects. */
export const limitExpectations = {
  ITER_COMMAND_CONNECTIONS: connections,
  ITER_OTHER_CONNECTIONS: connections,
  ITER_REQUESTS: 'un numero intero da 1 a 100000',
  ITER_ACQUIRE_MS: milliseconds,
  ITER_STATEMENT_MS: milliseconds,
  ITER_LOCK_MS: milliseconds,
  ITER_IDLE_IN_TRANSACTION_MS: milliseconds,
  ITER_ANSWER_MS: milliseconds,
  ITER_STOP_MS: 'un numero intero di millisecondi, da 0 a 600000',
} as const satisfies Record<keyof typeof limitVariables, string>;

/** The limits that the environment sets. */
export function limitsOf(env: { readonly [Name in keyof typeof limitVariables]: number }): Limits {
  return {
    commandConnections: env.ITER_COMMAND_CONNECTIONS,
    otherConnections: env.ITER_OTHER_CONNECTIONS,
    requests: env.ITER_REQUESTS,
    patience: {
      acquireMs: env.ITER_ACQUIRE_MS,
      statementMs: env.ITER_STATEMENT_MS,
      lockMs: env.ITER_LOCK_MS,
      idleInTransactionMs: env.ITER_IDLE_IN_TRANSACTION_MS,
      answerMs: env.ITER_ANSWER_MS,
    },
    stopMs: env.ITER_STOP_MS,
  };
}
