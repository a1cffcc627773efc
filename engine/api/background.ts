import type { Context } from 'koa';
import { backgroundHeader } from '../../forms/contract/background.ts';

/** Whether a page asks by itself, with nobody at the keyboard: such a request does not count as use of the session. */
export function isBackground(ctx: Context): boolean {
  return ctx.get(backgroundHeader) !== '';
}
