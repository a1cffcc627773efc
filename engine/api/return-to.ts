const landing = { citizen: '/', office: '/ufficio' } as const;

/**
 * Where to go after signing in: the path that was asked for when it is a page of this site, else the first page of the
 * audience. Another site, another scheme and our own machinery are no pages.
 */
export function safeReturnTo(given: unknown, audience: 'citizen' | 'office', baseUrl: string): string {
  if (typeof given !== 'string' || !given.startsWith('/') || given.length > 500) return landing[audience];
  const base = new URL(baseUrl);
  if (!URL.canParse(given, base)) return landing[audience];
  const target = new URL(given, base);
  if (target.origin !== base.origin || /^\/(auth|api|idp)(\/|$)/.test(target.pathname)) return landing[audience];
  return target.pathname + target.search + target.hash;
}
