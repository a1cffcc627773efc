import * as client from 'openid-client';
import { Problem } from '../../core/problem.ts';
import type { RoleRule } from '../../config.ts';
import { claimedRoles } from './claimed-roles.ts';
import { claimPrefix, levelOf, readIdentity, spidLevels } from './claims.ts';
import type { Identity, IdentityProvider, PendingSignIn } from './provider.ts';

/** How to reach an OpenID Connect provider, and what it must vouch for. */
export interface OidcProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The least level of assurance; 2 is what an application needs (CAD, art. 65). */
  readonly minimumLevel: 1 | 2 | 3;
  /** Only for the local provider, which speaks plain HTTP on this machine. */
  readonly allowHttp?: boolean;
  /** The issuer to keep people under, where the address of the provider is not it. */
  readonly keptIssuer?: string;
  /** Which claims give which roles in offices. */
  readonly roles?: readonly RoleRule[];
  /** The level of a provider that states none, such as the directory of an office. */
  readonly levelWhenUnstated?: 1 | 2 | 3;
}

/** What we ask to be told; SPID answers from userinfo only, CIE also in the ID token. */
const requestedClaims = JSON.stringify({
  userinfo: {
    [`${claimPrefix}fiscal_number`]: null,
    given_name: null,
    family_name: null,
    email: null,
    email_verified: null,
  },
});

/** Gives an identity provider that speaks OpenID Connect: authorization code with PKCE, state and nonce. */
export function oidcProvider(settings: OidcProviderSettings): IdentityProvider {
  const discover = lazily(() => discovery(settings));
  return {
    begin: async (redirectUri) => begin(await discover(), settings, redirectUri),
    finish: async (callbackUrl, pending) => {
      try {
        return await finish(await discover(), settings, { callbackUrl, pending });
      } catch (error) {
        if (error instanceof Problem) throw error;
        throw new Problem('sign-in.failed', { reason: reasonOf(error) }, { cause: error });
      }
    },
    signOutUrl: async (idToken, returnTo) => {
      const config = await discover();
      if (config.serverMetadata().end_session_endpoint === undefined) return undefined;
      const parameters = { id_token_hint: idToken, post_logout_redirect_uri: returnTo };
      return client.buildEndSessionUrl(config, parameters).href;
    },
    isReachable: async () => {
      try {
        await discover();
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** The metadata are fetched at the first need and kept; a failure is not kept, so that the next sign-in tries again. */
function lazily<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

async function discovery(settings: OidcProviderSettings): Promise<client.Configuration> {
  const options = { timeout: 5, ...(settings.allowHttp === true ? { execute: [client.allowInsecureRequests] } : {}) };
  try {
    return await client.discovery(
      new URL(settings.issuer),
      settings.clientId,
      settings.clientSecret,
      undefined,
      options,
    );
  } catch (error) {
    throw new Problem('service.unavailable', { service: 'identity', issuer: settings.issuer }, { cause: error });
  }
}

async function begin(
  config: client.Configuration,
  settings: OidcProviderSettings,
  redirectUri: string,
): Promise<{ location: string; pending: PendingSignIn }> {
  const pending = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    codeVerifier: client.randomPKCECodeVerifier(),
  };
  const location = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: 'openid profile email',
    response_type: 'code',
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(pending.codeVerifier),
    code_challenge_method: 'S256',
    acr_values: spidLevels.slice(settings.minimumLevel - 1).join(' '),
    claims: requestedClaims,
    ui_locales: 'it',
    prompt: 'login',
  });
  return { location: location.href, pending };
}

async function finish(
  config: client.Configuration,
  settings: OidcProviderSettings,
  answer: { readonly callbackUrl: URL; readonly pending: PendingSignIn },
): Promise<Identity> {
  const tokens = await client.authorizationCodeGrant(config, answer.callbackUrl, {
    expectedState: answer.pending.state,
    expectedNonce: answer.pending.nonce,
    pkceCodeVerifier: answer.pending.codeVerifier,
    idTokenExpected: true,
  });
  const idToken = tokens.claims();
  if (idToken === undefined) throw new Problem('sign-in.failed', { reason: 'id_token' });
  const level = levelOf(idToken['acr']) ?? settings.levelWhenUnstated ?? 1;
  if (level < settings.minimumLevel) {
    throw new Problem('session.level-too-low', { reached: level, expected: settings.minimumLevel });
  }
  const userinfo = await client.fetchUserInfo(config, tokens.access_token, idToken.sub);
  const claims = { ...idToken, ...userinfo, iss: settings.keptIssuer ?? idToken.iss, sub: idToken.sub };
  const given = tokens.id_token;
  const roles = claimedRoles(claims, settings.roles ?? []);
  return {
    ...readIdentity(claims, level),
    ...(roles.length > 0 && { roles }),
    ...(given === undefined ? {} : { idToken: given }),
  };
}

/** The stable word for what went wrong; never what the provider sent. */
function reasonOf(error: unknown): string {
  if (error instanceof client.AuthorizationResponseError || error instanceof client.ResponseBodyError)
    return error.error;
  return error instanceof client.ClientError && error.code !== undefined ? error.code : 'unexpected-answer';
}
