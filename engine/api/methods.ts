import type { Context } from 'koa';
import { Problem } from '../core/problem.ts';

/** What an address that is only read allows. */
export const reading = ['GET', 'HEAD'] as const;

/**
 * Answers a method that an address does not have: `OPTIONS` is told which it has, anything else is refused, with the
 * same list in `Allow` (RFC 9110, sections 9.3.7 and 15.5.6).
 * @throws Problem `request.method-not-allowed`
 */
export function answerMethods(ctx: Context, allowed: readonly string[]): void {
  ctx.set('allow', allowed.join(', '));
  if (ctx.method !== 'OPTIONS') {
    throw new Problem('request.method-not-allowed', { value: ctx.method, expected: allowed });
  }
  ctx.status = 204;
}

/** Whether the request only reads. */
export function isReading(ctx: Context): boolean {
  return ctx.method === 'GET' || ctx.method === 'HEAD';
}
