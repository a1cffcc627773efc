/** Gives the address that signs in at the desk and comes back to `path`, an address of this site. */
export function signInUrl(path: string): string {
  return `/auth/office/sign-in?${new URLSearchParams({ returnTo: path }).toString()}`;
}
