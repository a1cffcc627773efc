import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** A request as a service outside has received it. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A service on this machine. */
export interface OutsideService {
  readonly origin: string;
  readonly received: readonly Received[];
  /** Answers like this from now on. */
  answers(answer: (received: Received, response: ServerResponse) => void): void;
  stop(): Promise<void>;
}

/** Starts a service that answers 404 until it is told what to answer. */
export async function anOutsideService(): Promise<OutsideService> {
  const received: Received[] = [];
  let answer: (received: Received, response: ServerResponse) => void = (_received, response) =>
    response.writeHead(404).end();
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      const { method = '', url: path = '', headers } = request;
      const one = { method, path, headers, body: body.toString() };
      received.push(one);
      answer(one, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    origin: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    received,
    answers: (next) => {
      answer = next;
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Answers with a value as JSON. */
export const json =
  (value: unknown, status = 200) =>
  (_received: Received, response: ServerResponse): void =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));

/** The OpenAPI document of a small registry of residents. */
export const registryDocument = (origin = 'https://registro.example.it') => ({
  openapi: '3.0.3',
  info: { title: 'Registro', version: '1.0.0' },
  servers: [{ url: `${origin}/v1` }],
  paths: {
    '/residents/{code}': {
      parameters: [{ $ref: '#/components/parameters/Code' }],
      post: {
        operationId: 'askResident',
        parameters: [
          { name: 'on', in: 'query', required: false, schema: { type: 'string', format: 'date' } },
          { name: 'X-Purpose', in: 'header', required: true, schema: { type: 'string' } },
        ],
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Question' } } },
        },
        responses: {
          200: {
            description: 'Trovato',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Resident' } } },
          },
          404: { description: 'Non è nel registro' },
        },
      },
    },
  },
  components: {
    parameters: { Code: { name: 'code', in: 'path', required: true, schema: { type: 'string' } } },
    schemas: {
      Question: { type: 'object', required: ['reason'], properties: { reason: { type: 'string' } } },
      Resident: {
        type: 'object',
        required: ['address'],
        properties: {
          address: { type: 'string', example: 'Via Roma 1' },
          household: { type: 'array', items: { $ref: '#/components/schemas/Resident' } },
        },
      },
    },
  },
});
