import type { ConnectorFindings, OperationFault, ValueType } from '../../../findings/connector.ts';
import type { FindingSentences } from '../finding-words.ts';

const types: Readonly<Record<ValueType, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'yes or no (true or false)',
  array: 'a list',
  object: 'a context',
  other: 'a value of another type',
};

const listed = (names: readonly string[]): string => names.join(', ') || 'nothing';

function faultInWords(fault: OperationFault): string {
  switch (fault.code) {
    case 'operation-not-said':
      return 'iter:operation is missing, which says what operation is asked for';
    case 'api-missing':
      return `the service “${fault.api}” has no file apis/${fault.api}.json or .yaml`;
    case 'operation-unknown':
      return `the file apis/${fault.api} has no operation “${fault.operation}” (operationId)`;
    case 'schema-unusable':
      return `a schema of the operation in apis/${fault.api} cannot be used: ${fault.reason}`;
  }
}

/** What is found of tasks that call services outside, in English. */
export const englishConnector: FindingSentences<ConnectorFindings> = {
  'connector.input-missing': ({ elementId, service, input }) =>
    `Task ${elementId} (${service}) does not give “${input}”: it needs an input (zeebe:input) with target="${input}".`,
  'connector.input-type': ({ elementId, service, input, source, expected }) =>
    `Task ${elementId} (${service}) gives “${source}” for “${input}”: it takes ${types[expected]}.`,
  'connector.input-unknown': ({ elementId, service, input, known }) =>
    `Task ${elementId} (${service}) gives “${input}”, which the service does not take: it takes ${listed(known)}.`,
  'connector.operation': ({ elementId, fault }) => `Task ${elementId}: ${faultInWords(fault)}.`,
  'connector.output-unknown': ({ elementId, service, output, known }) =>
    `Task ${elementId} (${service}) takes “${output}”, which the service does not give: it gives ${listed(known)}.`,
  'connector.unknown': ({ elementId, service, known }) =>
    `Task ${elementId} asks for the service “${service}”, which does not exist: what can be asked for is ${known.join(', ')}.`,
};
