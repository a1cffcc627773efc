import { generateKeyPairSync, randomBytes } from 'node:crypto';
import bodyParser from '@koa/bodyparser';
import type { Context, Middleware } from 'koa';
import type * as Library from 'oidc-provider';
import type { Configuration, JWK, Provider } from 'oidc-provider';
import { demoPeople, type DemoPerson } from '../../core/demo.ts';
import { claimPrefix, spidLevels } from './claims.ts';
import { pageStyle } from './html-page.ts';
import { expiredPage, signInPage } from './local-page.ts';
import { memoryAdapter } from './local-store.ts';
import { oidcProvider } from './oidc.ts';
import { localIssuer, type Audience, type IdentityProvider } from './provider.ts';

/** The identity provider of a development machine: the address it answers at, and how the engine reaches it. */
export interface LocalProvider {
  /** Answers everything below `/idp`. */
  readonly middleware: Middleware;
  readonly providers: Readonly<Record<Audience, IdentityProvider>>;
}

const mountPath = '/idp';
const audiences: readonly Audience[] = ['citizen', 'office'];

/**
 * Gives an OpenID Connect provider with the claims of SPID and the demo identities, mounted at `/idp` of this server.
 * @param options `baseUrl` is the public address of this server
 * @throws Error in production, whatever else is configured
 */
export async function createLocalProvider(options: {
  readonly baseUrl: string;
  readonly production: boolean;
}): Promise<LocalProvider> {
  if (options.production || process.env['NODE_ENV'] === 'production') {
    throw new Error('Il fornitore di identità di prova non si avvia in produzione.');
  }
  const issuer = `${options.baseUrl}${mountPath}`;
  const secrets = { citizen: randomBytes(32).toString('base64url'), office: randomBytes(32).toString('base64url') };
  const { Provider, errors } = await importQuietly();
  const provider = new Provider(issuer, configuration(options.baseUrl, secrets));
  const providerOf = (audience: Audience): IdentityProvider =>
    oidcProvider({
      issuer,
      clientId: audience,
      clientSecret: secrets[audience],
      minimumLevel: 2,
      allowHttp: true,
      keptIssuer: localIssuer,
    });
  return {
    middleware: mounted(provider, errors),
    providers: { citizen: providerOf('citizen'), office: providerOf('office') },
  };
}

type ProviderErrors = typeof Library.errors;

/**
 * Imports the library only when a local provider is wanted, and without the line in which it asks for Node 22: what is
 * used of it works on 20, as the tests of the sign-in show. To be removed when Node 20 is no longer supported.
 */
async function importQuietly(): Promise<typeof Library> {
  const { warn } = console;
  /* eslint-disable no-console -- the library writes to nothing else */
  console.warn = () => undefined;
  try {
    return await import('oidc-provider');
  } finally {
    console.warn = warn;
    /* eslint-enable no-console */
  }
}

function configuration(baseUrl: string, secrets: Readonly<Record<Audience, string>>): Configuration {
  return {
    adapter: memoryAdapter(),
    clients: audiences.map((audience) => ({
      client_id: audience,
      client_secret: secrets[audience],
      redirect_uris: [`${baseUrl}/auth/${audience}/callback`],
      response_types: ['code'],
      grant_types: ['authorization_code'],
      id_token_signed_response_alg: 'ES256',
    })),
    jwks: { keys: [signingKey()] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    acrValues: [...spidLevels],
    claims: {
      openid: ['sub'],
      profile: ['given_name', 'family_name', 'birthdate', 'gender', 'place_of_birth', `${claimPrefix}fiscal_number`],
      email: ['email', 'email_verified'],
      acr: null,
    },
    // It forgets at every sign-in; a way out of its own would need a page with an inline script.
    features: {
      devInteractions: { enabled: false },
      claimsParameter: { enabled: true },
      rpInitiatedLogout: { enabled: false },
    },
    interactions: { url: (_ctx, interaction) => `${mountPath}/interaction/${interaction.uid}` },
    ttl: { Interaction: 1800, Session: 3600, Grant: 3600, AccessToken: 300, AuthorizationCode: 60, IdToken: 300 },
    findAccount: (_ctx, subject) => Promise.resolve(accountOf(subject)),
    // Nobody has to consent to tell their own administration who they are (GDPR, art. 6 par. 1 e).
    loadExistingGrant: async (ctx) => {
      const { client, session } = ctx.oidc;
      if (client === undefined || session?.accountId === undefined) return undefined;
      const grant = new ctx.oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid profile email');
      grant.addOIDCClaims(['given_name', 'family_name', 'email', 'email_verified', `${claimPrefix}fiscal_number`]);
      await grant.save();
      return grant;
    },
  };
}

function signingKey(): JWK {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  // The border to the library's own type: an EC private key exports exactly these members.
  return { ...privateKey.export({ format: 'jwk' }), alg: 'ES256', use: 'sig', kid: 'local' } as JWK;
}

function accountOf(subject: string) {
  const person = demoPeople.find(({ username }) => username === subject);
  return person === undefined
    ? undefined
    : { accountId: subject, claims: () => ({ sub: subject, ...claimsOf(person) }) };
}

function claimsOf(person: DemoPerson): Record<string, unknown> {
  return {
    given_name: person.givenName,
    family_name: person.familyName,
    birthdate: person.birthOn,
    gender: person.gender,
    place_of_birth: { locality: person.birthPlace },
    email: person.email,
    email_verified: true,
    ...(person.fiscalCode === undefined ? {} : { [`${claimPrefix}fiscal_number`]: `TINIT-${person.fiscalCode}` }),
  };
}

/** Own pages first; what is left is the protocol, answered by the library as if it stood at the root. */
function mounted(provider: Provider, errors: ProviderErrors): Middleware {
  const protocol = provider.callback();
  const readForm = bodyParser({
    enableTypes: ['form'],
    formLimit: '4kb',
    onError: (_error, ctx) => ctx.throw(400),
  });
  return async (ctx, next) => {
    if (ctx.path !== mountPath && !ctx.path.startsWith(`${mountPath}/`)) return next();
    if (ctx.path === `${mountPath}/style.css`) {
      ctx.type = 'css';
      ctx.body = pageStyle;
      return;
    }
    if (ctx.path.startsWith(`${mountPath}/interaction/`)) {
      await readForm(ctx, () => interact({ provider, errors }, ctx));
      return;
    }
    if (ctx.path.startsWith(`${mountPath}/auth`)) forgetSession(ctx);
    Object.assign(ctx.req, { originalUrl: ctx.req.url, url: (ctx.req.url ?? '').slice(mountPath.length) || '/' });
    ctx.respond = false;
    // Koa has already said 404; the library decides for itself.
    ctx.res.statusCode = 200;
    await protocol(ctx.req, ctx.res);
  };
}

/**
 * Every sign-in begins with nobody signed in here. The library would otherwise sign the former person out first, on a
 * page that needs an inline script; and whoever tries the portal and the desk is two people in one browser.
 */
function forgetSession(ctx: Context): void {
  const cookies = (ctx.req.headers.cookie ?? '').split('; ');
  ctx.req.headers.cookie = cookies.filter((cookie) => !cookie.startsWith('_session')).join('; ');
}

async function interact(
  { provider, errors }: { readonly provider: Provider; readonly errors: ProviderErrors },
  ctx: Context,
): Promise<void> {
  try {
    const { params, uid } = await provider.interactionDetails(ctx.req, ctx.res);
    if (ctx.method === 'POST') {
      ctx.redirect(await provider.interactionResult(ctx.req, ctx.res, choiceOf(ctx)));
      ctx.status = 303;
      return;
    }
    const audience: Audience = params['client_id'] === 'office' ? 'office' : 'citizen';
    const people = demoPeople.filter((person) => person.audience === audience);
    const action = `${mountPath}/interaction/${uid}`;
    ctx.set('cache-control', 'no-store');
    ctx.type = 'html';
    ctx.body = signInPage({ audience, people, action, abortAction: `${action}?abort` });
  } catch (error) {
    if (!(error instanceof errors.SessionNotFound)) throw error;
    ctx.status = 400;
    ctx.type = 'html';
    ctx.body = expiredPage();
  }
}

function choiceOf(ctx: Context) {
  const body: unknown = ctx.request.body;
  const chosen = (name: string): string => {
    const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
    return typeof value === 'string' ? value : '';
  };
  const person = demoPeople.find(({ username }) => username === chosen('username'));
  if (ctx.query['abort'] !== undefined || person === undefined) return { error: 'access_denied' };
  return { login: { accountId: person.username, acr: spidLevels[Number(chosen('level')) - 1] ?? spidLevels[1] } };
}
