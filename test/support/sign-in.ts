/** A browser without a screen: it keeps cookies per path and follows redirects, as far as a sign-in needs it. */
export interface CookieJar {
  /** Sends a request with the cookies that belong to it, and keeps those that come back. Redirects are not followed. */
  fetch(address: string, init?: RequestInit): Promise<Response>;
  /** The `Cookie` header for an address. */
  header(address: string): string;
}

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
}

/** Gives an empty jar for one site. */
export function aCookieJar(): CookieJar {
  const cookies = new Map<string, Cookie>();
  const header = (address: string): string => {
    const { pathname } = new URL(address);
    return [...cookies.values()]
      .filter(({ path }) => pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
  };
  return {
    header,
    fetch: async (address, init = {}) => {
      const headers = new Headers(init.headers);
      const cookie = header(address);
      if (cookie !== '') headers.set('cookie', cookie);
      const response = await fetch(address, { ...init, headers, redirect: 'manual' });
      for (const line of response.headers.getSetCookie()) keep(cookies, line);
      return response;
    },
  };
}

function keep(cookies: Map<string, Cookie>, line: string): void {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
  const [name = '', ...value] = pair.split('=');
  const attribute = (wanted: string): string | undefined =>
    attributes.find((text) => text.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1);
  const path = attribute('path') ?? '/';
  const expires = attribute('expires');
  const over = value.join('=') === '' || (expires !== undefined && Date.parse(expires) <= Date.now());
  if (over) cookies.delete(`${name} ${path}`);
  else cookies.set(`${name} ${path}`, { name, value: value.join('='), path });
}

/** A demo person at the front door of the portal or of the desk. */
export interface SignInRequest {
  readonly username: string;
  readonly audience: 'citizen' | 'office';
  readonly returnTo?: string;
  readonly level?: 1 | 2 | 3;
}

/**
 * Walks through the local identity provider as a demo person.
 * @returns the jar with the session, and the last answer: a redirect to where the sign-in leads, or a refusal
 */
export async function walkSignIn(
  baseUrl: string,
  request: SignInRequest,
  jar: CookieJar = aCookieJar(),
): Promise<{ readonly jar: CookieJar; readonly last: Response; readonly path: string }> {
  const { username, audience, level = 2 } = request;
  const query =
    request.returnTo === undefined ? '' : `?${new URLSearchParams({ returnTo: request.returnTo }).toString()}`;
  const page = await follow(jar, new URL(`/auth/${audience}/sign-in${query}`, baseUrl).href, '/idp/interaction/');
  const chosen = await jar.fetch(page, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ username, level: String(level) }).toString(),
  });
  const callback = await follow(jar, locationOf(chosen, page), `/auth/${audience}/callback`);
  const last = await jar.fetch(callback, { headers: { accept: 'text/html' } });
  return { jar, last, path: last.headers.get('location') ?? '' };
}

/** Signs a demo person in; gives the jar that holds their session. */
export async function signIn(baseUrl: string, username: string, audience: 'citizen' | 'office'): Promise<CookieJar> {
  const { jar, last } = await walkSignIn(baseUrl, { username, audience });
  if (last.status !== 302) throw new Error(`${username} is not let in: ${last.status} ${await last.text()}`);
  return jar;
}

/** Follows redirects until the next address begins with `stop`; gives that address. */
async function follow(jar: CookieJar, address: string, stop: string): Promise<string> {
  let current = address;
  for (let count = 0; count < 10; count += 1) {
    if (new URL(current).pathname.startsWith(stop)) return current;
    current = locationOf(await jar.fetch(current), current);
  }
  throw new Error(`No way to ${stop} from ${address}`);
}

function locationOf(response: Response, from: string): string {
  const location = response.headers.get('location');
  if (location === null) throw new Error(`${from} answers ${response.status} without a redirect`);
  return new URL(location, from).href;
}
