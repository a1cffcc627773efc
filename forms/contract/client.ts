import type { z } from 'zod';
import { endpoints, type EndpointName } from './endpoints.ts';
import { problem, type ProblemBody } from './problem.ts';

type Of<Name extends EndpointName> = (typeof endpoints)[Name];
type Input<E, Part extends 'params' | 'query' | 'body'> = E extends { readonly [K in Part]?: infer S }
  ? S extends z.ZodType
    ? unknown extends z.input<S>
      ? { readonly [K in Part]?: never }
      : { readonly [K in Part]: z.input<S> }
    : { readonly [K in Part]?: never }
  : { readonly [K in Part]?: never };

/**
 * What a call needs: path parameters, query, body, and a key for operations that change a dossier. Of several names it
 * is one of theirs, never parts of two.
 */
export type CallInput<Name extends EndpointName> = Name extends EndpointName
  ? Input<Of<Name>, 'params'> &
      Input<Of<Name>, 'query'> &
      Input<Of<Name>, 'body'> & { readonly idempotencyKey?: string; readonly signal?: AbortSignal }
  : never;

/** What a call answers. */
export type CallOutput<Name extends EndpointName> =
  Of<Name> extends { readonly response?: infer S } ? (S extends z.ZodType ? z.output<S> : undefined) : undefined;

/** A refused call, with the problem that the server described. */
export class CallProblem extends Error {
  constructor(readonly problem: ProblemBody) {
    super(problem.title);
    this.name = 'CallProblem';
  }
}

/** Calls the Engine API by the name of the operation; answers are checked against the contract. */
export type Client = <Name extends EndpointName>(name: Name, input: CallInput<Name>) => Promise<CallOutput<Name>>;

interface LooseInput {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

/** The address of an operation below `base`, for links and downloads too. */
export function addressOf(
  name: EndpointName,
  input: Pick<LooseInput, 'params' | 'query'> = {},
  base = '/api/v1',
): string {
  const path = endpoints[name].path.replace(/:(\w+)/g, (_, key: string) =>
    encodeURIComponent(String(input.params?.[key] ?? '')),
  );
  const query = Object.entries(input.query ?? {}).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [[key, String(value)]],
  );
  return query.length === 0 ? base + path : `${base}${path}?${new URLSearchParams(query).toString()}`;
}

/** Gives a client that speaks through `fetch`. */
export function createClient(fetcher: typeof fetch, base = '/api/v1'): Client {
  const call = async (name: EndpointName, input: LooseInput): Promise<unknown> => {
    const response = await fetcher(addressOf(name, input, base), {
      method: endpoints[name].method.toUpperCase(),
      headers: headersOf(input),
      body: input.body === undefined ? null : JSON.stringify(input.body),
      signal: input.signal ?? null,
      credentials: 'same-origin',
    });
    if (!response.ok) throw new CallProblem(await readProblem(response));
    const { response: schema } = endpoints[name] as { response?: z.ZodType };
    return schema === undefined ? undefined : schema.parse(await response.json());
  };
  // The border between the list of schemas and their types: the loose call answers what the schema of `name` parsed.
  return call as Client;
}

function headersOf(input: LooseInput): Record<string, string> {
  return {
    accept: 'application/json',
    ...(input.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(input.idempotencyKey === undefined ? {} : { 'idempotency-key': input.idempotencyKey }),
  };
}

/** Reads the problem of a refused answer; an answer that is none becomes one. */
export async function readProblem(response: Response): Promise<ProblemBody> {
  const parsed = problem.safeParse(await response.json().catch(() => undefined));
  if (parsed.success) return parsed.data;
  return {
    type: 'about:blank',
    title: 'Il servizio non ha risposto come previsto',
    status: response.status,
    code: 'service.unreadable',
  };
}
