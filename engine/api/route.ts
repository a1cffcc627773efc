import type { Context, Middleware } from 'koa';
import Router from 'koa-router';
import type { z } from 'zod';
import type { Endpoint } from '../../forms/contract/endpoint.ts';
import { endpoints, type EndpointName } from '../../forms/contract/endpoints.ts';
import type { PersonActor } from '../core/actor.ts';
import { Problem } from '../core/problem.ts';
import { answerMethods } from './methods.ts';
import type { Answer, Call, FileAnswer, Handler, Handlers } from './handler.ts';
import { readBody } from './read-body.ts';
import { languageOf } from './language.ts';
import { check } from './request-check.ts';
import type { Services } from './services.ts';

/** A handler whose types have been taken away, as the loop over all operations needs it. */
type AnyHandler = (call: Call<EndpointName>) => Promise<unknown>;

/**
 * Gives the routes of the Engine API, below `/api/v1`: for every operation of the contract, who, shape, do it, show it.
 */
export function apiRoutes(handlers: Handlers, services: Services): Middleware {
  const router = new Router({ prefix: '/api/v1' });
  for (const name of Object.keys(endpoints) as EndpointName[]) {
    const endpoint: Endpoint = endpoints[name];
    // The border between the typed list and the loop over it: the call is built from the schemas of the same name.
    const handle = handlers[name] as Handler<EndpointName> as AnyHandler;
    router.register(endpoint.path, [endpoint.method], (ctx: Context) => serve(ctx, endpoint, { handle, services }));
  }
  const routes = router.routes();
  const refuse = refuseMethod(router);
  return (ctx, next) => routes(ctx as Parameters<typeof routes>[0], () => refuse(ctx, next));
}

async function serve(
  ctx: Context,
  endpoint: Endpoint,
  { handle, services }: { readonly handle: AnyHandler; readonly services: Services },
): Promise<void> {
  ctx.set('cache-control', 'no-store');
  const request = {
    params: paramsOf(ctx, endpoint),
    query: check(endpoint.query, { ...ctx.query }, { part: 'query', language: languageOf(ctx) }),
  };
  const actor = await whoAsks(ctx, { endpoint, query: request.query, services });
  if (endpoint.limit !== undefined) await services.limits.take(ctx, endpoint.limit, actor?.personId);
  // Last of all: nobody makes the server read who has not been let in.
  const body =
    endpoint.body === undefined
      ? undefined
      : check(endpoint.body, await readBody(ctx), { part: 'body', language: languageOf(ctx) });
  const call = withActor({ ...request, body, key: keyOf(ctx, endpoint), services, ctx }, actor);
  answer(ctx, endpoint, { value: await handle(call), checked: services.checkAnswers });
}

/** An address with an id that can be none is an address where there is nothing. */
function paramsOf(ctx: Context, endpoint: Endpoint): unknown {
  try {
    return check(endpoint.params, { ...ctx['params'] }, { part: 'params', language: languageOf(ctx) });
  } catch (error) {
    throw new Problem('resource.not-found', { path: ctx.path }, { cause: error });
  }
}

type Bare = Omit<Call<EndpointName>, 'actor' | 'params' | 'query' | 'body'> & {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
};

/** Reading `actor` where nobody has signed in refuses, so that no handler can forget to ask. */
function withActor(bare: Bare, actor: PersonActor | undefined): Call<EndpointName> {
  const call = Object.defineProperty({ ...bare }, 'actor', {
    get: () => {
      if (actor === undefined) throw new Problem('session.required');
      return actor;
    },
  });
  return call as unknown as Call<EndpointName>;
}

async function whoAsks(
  ctx: Context,
  { endpoint, query, services }: { readonly endpoint: Endpoint; readonly query: unknown; readonly services: Services },
): Promise<PersonActor | undefined> {
  if (endpoint.audience === 'public') return undefined;
  const audience = endpoint.audience === 'signed-in' ? audienceOf(query) : endpoint.audience;
  const actor = await services.sessions.read(ctx, audience);
  if (actor === undefined) throw new Problem('session.required', { audience });
  return actor;
}

function audienceOf(query: unknown): 'citizen' | 'office' {
  const office = typeof query === 'object' && query !== null && 'audience' in query && query.audience === 'office';
  return office ? 'office' : 'citizen';
}

function keyOf(ctx: Context, endpoint: Endpoint): string {
  if (endpoint.idempotent !== true) return '';
  const key = ctx.get('idempotency-key');
  if (!/^[\w.:-]{8,200}$/.test(key)) {
    const details = key === '' ? {} : { value: key.slice(0, 50) };
    throw new Problem('request.idempotency-key-missing', {
      ...details,
      expected: '8 to 200 letters, digits, dots and hyphens',
    });
  }
  return key;
}

function answer(
  ctx: Context,
  endpoint: Endpoint,
  result: { readonly value: unknown; readonly checked: boolean },
): void {
  const { value } = result;
  ctx.status = endpoint.status ?? 200;
  if (endpoint.produces !== undefined) return sendFile(ctx, value as Answer<'readDocument'> & FileAnswer);
  if (endpoint.response === undefined) {
    ctx.body = null;
    ctx.status = endpoint.status ?? 204;
    return;
  }
  ctx.body = result.checked ? asPromised(endpoint.response, value) : value;
}

/** A wrong answer is a defect; found where answers are checked, it never reaches a browser. */
function asPromised(schema: z.ZodType, value: unknown): unknown {
  return schema.parse(value);
}

function sendFile(ctx: Context, file: FileAnswer): void {
  ctx.attachment(file.fileName);
  ctx.type = file.mediaType;
  if (file.size !== undefined) ctx.length = file.size;
  ctx.set('x-content-type-options', 'nosniff');
  ctx.body = file.content;
}

function refuseMethod(router: Router): Middleware {
  return (ctx, next) => {
    if (ctx.path !== '/api' && !ctx.path.startsWith('/api/')) return next();
    const { path } = router.match(ctx.path, ctx.method);
    if (path.length === 0) throw new Problem('resource.not-found', { path: ctx.path });
    return answerMethods(ctx, [...new Set(path.flatMap((layer) => layer.methods))]);
  };
}
