import { language } from '../text/language.ts';

/** `fetch` that says in which language the page is read: refusals come back in it. */
export const speakingFetch: typeof fetch = (input, init) => {
  const headers = new Headers(init?.headers);
  headers.set('accept-language', language());
  return fetch(input, { ...init, headers });
};
