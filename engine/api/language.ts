import type { Context } from 'koa';
import type { Language } from '../core/language.ts';

/** The language in which a request wants to be answered; `Accept-Language: *` gets Italian. */
export const languageOf = (ctx: Context): Language => (ctx.acceptsLanguages('it', 'en') === 'en' ? 'en' : 'it');

/** The same language, told in the answer too. */
export function answerIn(ctx: Context): Language {
  const language = languageOf(ctx);
  ctx.set('content-language', language);
  ctx.vary('accept-language');
  return language;
}
