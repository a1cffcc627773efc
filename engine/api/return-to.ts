const landing = { citizen: '/', office: '/ufficio' } as const;

/** Longer addresses are none of ours. */
const longest = 500;

/** Our own machinery, which is no page; the router takes capitals too. */
const machinery = /^\/(auth|api|idp)([/?#]|$)/i;

/**
 * Where to go after signing in: the path that was asked for when it is a page of this site, else the first page of the
 * audience. Another site, another scheme and our own machinery are no pages.
 */
export function safeReturnTo(given: unknown, audience: 'citizen' | 'office', baseUrl: string): string {
  const path = typeof given === 'string' && given.length <= longest ? pathOnSite(given, baseUrl) : undefined;
  return path === undefined || machinery.test(path) ? landing[audience] : path;
}

/**
 * The path that a browser makes of an address, as long as it stays on the site. What comes out is read once more,
 * because `/..//evil.example` resolves to a path that names another site when a browser is sent to it.
 */
function pathOnSite(given: string, baseUrl: string): string | undefined {
  if (!given.startsWith('/')) return undefined;
  const { origin } = new URL(baseUrl);
  const path = pathWithin(given, origin);
  return path !== undefined && pathWithin(path, origin) === path ? path : undefined;
}

function pathWithin(address: string, origin: string): string | undefined {
  if (!URL.canParse(address, origin)) return undefined;
  const target = new URL(address, origin);
  const isOurs = target.origin === origin && target.username === '' && target.password === '';
  return isOurs ? target.pathname + target.search + target.hash : undefined;
}
