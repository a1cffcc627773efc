import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { endpoints } from '../../../forms/contract/endpoints.ts';
import { openApiDocument } from '../../../engine/api/openapi.ts';
import { isNode, italianRules, placesIn, type Node } from '../../support/openapi-rules.ts';
import { openApiStructure } from '../../support/openapi-structure.ts';

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

const ruleset = fileURLToPath(
  new URL('../../../../shared/standards/modi-api/spectral-italian-guidelines-full.yml', import.meta.url),
);

describe('the Italian guidelines', () => {
  it.each(Object.keys(italianRules))('%s is kept', (rule) => {
    expect(italianRules[rule]?.(document)).toEqual([]);
  });

  it.skipIf(!existsSync(ruleset))('have no rule of severity error that is not examined here', () => {
    const { rules } = parse(readFileSync(ruleset, 'utf8')) as { rules: Record<string, { severity: string }> };
    const errors = Object.entries(rules).flatMap(([name, { severity }]) => (severity === 'error' ? [name] : []));
    expect(Object.keys(italianRules).sort()).toEqual(errors.sort());
  });

  it.each([
    ['servers-use-https', { servers: [{ url: 'http://a.example', description: 'x' }] }],
    ['servers-description', { servers: [{ url: 'https://a.example' }] }],
    ['integer-format', { components: { schemas: { A: { type: 'integer' } } } }],
    [
      'use-problem-json-for-errors',
      { paths: { '/a': { get: { responses: { 404: { content: { 'text/html': {} } } } } } } },
    ],
    ['http-request-GET-no-body', { paths: { '/a': { get: { requestBody: {} } } } }],
    ['sec-credentials-parameters', { paths: { '/a': { get: { parameters: [{ name: 'apiKey', in: 'query' }] } } } }],
    ['no-forbidden-headers', { paths: { '/a': { get: { parameters: [{ name: 'Accept', in: 'header' }] } } } }],
  ])('%s finds a document that breaks it', (rule, broken) => {
    expect(italianRules[rule]?.(broken)).toHaveLength(1);
  });
});

describe('OpenAPI 3.1', () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });

  it('has the structure that the document has', () => {
    const isSound = ajv.compile(openApiStructure);
    isSound(document);
    expect(isSound.errors ?? []).toEqual([]);
  });

  it('has JSON Schema 2020-12 for every schema', () => {
    const schemas = placesIn(document).flatMap(({ path, node }) => {
      const isSchema = path.at(-1) === 'schema' || (path.length === 3 && path[1] === 'schemas');
      return isSchema ? [{ path: path.join('/'), node }] : [];
    });
    expect(schemas.length).toBeGreaterThan(50);
    expect(schemas.filter(({ node }) => ajv.validateSchema(node) !== true).map(({ path }) => path)).toEqual([]);
  });

  it('wants every parameter of a path described, and no other', () => {
    for (const [path, operation] of operations) {
      const wanted = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const given = [operation['parameters'] ?? []]
        .flat()
        .filter(isNode)
        .filter((one) => one['in'] === 'path');
      expect(given.map((one) => one['name']).sort(), path).toEqual(wanted.sort());
    }
  });

  it('wants every security scheme and tag to be there', () => {
    const schemes = Object.keys(at('#/components/securitySchemes') as Node);
    const tags = [document['tags']]
      .flat()
      .filter(isNode)
      .map((tag) => tag['name']);
    for (const [path, operation] of operations) {
      const used = [operation['security'] ?? []]
        .flat()
        .filter(isNode)
        .flatMap((one) => Object.keys(one));
      expect(schemes, path).toEqual(expect.arrayContaining(used));
      expect(tags, path).toEqual(expect.arrayContaining([operation['tags'] ?? []].flat()));
    }
  });
});
