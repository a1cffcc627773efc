import { describe, expect, it } from 'vitest';
import { endpoints } from '../../../forms/contract/endpoints.ts';
import { openApiDocument } from '../../../engine/api/openapi.ts';

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

const document = JSON.parse(JSON.stringify(openApiDocument('https://sportello.example.it'))) as Node;

/** Every object in the document with the path that leads to it. */
function* nodes(value: unknown, path = ''): Generator<readonly [string, Node]> {
  if (!isNode(value)) return;
  yield [path, value];
  for (const [key, member] of Object.entries(value)) yield* nodes(member, `${path}/${key}`);
}

const operations = [...nodes(document['paths'])].filter(([, node]) => typeof node['operationId'] === 'string');

const at = (pointer: string): unknown =>
  pointer
    .slice(2)
    .split('/')
    .reduce<unknown>((node, key) => (isNode(node) ? node[key] : undefined), document);

describe('the description of the API', () => {
  it('names every operation of the contract once', () => {
    expect(operations.map(([, node]) => node['operationId']).sort()).toEqual(Object.keys(endpoints).sort());
  });

  it('has what the Italian guidelines want in its head', () => {
    expect(document['openapi']).toMatch(/^3\.1\./);
    expect(document['info']).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      'x-summary': expect.any(String),
      contact: { name: expect.any(String) },
      termsOfService: expect.any(String),
    });
    expect(document['servers']).toEqual([
      { url: 'https://sportello.example.it/api/v1', description: expect.any(String) },
    ]);
    expect(at('#/paths')).toHaveProperty('/status');
  });

  it('marks a server without HTTPS as a sandbox', () => {
    expect(openApiDocument('http://localhost:3000').servers).toMatchObject([{ 'x-sandbox': true }]);
  });

  it('points only to what it holds', () => {
    const dangling = [...nodes(document)]
      .map(([, node]) => node['$ref'])
      .filter((ref) => typeof ref === 'string' && at(ref) === undefined);
    expect(dangling).toEqual([]);
  });

  it('answers every refusal with problem+json', () => {
    for (const [path, operation] of operations) {
      const responses = Object.entries(operation['responses'] as Node).filter(([status]) => /^[45]/.test(status));
      expect(responses.length, path).toBeGreaterThan(2);
      for (const [status, response] of responses) {
        expect(Object.keys((response as Node)['content'] as Node), `${path} ${status}`).toEqual([
          'application/problem+json',
        ]);
      }
    }
  });

  it('gives every number a format', () => {
    const bare = [...nodes(document)].filter(
      ([, node]) => (node['type'] === 'integer' || node['type'] === 'number') && node['format'] === undefined,
    );
    expect(bare.map(([path]) => path)).toEqual([]);
  });

  it('writes paths in kebab-case and no body for a reading', () => {
    for (const path of Object.keys(document['paths'] as Node)) {
      expect(path.replace(/\{\w+\}/g, 'x')).toMatch(/^(\/[a-z0-9-]+)+$/);
    }
    const reading = operations.filter(
      ([path, node]) => /\/(get|delete)$/.test(path) && node['requestBody'] !== undefined,
    );
    expect(reading).toEqual([]);
  });

  it('asks for the key where a dossier changes', () => {
    const complete = operations.find(([, node]) => node['operationId'] === 'completeTask')?.[1];
    expect(complete?.['parameters']).toContainEqual(
      expect.objectContaining({ name: 'Idempotency-Key', in: 'header', required: true }),
    );
  });
});
