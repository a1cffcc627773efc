const CITIZEN_SIGN_IN = '/auth/citizen/sign-in';

/** The address that signs a citizen in and comes back to a page of this site. */
export const signInHref = (returnTo: string): string =>
  `${CITIZEN_SIGN_IN}?${new URLSearchParams({ returnTo }).toString()}`;
