import { createHash } from 'node:crypto';
import type { Middleware } from 'koa';
import { z } from 'zod';
import {
  createDocument,
  type CreateDocumentOptions,
  type ZodOpenApiComponentsObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
} from 'zod-openapi';
import type { Endpoint } from '../../forms/contract/endpoint.ts';
import { endpoints } from '../../forms/contract/endpoints.ts';
import { problem } from '../../forms/contract/problem.ts';
import type { Json } from '../../forms/schema/document.ts';
import { isRecord } from '../../forms/schema/json.ts';
import type { JsonSchema } from '../../forms/schema/json-schema.ts';
import { answerUnchanged } from './freshness.ts';
import { answerMethods, isReading, reading } from './methods.ts';
import { version } from './version.ts';

type Document = ReturnType<typeof createDocument>;

/** Serves the description of the API at `/openapi.json` and `/api/v1/openapi.json`. */
export function openApiRoute(baseUrl: string, answerSchemas: () => Promise<AnswerSchemas>): Middleware {
  let made: { readonly from: string; readonly text: string } | undefined;
  return async (ctx, next) => {
    if (ctx.path !== '/openapi.json' && ctx.path !== '/api/v1/openapi.json') return next();
    if (!isReading(ctx)) return answerMethods(ctx, reading);
    const schemas = await answerSchemas();
    const from = JSON.stringify(schemas);
    if (made?.from !== from) made = { from, text: JSON.stringify(openApiDocument(baseUrl, schemas)) };
    const { text } = made;
    ctx.type = 'application/json';
    ctx.body = text;
    answerUnchanged(ctx, createHash('sha256').update(text).digest('base64url'));
    return undefined;
  };
}

/**
 * The OpenAPI 3.1 description of every operation of the contract, as the Italian guidelines want it (ModI, LG API
 * 2023).
 */
export function openApiDocument(baseUrl: string, answerSchemas: AnswerSchemas = {}): Document {
  return createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'Iter, Engine API',
        version,
        'x-summary': 'Presentare istanze, seguire pratiche e lavorarle negli uffici',
        description:
          'Le operazioni del portale dei cittadini e della scrivania degli uffici. Chi chiama entra con SPID, CIE o l’identità dell’ufficio; gli errori sono problem+json (RFC 9457) con un codice stabile.',
        termsOfService: `${baseUrl}/privacy`,
        contact: { name: 'Iter', url: `${baseUrl}/accessibilita` },
        license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
      },
      servers: [{ url: `${baseUrl}/api/v1`, description: 'Questo servizio', ...sandbox(baseUrl) }],
      tags: tags.map(([name, description]) => ({ name, description })),
      paths: paths(),
      components: {
        schemas: answerComponents(answerSchemas),
        securitySchemes: {
          citizen: { type: 'apiKey', in: 'cookie', name: 'iter.citizen', description: 'Sessione del portale' },
          office: { type: 'apiKey', in: 'cookie', name: 'iter.office', description: 'Sessione dell’ufficio' },
        },
      },
    },
    { override: withFormats },
  );
}

/** The JSON Schemas of the answers of the published procedures, by procedure. */
export type AnswerSchemas = Readonly<Record<string, JsonSchema>>;

/** They stand among the components under `Risposte.<procedure>`; the draft and the application carry such answers. */
function answerComponents(schemas: AnswerSchemas): NonNullable<ZodOpenApiComponentsObject['schemas']> {
  const named = Object.entries(schemas).map(([procedureId, schema]) => {
    const { $schema: _dialect, ...rest } = schema;
    return [`Risposte.${procedureId}`, withNumberFormats({ title: `Risposte: ${procedureId}`, ...rest })] as const;
  });
  // The border to the library, whose schema type is narrower than JSON Schema.
  return Object.fromEntries(named) as NonNullable<ZodOpenApiComponentsObject['schemas']>;
}

const numberFormats: Readonly<Record<string, string>> = { integer: 'int64', number: 'double' };

function withNumberFormats(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(withNumberFormats);
  if (!isRecord(schema)) return schema;
  const members = Object.entries(schema).map(([name, member]) => [name, withNumberFormats(member)] as const);
  const format = numberFormats[String(schema['type'])];
  return { ...Object.fromEntries(members), ...(format === undefined ? {} : { format }) };
}

/** Over plain HTTP there are only development machines; the guidelines want them marked. */
const sandbox = (baseUrl: string) => (baseUrl.startsWith('https:') ? {} : { 'x-sandbox': true });

const tags = [
  ['public', 'Senza accesso'],
  ['citizen', 'Per chi è entrato nel portale'],
  ['office', 'Per chi è entrato come ufficio'],
  ['signed-in', 'Per chi è entrato, in uno dei due modi'],
] as const;

function paths(): ZodOpenApiPathsObject {
  const all: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const [name, endpoint] of Object.entries(endpoints)) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}');
    all[path] = { ...all[path], [endpoint.method]: operation(name, endpoint) };
  }
  return all;
}

function operation(name: string, endpoint: Endpoint): ZodOpenApiOperationObject {
  const header = endpoint.idempotent === true ? { header: idempotencyHeader } : {};
  return {
    operationId: name,
    summary: endpoint.summary,
    description: endpoint.summary,
    tags: [endpoint.audience],
    security: securityOf(endpoint),
    requestParams: { ...objectPart('path', endpoint.params), ...objectPart('query', endpoint.query), ...header },
    ...requestBody(name, endpoint),
    responses: { [`${endpoint.status ?? 200}`]: success(endpoint), ...refusals(endpoint) },
  } as ZodOpenApiOperationObject;
}

const idempotencyHeader = z.object({
  'Idempotency-Key': z
    .string()
    .min(8)
    .max(200)
    .meta({ description: 'La stessa chiave riceve la stessa risposta: la cosa si fa una volta sola' }),
});

function objectPart(name: 'path' | 'query', schema: z.ZodType | undefined) {
  return schema instanceof z.ZodObject ? { [name]: schema } : {};
}

function securityOf(endpoint: Endpoint): Record<string, string[]>[] {
  if (endpoint.audience === 'public') return [];
  if (endpoint.audience === 'signed-in') return [{ citizen: [] }, { office: [] }];
  return [{ [endpoint.audience]: [] }];
}

const fileBody = z.object({ file: z.string().meta({ description: 'Il file', override: { format: 'binary' } }) });

function requestBody(name: string, endpoint: Endpoint) {
  if (name === 'createUpload')
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema: fileBody } } } };
  if (endpoint.body === undefined) return {};
  return { requestBody: { required: true, content: { 'application/json': { schema: endpoint.body } } } };
}

const binary = z.string().meta({ override: { format: 'binary' } });

function success(endpoint: Endpoint) {
  const description = endpoint.summary;
  if (endpoint.produces !== undefined) return { description, content: { [endpoint.produces]: { schema: binary } } };
  if (endpoint.response === undefined) return { description };
  return { description, content: { 'application/json': { schema: endpoint.response } } };
}

function refusals(endpoint: Endpoint) {
  const signedIn = endpoint.audience === 'public' ? [] : (['401', '403'] as const);
  const changes = endpoint.method === 'get' ? [] : (['409', '413', '415', '422'] as const);
  const limited = endpoint.limit === undefined ? [] : (['429'] as const);
  const statuses = ['400', ...signedIn, '404', ...changes, ...limited, '500', '503'] as const;
  return Object.fromEntries(statuses.map((status) => [status, refusal(status)]));
}

const refusalWords: Readonly<Record<string, string>> = {
  '400': 'La richiesta non è scritta come previsto',
  '401': 'Bisogna entrare',
  '403': 'Manca il permesso, o la richiesta arriva da un altro sito',
  '404': 'Non c’è, o non si può vedere',
  '409': 'Intanto le cose sono cambiate',
  '413': 'Troppo grande',
  '415': 'Il tipo di contenuto non si accetta',
  '422': 'Alcune risposte non vanno bene',
  '429': 'Troppe in poco tempo: riprovare più tardi',
  '500': 'Qualcosa non ha funzionato',
  '503': 'Il servizio non risponde: riprovare',
};

function refusal(status: string) {
  return {
    description: refusalWords[status] ?? status,
    content: { 'application/problem+json': { schema: problem } },
    ...(status === '503' || status === '429'
      ? { headers: z.object({ 'Retry-After': z.string().meta({ description: 'Secondi da aspettare' }) }) }
      : {}),
  };
}

/** The guidelines want a format on every number; zod writes the bounds of a safe integer instead. */
const withFormats: CreateDocumentOptions['override'] = ({ jsonSchema }) => {
  if (jsonSchema.type === 'number') jsonSchema.format = 'double';
  if (jsonSchema.type !== 'integer') return;
  jsonSchema.format = 'int64';
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
};
