import type { ClaimedRole } from '../../config.ts';

/** Which of the two front doors a person comes through. */
export type Audience = 'citizen' | 'office';

/** Under which issuer the people of the local provider are kept: its address changes with the port, they do not. */
export const localIssuer = 'urn:iter:local-identity-provider';

/**
 * Who a provider says has signed in. The person is `issuer` + `subject`; the fiscal code is an attribute and may be
 * absent.
 */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly fiscalCode?: string;
  readonly email?: string;
  /** Whether the provider vouches that the address is theirs. */
  readonly emailVerified?: boolean;
  /** Level of assurance reached, as SPID counts them. */
  readonly level: 1 | 2 | 3;
  /** Roles in offices that the provider vouches for; they last as long as the session. */
  readonly roles?: readonly ClaimedRole[];
  /** What the provider has given out about this sign-in; it is told to it at the sign-out. */
  readonly idToken?: string;
}

/**
 * What has to be kept between the way out to the provider and the way back; safe only in an `HttpOnly` signed cookie.
 */
export interface PendingSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** Whatever can say who a person is. */
export interface IdentityProvider {
  /** Gives the address to send the browser to, and what {@link finish} will need. */
  begin(redirectUri: string): Promise<{ readonly location: string; readonly pending: PendingSignIn }>;
  /**
   * Checks the answer that came back to the redirect address.
   * @throws Problem `sign-in.failed`, `session.level-too-low`
   */
  finish(callbackUrl: URL, pending: PendingSignIn): Promise<Identity>;
  /**
   * Where to send a browser so that the person is signed out there too and comes back to `returnTo`; undefined where
   * the provider has no such place (OpenID Connect RP-Initiated Logout 1.0).
   */
  signOutUrl(idToken: string, returnTo: string): Promise<string | undefined>;
  /** Says whether the provider answers at all. */
  isReachable(): Promise<boolean>;
}
