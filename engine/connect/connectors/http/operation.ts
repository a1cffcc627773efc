import { z } from 'zod';
import type { Json } from '../../../../forms/schema/document.ts';
import { inlined } from './inlined.ts';

/** Where a value goes in a request, besides the body. */
const places = ['path', 'query', 'header'] as const;

const schema = z.record(z.string(), z.json());
const media = z.looseObject({ schema: schema.default({}), example: z.json().optional() });
const content = z.record(z.string(), media).default({});

const parameter = z.looseObject({
  name: z.string(),
  in: z.enum([...places, 'cookie']),
  required: z.boolean().default(false),
  schema: schema.default({}),
});

const operationShape = z.looseObject({
  operationId: z.string(),
  parameters: z.array(parameter).default([]),
  requestBody: z.looseObject({ required: z.boolean().default(false), content }).optional(),
  responses: z.record(z.string(), z.looseObject({ content })).default({}),
});

const documentShape = z.looseObject({
  openapi: z.string(),
  servers: z.array(z.looseObject({ url: z.string() })).default([]),
  paths: z.record(z.string(), z.record(z.string(), z.json())),
});

/** A parameter of an operation. */
export interface Parameter {
  readonly name: string;
  readonly in: (typeof places)[number];
  readonly required: boolean;
  readonly schema: Readonly<Record<string, Json>>;
}

/** An operation of an OpenAPI document, with all references in it written out. */
export interface Operation {
  readonly version: '3.0' | '3.1';
  /** The address that the document gives; absent where it gives none. */
  readonly server?: string;
  readonly method: string;
  /** With its parameters in braces. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body?: { readonly required: boolean; readonly schema: Readonly<Record<string, Json>> };
  /** What a 2xx answer holds; absent where it holds nothing. */
  readonly answer?: { readonly schema: Readonly<Record<string, Json>>; readonly example?: Json | undefined };
  /** The 4xx answers that the document tells of. */
  readonly refusals: readonly { readonly status: string; readonly description: string }[];
}

const methods = ['get', 'put', 'post', 'delete', 'patch'] as const;

// OpenAPI gives these headers no meaning as parameters (3.0.3, section Parameter Object); the rest belongs to the call.
const reserved = new Set(['accept', 'content-type', 'authorization', 'host', 'content-length', 'idempotency-key']);

/** The operation of that id; undefined when the document has none, or not in a shape that can be read. */
export function operationIn(document: Json, operationId: string): Operation | undefined {
  const read = documentShape.safeParse(document);
  if (!read.success) return undefined;
  const { openapi, servers, paths } = read.data;
  for (const [path, item] of Object.entries(paths)) {
    for (const method of methods) {
      const operation = operationShape.safeParse(inlined(document, item[method] ?? null));
      if (!operation.success || operation.data.operationId !== operationId) continue;
      const shared = z
        .array(parameter)
        .default([])
        .parse(inlined(document, item['parameters'] ?? []));
      return {
        version: openapi.startsWith('3.0') ? '3.0' : '3.1',
        ...(servers[0] && { server: servers[0].url }),
        ...{ method: method.toUpperCase(), path },
        parameters: merged(shared, operation.data.parameters),
        ...exchangedIn(operation.data),
      };
    }
  }
  return undefined;
}

type ReadParameter = z.output<typeof parameter>;

// A parameter of the operation takes the place of the one of its path with the same name and place.
function merged(shared: readonly ReadParameter[], own: readonly ReadParameter[]): readonly Parameter[] {
  const all = new Map([...shared, ...own].map((each) => [`${each.in} ${each.name}`, each]));
  return [...all.values()].flatMap(({ name, in: place, required, schema: of }) => {
    if (place === 'cookie' || (place === 'header' && reserved.has(name.toLowerCase()))) return [];
    return [{ name, in: place, required, schema: of }];
  });
}

function exchangedIn({ requestBody, responses }: z.output<typeof operationShape>) {
  const asked = requestBody && jsonOf(requestBody.content);
  const success = Object.entries(responses).find(([status]) => /^2/.test(status))?.[1];
  const answered = success && jsonOf(success.content);
  return {
    ...(requestBody && asked && { body: { required: requestBody.required, schema: asked.schema } }),
    ...(answered && { answer: { schema: answered.schema, example: answered.example } }),
    refusals: Object.entries(responses)
      .filter(([status]) => /^4\d\d$/.test(status))
      .map(([status, { description }]) => ({ status, description: String(description ?? status) })),
  };
}

function jsonOf(types: z.output<typeof content>) {
  return Object.entries(types).find(([type]) => /^application\/([\w.-]+\+)?json\b/.test(type))?.[1];
}
