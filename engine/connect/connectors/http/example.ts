import type { Json } from '../../../../forms/schema/document.ts';

type Schema = Readonly<Record<string, Json>>;

const plain: Readonly<Record<string, Json>> = { string: 'esempio', number: 1, integer: 1, boolean: true, null: null };

const formats: Readonly<Record<string, string>> = {
  date: '2026-01-01',
  'date-time': '2026-01-01T00:00:00Z',
  email: 'esempio@example.org',
  uuid: '00000000-0000-4000-8000-000000000000',
  uri: 'https://example.org/',
};

/** An invented value of a schema: its example, default or first choice, or the plainest value of its type. */
export function exampleOf(schema: Schema): Json {
  const { example, default: usual, enum: choices, const: only, format } = schema;
  const told = example ?? usual ?? only ?? (Array.isArray(choices) ? choices[0] : undefined);
  if (told !== undefined) return told;
  const type = typeOf(schema);
  if (type === 'object') return objectOf(schema);
  if (type === 'array') return isSchema(schema['items']) ? [exampleOf(schema['items'])] : [];
  if (type === 'string' && typeof format === 'string') return formats[format] ?? 'esempio';
  return plain[type] ?? null;
}

function typeOf({ type, properties }: Schema): string {
  const [first] = Array.isArray(type) ? type : [type];
  return typeof first === 'string' ? first : properties === undefined ? 'null' : 'object';
}

function objectOf({ properties }: Schema): Json {
  if (!isSchema(properties)) return {};
  return Object.fromEntries(
    Object.entries(properties).map(([name, inner]) => [name, isSchema(inner) ? exampleOf(inner) : null]),
  );
}

function isSchema(value: Json | undefined): value is { [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
