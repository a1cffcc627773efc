/** What keeps an operation of an OpenAPI document from being asked. */
export type OperationFault =
  | { readonly code: 'operation-not-said' }
  | { readonly code: 'api-missing'; readonly api: string }
  | { readonly code: 'operation-unknown'; readonly api: string; readonly operation: string }
  | { readonly code: 'schema-unusable'; readonly api: string; readonly reason: string };

/** A type of value that a connector takes. */
export type ValueType = 'string' | 'number' | 'boolean' | 'array' | 'object' | 'other';

/** What the connector is called by its own record, and what there is instead. */
interface OfService {
  readonly service: string;
}

/** What is found of tasks that call services outside. */
export interface ConnectorFindings {
  readonly 'connector.input-missing': OfService & { readonly input: string };
  readonly 'connector.input-type': OfService & {
    readonly input: string;
    readonly source: string;
    readonly expected: ValueType;
  };
  readonly 'connector.input-unknown': OfService & { readonly input: string; readonly known: readonly string[] };
  readonly 'connector.operation': { readonly fault: OperationFault };
  readonly 'connector.output-unknown': OfService & { readonly output: string; readonly known: readonly string[] };
  /** `service`: the job type of the task. */
  readonly 'connector.unknown': OfService & { readonly known: readonly string[] };
}
