/** What keeps the service from its work without being a defect of ours: what it needs is away, or a disk is full. */
export type Fault = 'away' | 'full';

/** By what a fault is known: the SQLSTATE of PostgreSQL, the code of the system, or the name of an error. */
export const faultCodes: Readonly<Record<string, Fault>> = {
  // Connection exception, and what the driver finds when it cannot connect.
  '08000': 'away',
  '08001': 'away',
  '08003': 'away',
  '08004': 'away',
  '08006': 'away',
  '08007': 'away',
  '08P01': 'away',
  // A standby, or a server that has just become one, takes no changes.
  '25006': 'away',
  // A transaction or a session that the server ended because it stood still.
  '25P03': 'away',
  '25P04': 'away',
  '57P05': 'away',
  // Given up for the sake of another transaction, again and again.
  '40001': 'away',
  '40P01': 'away',
  // Out of memory or connections.
  '53000': 'away',
  '53200': 'away',
  '53300': 'away',
  '53400': 'away',
  // A lock or a statement took longer than it may.
  '55P03': 'away',
  '57014': 'away',
  // Shut down, crashed, starting or recovering; its database has gone.
  '57P01': 'away',
  '57P02': 'away',
  '57P03': 'away',
  '57P04': 'away',
  // The server's own files.
  '58030': 'away',
  ECONNREFUSED: 'away',
  ECONNRESET: 'away',
  ECONNABORTED: 'away',
  EPIPE: 'away',
  ETIMEDOUT: 'away',
  EHOSTUNREACH: 'away',
  ENETUNREACH: 'away',
  ENOTFOUND: 'away',
  EAI_AGAIN: 'away',
  EMFILE: 'away',
  ENFILE: 'away',
  // No connection of the pool in time.
  KnexTimeoutError: 'away',
  '53100': 'full',
  ENOSPC: 'full',
  EDQUOT: 'full',
};

/** What the drivers say without any code. */
export const faultMessages: readonly string[] = [
  'Connection terminated',
  'Connection ended unexpectedly',
  'Query read timeout',
  'timeout expired',
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
  'Unable to acquire a connection',
  'aborted',
];

/** Tells a fault of the surroundings, wherever it stands among the causes; undefined for anything else. */
export function faultOf(error: unknown): Fault | undefined {
  if (!(error instanceof Error)) return undefined;
  const own = faultCodes[codeOf(error)] ?? faultCodes[error.name];
  if (own !== undefined) return own;
  // Knex puts the statement before it, with a hyphen between.
  const said = error.message.slice(error.message.lastIndexOf(' - ') + 1).replace(/^- /, '');
  if (faultMessages.some((message) => said.startsWith(message))) return 'away';
  const inner: readonly unknown[] = error instanceof AggregateError ? error.errors : [error.cause];
  return inner.map(faultOf).find((fault) => fault !== undefined);
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
