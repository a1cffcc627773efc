import { backgroundHeader } from '../contract/background.ts';
import { language } from '../text/language.ts';
import { isSomebodyThere } from './presence.ts';

/**
 * `fetch` that says in which language the page is read, so that refusals come back in it, and whether somebody is at
 * it: a page that asks by itself keeps no session alive.
 */
export const speakingFetch: typeof fetch = (input, init) => {
  const headers = new Headers(init?.headers);
  headers.set('accept-language', language());
  if (!isSomebodyThere()) headers.set(backgroundHeader, '1');
  return fetch(input, { ...init, headers });
};
