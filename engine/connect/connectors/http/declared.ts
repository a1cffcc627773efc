import { z } from 'zod';
import type { Json } from '../../../../forms/schema/document.ts';
import type { Declared } from '../../../core/connector.ts';
import type { DrawnProcedure } from '../../../core/drawn-procedure.ts';
import type { OperationFault } from '../../../findings/connector.ts';
import { operation as operationDrawn } from '../../../language/operation.ts';
import { operationIn, type Operation } from './operation.ts';

/** The operation that an element asks for, and the name of its document. */
export interface Asked {
  readonly api: string;
  readonly operation: Operation;
}

/** The operation that an element asks for; `fault` says why there is none. */
export function askedAt(
  { facts, apis = {} }: DrawnProcedure,
  elementId: string,
): Asked | { readonly fault: OperationFault } {
  const drawn = operationDrawn.of(facts[elementId]);
  if (drawn === undefined) return { fault: { code: 'operation-not-said' } };
  const document = apis[drawn.api];
  if (document === undefined) return { fault: { code: 'api-missing', api: drawn.api } };
  const operation = operationIn(document, drawn.name);
  if (operation !== undefined) return { api: drawn.api, operation };
  return { fault: { code: 'operation-unknown', api: drawn.api, operation: drawn.name } };
}

/** What is exchanged at an element: its parameters and `body`; `status` and `body`; an error for each 4xx answer. */
export function declaredFor(
  procedure: DrawnProcedure,
  elementId: string,
): Declared | { readonly fault: OperationFault } {
  const asked = askedAt(procedure, elementId);
  if ('fault' in asked) return asked;
  const { version, parameters, body, answer, refusals } = asked.operation;
  try {
    const given = parameters.map(({ name, required, schema }) => [name, needed(schemaOf(schema, version), required)]);
    return {
      input: z.object({
        ...Object.fromEntries(given),
        ...(body && { body: needed(schemaOf(body.schema, version), body.required) }),
      }),
      output: z.object({ status: z.number(), body: answer ? schemaOf(answer.schema, version) : z.null() }),
      errors: refusals.map(({ status, description }) => ({ code: errorCode(status), label: description })),
    };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return { fault: { code: 'schema-unusable', api: asked.api, reason } };
  }
}

/** The BPMN error of an answer: `http-404`. */
export const errorCode = (status: number | string): string => `http-${status}`;

const needed = (schema: z.ZodType, isRequired: boolean): z.ZodType => (isRequired ? schema : schema.optional());

function schemaOf(schema: Readonly<Record<string, Json>>, version: Operation['version']): z.ZodType {
  return z.fromJSONSchema(schema, { defaultTarget: version === '3.0' ? 'openapi-3.0' : 'draft-2020-12' });
}
