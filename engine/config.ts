import { resolve } from 'node:path';
import type { RoleRule } from './config/claimed-roles.ts';
import { environment, isVariable, sentence, type Environment } from './config/environment.ts';
import { usualRates, type RateSettings } from './config/rates.ts';
import type { HttpBounds } from './connect/http.ts';
import { publishedKey, publishedSecret, refusedTogether } from './config/together.ts';
import { limitsOf, type Limits } from './limits.ts';

export type { ClaimedRole, RoleRule } from './config/claimed-roles.ts';

/** What an OpenID Connect provider needs to know us by. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Everything that the environment decides, read once. */
export interface Config {
  readonly production: boolean;
  /** Which halves of the engine this process runs. */
  readonly role: 'server' | 'worker' | 'all';
  readonly port: number;
  /** The address at which the server listens; absent: at every address of the machine. */
  readonly listen?: string;
  /** Absent: the engine starts a PostgreSQL of its own below `home`. */
  readonly databaseUrl?: string;
  /** The same database as the role that owns the tables; absent: somebody else migrates them. */
  readonly migrationDatabaseUrl?: string;
  /** Where the engine keeps its own database; an absolute path. */
  readonly home: string;
  /** Where the files of dossiers lie; an absolute path. */
  readonly filesFolder: string;
  /** The public address, without a slash at the end. */
  readonly baseUrl: string;
  /** Without `smtpUrl` mail is caught in the development mailbox. */
  readonly mail: { readonly smtpUrl?: string; readonly from: string };
  /** Without settings the local provider with demo identities answers; never in production. */
  readonly identity: { readonly citizen?: OidcSettings; readonly office?: OidcSettings };
  /** Which claims of the provider of offices give which roles there. */
  readonly officeRoles: readonly RoleRule[];
  /** Keys that sign the cookies, the newest first. */
  readonly sessionKeys: readonly string[];
  /** How often what costs the service something may be done. */
  readonly rates: RateSettings;
  /** How many proxies of ours stand in front; only what they say of an address is believed. */
  readonly trustedProxies: number;
  /** Whole days by which the clock of server and worker is ahead of the machine's; 0 in production. */
  readonly clockOffsetDays: number;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  readonly limits: Limits;
  /** Whom connectors may ask, and which of them are simulated. */
  readonly connect: HttpBounds & { readonly simulates: readonly string[] };
  /** Seals what bodies set for connectors: 32 bytes. Absent: nothing can be set. */
  readonly secretKey?: Buffer;
}

/**
 * The environment does not say what the engine needs. Each sentence names the variable, the value and what was
 * expected.
 */
export class ConfigProblem extends Error {
  constructor(readonly sentences: readonly string[]) {
    super(sentences.join('\n'));
    this.name = 'ConfigProblem';
  }
}

/**
 * Reads the environment into one typed value. An empty variable counts as absent.
 * @throws ConfigProblem with every defect at once
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const wrong = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
    throw new ConfigProblem([...wrong].filter(isVariable).map((name) => sentence(name, given[name])));
  }
  const refused = refusedTogether(parsed.data);
  if (refused.length > 0) throw new ConfigProblem(refused);
  return toConfig(parsed.data);
}

function toConfig(env: Environment): Config {
  const home = resolve(env.ITER_HOME);
  return {
    production: env.NODE_ENV === 'production',
    role: env.ITER_ROLE,
    port: env.PORT,
    ...listenOf(env),
    ...databaseOf(env),
    home,
    filesFolder: env.ITER_FILES === undefined ? resolve(home, 'files') : resolve(env.ITER_FILES),
    baseUrl: env.ITER_BASE_URL === undefined ? `http://localhost:${env.PORT}` : new URL(env.ITER_BASE_URL).origin,
    mail: { from: env.ITER_MAIL_FROM, ...(env.SMTP_URL === undefined ? {} : { smtpUrl: env.SMTP_URL }) },
    identity: { ...oidcOf(env, 'CITIZEN', 'citizen'), ...oidcOf(env, 'OFFICE', 'office') },
    officeRoles: env.OFFICE_OIDC_ROLES ?? [],
    sessionKeys: env.ITER_SESSION_KEYS ?? [publishedKey],
    rates: env.ITER_RATES ?? usualRates,
    trustedProxies: env.ITER_TRUSTED_PROXIES,
    clockOffsetDays: env.ITER_CLOCK_OFFSET,
    logLevel: env.LOG_LEVEL,
    limits: limitsOf(env),
    ...connectOf(env),
  };
}

function databaseOf(env: Environment): Pick<Config, 'databaseUrl' | 'migrationDatabaseUrl'> {
  const { DATABASE_URL: databaseUrl, ITER_MIGRATION_DATABASE_URL: migrationDatabaseUrl } = env;
  return { ...(databaseUrl && { databaseUrl }), ...(migrationDatabaseUrl && { migrationDatabaseUrl }) };
}

/** Services outside are simulated on a development machine unless it names some. */
function connectOf(env: Environment): Pick<Config, 'connect' | 'secretKey'> {
  const { ITER_CONNECT_TO: origins = [], ITER_CONNECT_PRIVATE: privateOrigins = [], ITER_SECRET_KEY: key } = env;
  const production = env.NODE_ENV === 'production';
  const isNamed = origins.length + privateOrigins.length > 0;
  const simulates = env.ITER_SIMULATE ?? (production || isNamed ? [] : ['http']);
  const known = key ?? (production ? undefined : publishedSecret);
  return {
    connect: { origins, privateOrigins, simulates },
    ...(known !== undefined && { secretKey: Buffer.from(known, 'base64') }),
  };
}

/** A development machine is open to itself only, because it lets anybody in as anybody. */
function listenOf({ ITER_LISTEN, NODE_ENV }: Environment): Pick<Config, 'listen'> {
  if (ITER_LISTEN !== undefined) return { listen: ITER_LISTEN };
  return NODE_ENV === 'production' ? {} : { listen: 'localhost' };
}

function oidcOf(env: Environment, prefix: 'CITIZEN' | 'OFFICE', audience: 'citizen' | 'office'): Config['identity'] {
  const issuer = env[`${prefix}_OIDC_ISSUER`];
  const clientId = env[`${prefix}_OIDC_CLIENT_ID`];
  const clientSecret = env[`${prefix}_OIDC_CLIENT_SECRET`];
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return {};
  return { [audience]: { issuer, clientId, clientSecret } };
}
