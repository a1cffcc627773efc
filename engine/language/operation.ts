import { extension } from './extension.ts';
import { text } from './kinds.ts';
import { onJob } from './places.ts';

/** The job type of a task that calls an operation of an HTTP service. */
export const httpJob = 'http';

/** `<iter:operation>` on a task of type `http`: which operation of which service is called. */
export const operation = extension({
  name: 'operation',
  label: 'Servizio esterno',
  hint: 'Quale operazione si chiede, e a quale servizio. Il file OpenAPI del servizio sta in apis.',
  on: onJob(httpJob),
  attributes: {
    api: text({ label: 'Servizio', hint: 'Il nome del file in apis, senza la fine.' }),
    name: text({ label: 'Operazione', hint: 'Il suo operationId nel file del servizio.' }),
  },
});
