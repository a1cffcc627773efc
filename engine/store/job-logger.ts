import { Logger } from 'graphile-worker';

/** A logger for the job queue that says nothing: its migrations are part of ours. */
export const quietJobLogger = new Logger(() => () => undefined);
