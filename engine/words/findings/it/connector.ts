import type { ConnectorFindings, OperationFault, ValueType } from '../../../findings/connector.ts';
import type { FindingSentences } from '../finding-words.ts';

const types: Readonly<Record<ValueType, string>> = {
  string: 'un testo',
  number: 'un numero',
  boolean: 'sì o no (true o false)',
  array: 'una lista',
  object: 'un contesto',
  other: 'un valore di altro tipo',
};

const listed = (names: readonly string[]): string => names.join(', ') || 'nulla';

function faultInWords(fault: OperationFault): string {
  switch (fault.code) {
    case 'operation-not-said':
      return 'manca iter:operation, che dice quale operazione si chiede';
    case 'api-missing':
      return `il servizio «${fault.api}» non ha un file apis/${fault.api}.json o .yaml`;
    case 'operation-unknown':
      return `nel file apis/${fault.api} non c’è l’operazione «${fault.operation}» (operationId)`;
    case 'schema-unusable':
      return `uno schema dell’operazione in apis/${fault.api} non si può usare: ${fault.reason}`;
  }
}

/** What is found of tasks that call services outside, in Italian. */
export const italianConnector: FindingSentences<ConnectorFindings> = {
  'connector.input-missing': ({ elementId, service, input }) =>
    `L’attività ${elementId} (${service}) non dà «${input}»: serve un ingresso (zeebe:input) con target="${input}".`,
  'connector.input-type': ({ elementId, service, input, source, expected }) =>
    `L’attività ${elementId} (${service}) dà «${source}» per «${input}»: serve ${types[expected]}.`,
  'connector.input-unknown': ({ elementId, service, input, known }) =>
    `L’attività ${elementId} (${service}) dà «${input}», che il servizio non prende: prende ${listed(known)}.`,
  'connector.operation': ({ elementId, fault }) => `L’attività ${elementId}: ${faultInWords(fault)}.`,
  'connector.output-unknown': ({ elementId, service, output, known }) =>
    `L’attività ${elementId} (${service}) prende «${output}», che il servizio non dà: dà ${listed(known)}.`,
  'connector.unknown': ({ elementId, service, known }) =>
    `L’attività ${elementId} chiede il servizio «${service}», che non c’è: si può chiedere ${known.join(', ')}.`,
};
