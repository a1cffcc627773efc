import type { Json } from '../../../../forms/schema/document.ts';
import { Problem } from '../../../core/problem.ts';
import type { Operation, Parameter } from './operation.ts';

/** What fills an operation: the input of the task, and the address if the body has set one. */
export interface Filling {
  readonly input: Readonly<Record<string, Json>>;
  readonly server?: string | undefined;
}

/** The request of an operation: address, headers and body; who asks is added later. */
export function requestFor(operation: Operation, { input, server = operation.server ?? '' }: Filling) {
  const { method, path, parameters, body } = operation;
  const of = (place: Parameter['in']) =>
    parameters.flatMap(({ in: at, name }) => {
      const value = input[name];
      return at === place && value !== undefined && value !== null ? [{ name, value }] : [];
    });
  const filled = of('path').reduce((text, { name, value }) => text.replaceAll(`{${name}}`, segment(value)), path);
  const url = addressOf(server, filled);
  for (const { name, value } of of('query'))
    listOf(value).forEach((each) => url.searchParams.append(name, textOf(each)));
  const sent = body === undefined ? undefined : input['body'];
  return {
    method,
    url,
    headers: {
      accept: 'application/json',
      ...(sent !== undefined && { 'content-type': 'application/json' }),
      ...Object.fromEntries(of('header').map(({ name, value }) => [name, listOf(value).map(textOf).join(',')])),
    },
    ...(sent !== undefined && { body: JSON.stringify(sent) }),
  };
}

function addressOf(server: string, path: string): URL {
  const address = `${server.replace(/\/$/, '')}${path}`;
  if (/^https?:\/\//.test(server) && URL.canParse(address)) return new URL(address);
  throw new Problem('step.failed', { found: server, expected: 'the address of a service, as the setting server' });
}

// A segment of dots would climb in the path.
function segment(value: Json): string {
  const text = textOf(value);
  if (text !== '' && !/^\.{1,2}$/.test(text)) return encodeURIComponent(text);
  throw new Problem('step.failed', { expected: 'a text for a segment of the path that is neither empty nor dots' });
}

const listOf = (value: Json): readonly Json[] => (Array.isArray(value) ? value : [value]);

const textOf = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));
