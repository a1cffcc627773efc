/** The address at which an analyst signs in, to come back to `path`. */
export const signInUrl = (path: string): string =>
  `/auth/office/sign-in?${new URLSearchParams({ returnTo: path }).toString()}`;
