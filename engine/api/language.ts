import type { Context } from 'koa';
import type { Language } from '../core/language.ts';

/** The language in which a request wants to be answered, told in the answer too; `Accept-Language: *` gets Italian. */
export function answerIn(ctx: Context): Language {
  const language = ctx.acceptsLanguages('it', 'en') === 'en' ? 'en' : 'it';
  ctx.set('content-language', language);
  ctx.vary('accept-language');
  return language;
}
