import { extension } from './extension.ts';
import { text } from './kinds.ts';
import { onJob } from './places.ts';

/** The job type of a task that calls an operation of an HTTP service. */
export const httpJob = 'http';

/** `<iter:operation>` on a task of type `http`: which operation of which service is called. */
export const operation = extension({
  name: 'operation',
  on: onJob(httpJob),
  attributes: {
    api: text(),
    name: text(),
  },
});
