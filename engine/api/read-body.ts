import bodyParser from '@koa/bodyparser';
import type { Context } from 'koa';
import { Problem } from '../core/problem.ts';

const parse = bodyParser({
  enableTypes: ['json'],
  jsonLimit: '1mb',
  parsedMethods: ['POST', 'PUT', 'PATCH', 'DELETE'],
  onError: (error) => {
    throw unreadable(error);
  },
});

/**
 * Reads the JSON of a request. It is asked for only once it is known that whoever sends it may.
 * @throws Problem `request.media-type`, `request.too-large`, `request.invalid`
 */
export async function readBody(ctx: Context): Promise<unknown> {
  if (ctx.is('application/json') !== 'application/json') {
    throw new Problem('request.media-type', { value: ctx.get('content-type'), expected: 'application/json' });
  }
  await parse(ctx, () => Promise.resolve());
  return ctx.request.body;
}

/** Whatever is wrong with a body is wrong with the request: its size, its packing, its end, its JSON. */
function unreadable(error: Error): Problem {
  const status = 'status' in error ? error.status : undefined;
  if (status === 413) return new Problem('request.too-large', {}, { cause: error });
  if (status === 415) return new Problem('request.media-type', {}, { cause: error });
  return new Problem('request.invalid', { expected: 'well-formed JSON' }, { cause: error });
}
