import type { Middleware } from 'koa';
import type { Config, OidcSettings } from '../config.ts';
import { oidcProvider } from '../connect/identity/oidc.ts';
import type { Audience, IdentityProvider } from '../connect/identity/provider.ts';

/** Who vouches for people, and what that needs of the server. */
export interface Identities {
  readonly providers: Readonly<Record<Audience, IdentityProvider>>;
  /** Answers below `/idp`, on a development machine. */
  readonly localProvider?: Middleware;
  /** Origins of outside providers. */
  readonly formTargets: readonly string[];
}

/**
 * Gives the configured providers; where one is missing, and never in production, the local one with demo identities.
 */
export async function startIdentity(config: Config, baseUrl: string): Promise<Identities> {
  const { citizen, office } = config.identity;
  const outside = {
    ...(citizen === undefined ? {} : { citizen: oidcProvider({ ...citizen, minimumLevel: 2 }) }),
    ...(office === undefined ? {} : { office: officeProvider(office, config.officeRoles) }),
  };
  const formTargets = [citizen, office].flatMap((settings) =>
    settings === undefined ? [] : [new URL(settings.issuer).origin],
  );
  if (outside.citizen !== undefined && outside.office !== undefined) {
    return { providers: { citizen: outside.citizen, office: outside.office }, formTargets };
  }
  const { createLocalProvider } = await import('../connect/identity/local.ts');
  const local = await createLocalProvider({ baseUrl, production: config.production });
  return { providers: { ...local.providers, ...outside }, localProvider: local.middleware, formTargets };
}

/** The directory of an office states no SPID level: the body answers for how its people sign in. */
const officeProvider = (settings: OidcSettings, roles: Config['officeRoles']): IdentityProvider =>
  oidcProvider({ ...settings, roles, minimumLevel: 2, levelWhenUnstated: 2 });
