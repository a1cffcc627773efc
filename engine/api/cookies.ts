/**
 * The name of a cookie of ours. Over HTTPS it begins with `__Host-`: browsers then take it from this very host only, so
 * that nobody at a neighbouring host name can plant one (RFC 6265bis, section 4.1.3.2).
 */
export function cookieName(name: string, secure: boolean): string {
  return secure ? `__Host-iter.${name}` : `iter.${name}`;
}

/**
 * How every cookie of ours is kept. `lax` comes along when the identity provider sends the browser back, `strict` would
 * not. Without `maxAge` a cookie ends with the browser.
 */
export function cookieOptions(secure: boolean, maxAge?: number) {
  return {
    httpOnly: true,
    sameSite: 'lax',
    secure,
    signed: true,
    path: '/',
    ...(maxAge === undefined ? {} : { maxAge }),
  } as const;
}
