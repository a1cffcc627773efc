const text = { type: 'string', minLength: 1 };
const extension = { '^x-': {} };

/** An object with these members and no others, extensions apart. */
function strict(properties: Readonly<Record<string, unknown>>, ...required: readonly string[]) {
  return { type: 'object', properties, required, patternProperties: extension, additionalProperties: false };
}

/** Any names, all with members like this. */
function mapOf(member: unknown) {
  return { type: 'object', additionalProperties: member };
}

const schema = { type: ['object', 'boolean'] };
const content = mapOf(strict({ schema, encoding: { type: 'object' } }, 'schema'));
const header = strict({ description: text, required: { type: 'boolean' }, schema }, 'schema');

const parameter = {
  ...strict(
    {
      name: text,
      in: { enum: ['query', 'header', 'path', 'cookie'] },
      description: text,
      required: { type: 'boolean' },
      schema,
    },
    'name',
    'in',
    'schema',
  ),
  // What stands in the path cannot be left out.
  if: { properties: { in: { const: 'path' } } },
  then: { properties: { required: { const: true } }, required: ['required'] },
};

const response = strict({ description: text, content, headers: mapOf(header) }, 'description');
const requestBody = strict({ description: text, required: { type: 'boolean' }, content }, 'content');
const security = { type: 'array', items: mapOf({ type: 'array', items: text }) };

const operation = strict(
  {
    operationId: text,
    summary: text,
    description: text,
    tags: { type: 'array', items: text },
    security,
    parameters: { type: 'array', items: parameter, uniqueItems: true },
    requestBody,
    responses: {
      type: 'object',
      minProperties: 1,
      patternProperties: { '^[1-5][0-9][0-9]$': response },
      additionalProperties: false,
    },
  },
  'operationId',
  'responses',
);

const methods = ['get', 'put', 'post', 'delete', 'patch'];

/** The structure of OpenAPI 3.1.0, section 4.8, as far as our document uses it; what it does not use is not allowed. */
export const openApiStructure = strict(
  {
    openapi: { type: 'string', pattern: '^3\\.1\\.\\d+$' },
    info: strict(
      {
        title: text,
        version: text,
        description: text,
        termsOfService: { type: 'string', pattern: '^https?://' },
        contact: strict({ name: text, url: text, email: text }),
        license: strict({ name: text, identifier: text }, 'name'),
      },
      'title',
      'version',
    ),
    servers: { type: 'array', items: strict({ url: text, description: text }, 'url') },
    tags: { type: 'array', items: strict({ name: text, description: text }, 'name') },
    paths: {
      type: 'object',
      patternProperties: { '^/': strict(Object.fromEntries(methods.map((method) => [method, operation]))) },
      additionalProperties: false,
    },
    components: strict({
      schemas: { type: 'object', patternProperties: { '^[\\w.-]+$': schema }, additionalProperties: false },
      securitySchemes: mapOf(
        strict(
          { type: { const: 'apiKey' }, in: { enum: ['query', 'header', 'cookie'] }, name: text, description: text },
          'type',
          'in',
          'name',
        ),
      ),
    }),
  },
  'openapi',
  'info',
  'paths',
);
