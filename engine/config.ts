import { resolve } from 'node:path';
import { z } from 'zod';
import { limitExpectations, limitsOf, limitVariables, type Limits } from './limits.ts';

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
  /** Absent: the engine starts a PostgreSQL of its own below `home`. */
  readonly databaseUrl?: string;
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
  /** Keys that sign the cookies, the newest first. */
  readonly sessionKeys: readonly string[];
  /** Whole days by which the clock of server and worker is ahead of the machine's; 0 in production. */
  readonly clockOffsetDays: number;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  readonly limits: Limits;
}

/** The environment does not say what the engine needs. Each sentence names the variable, the value and what was expected. */
export class ConfigProblem extends Error {
  constructor(readonly sentences: readonly string[]) {
    super(sentences.join('\n'));
    this.name = 'ConfigProblem';
  }
}

/** Written out because every sentence of a refusal ends with one of them. */
const expectations = {
  PORT: 'un numero intero da 0 a 65535, per esempio 3000',
  DATABASE_URL: 'un indirizzo che comincia con postgres:// o postgresql://',
  ITER_ROLE: 'server, worker o all',
  ITER_HOME: 'il percorso di una cartella',
  ITER_FILES: 'il percorso di una cartella',
  ITER_BASE_URL: 'un indirizzo http:// o https:// senza percorso, per esempio https://sportello.example.it',
  NODE_ENV: 'development, test o production',
  SMTP_URL: 'un indirizzo che comincia con smtp:// o smtps://',
  ITER_MAIL_FROM: 'un mittente, per esempio "Sportello <sportello@example.it>"',
  CITIZEN_OIDC_ISSUER: 'un indirizzo https:// del fornitore di identità dei cittadini',
  CITIZEN_OIDC_CLIENT_ID: 'l’identificativo che il fornitore ha assegnato a questo servizio',
  CITIZEN_OIDC_CLIENT_SECRET: 'il segreto che il fornitore ha assegnato a questo servizio',
  OFFICE_OIDC_ISSUER: 'un indirizzo https:// del fornitore di identità degli uffici',
  OFFICE_OIDC_CLIENT_ID: 'l’identificativo che il fornitore ha assegnato a questo servizio',
  OFFICE_OIDC_CLIENT_SECRET: 'il segreto che il fornitore ha assegnato a questo servizio',
  ITER_SESSION_KEYS: 'almeno una chiave di 32 caratteri o più (più chiavi si separano con una virgola)',
  ITER_CLOCK_OFFSET: 'un numero intero di giorni, per esempio 10 o -3, e solo fuori dalla produzione',
  LOG_LEVEL: 'fatal, error, warn, info, debug, trace o silent',
  ...limitExpectations,
} as const;

type Variable = keyof typeof expectations;

const secrets: ReadonlySet<Variable> = new Set<Variable>([
  'DATABASE_URL',
  'SMTP_URL',
  'CITIZEN_OIDC_CLIENT_SECRET',
  'OFFICE_OIDC_CLIENT_SECRET',
  'ITER_SESSION_KEYS',
]);

const url = (...protocols: readonly string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol));
const folder = z.string().min(1);
const keys = z
  .string()
  .transform((text) => text.split(',').map((key) => key.trim()))
  .refine((list) => list.every((key) => key.length >= 32));

const environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .default(3000),
  DATABASE_URL: url('postgres:', 'postgresql:').optional(),
  ITER_ROLE: z.enum(['server', 'worker', 'all']).default('all'),
  ITER_HOME: folder.default('.iter'),
  ITER_FILES: folder.optional(),
  ITER_BASE_URL: url('http:', 'https:')
    .refine((text) => URL.canParse(text) && new URL(text).pathname === '/')
    .optional(),
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  SMTP_URL: url('smtp:', 'smtps:').optional(),
  ITER_MAIL_FROM: z.string().includes('@').default('Iter, sportello digitale <non-rispondere@iter.invalid>'),
  CITIZEN_OIDC_ISSUER: url('https:', 'http:').optional(),
  CITIZEN_OIDC_CLIENT_ID: z.string().optional(),
  CITIZEN_OIDC_CLIENT_SECRET: z.string().optional(),
  OFFICE_OIDC_ISSUER: url('https:', 'http:').optional(),
  OFFICE_OIDC_CLIENT_ID: z.string().optional(),
  OFFICE_OIDC_CLIENT_SECRET: z.string().optional(),
  ITER_SESSION_KEYS: keys.optional(),
  ITER_CLOCK_OFFSET: z
    .string()
    .regex(/^-?\d{1,5}$/)
    .transform(Number)
    .default(0),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  ...limitVariables,
});

type Environment = z.infer<typeof environment>;

/** Signs the cookies of a development machine only: sessions there survive a restart and protect nothing. */
const developmentKey = 'only-for-development-and-never-for-production';

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
  const missing = missingIn(parsed.data);
  if (missing.length > 0) throw new ConfigProblem(missing);
  return toConfig(parsed.data);
}

function isVariable(name: string): name is Variable {
  return name in expectations;
}

function sentence(name: Variable, value: string | undefined, when = ''): string {
  const shown = value === undefined ? 'manca' : secrets.has(name) ? 'ha un valore che non va bene' : `vale "${value}"`;
  return `La variabile ${name} ${shown}${when}: serve ${expectations[name]}.`;
}

/** What only makes sense together, and what production cannot do without. */
function missingIn(env: Environment): readonly string[] {
  const production = env.NODE_ENV === 'production';
  const required: readonly Variable[] = production
    ? ['ITER_BASE_URL', 'ITER_SESSION_KEYS', 'SMTP_URL', 'CITIZEN_OIDC_ISSUER', 'OFFICE_OIDC_ISSUER']
    : [];
  const absent = required
    .filter((name) => env[name] === undefined)
    .map((name) => sentence(name, undefined, ' in produzione'));
  const lonely = (['CITIZEN', 'OFFICE'] as const).flatMap((who) =>
    env[`${who}_OIDC_ISSUER`] === undefined
      ? []
      : ([`${who}_OIDC_CLIENT_ID`, `${who}_OIDC_CLIENT_SECRET`] as const)
          .filter((name) => env[name] === undefined)
          .map((name) => sentence(name, undefined, ` ma ${who}_OIDC_ISSUER c’è`)),
  );
  const shifted = production && env.ITER_CLOCK_OFFSET !== 0;
  return [
    ...absent,
    ...lonely,
    ...(shifted ? [sentence('ITER_CLOCK_OFFSET', String(env.ITER_CLOCK_OFFSET), ' in produzione')] : []),
  ];
}

function toConfig(env: Environment): Config {
  const home = resolve(env.ITER_HOME);
  return {
    production: env.NODE_ENV === 'production',
    role: env.ITER_ROLE,
    port: env.PORT,
    ...(env.DATABASE_URL === undefined ? {} : { databaseUrl: env.DATABASE_URL }),
    home,
    filesFolder: env.ITER_FILES === undefined ? resolve(home, 'files') : resolve(env.ITER_FILES),
    baseUrl: env.ITER_BASE_URL === undefined ? `http://localhost:${env.PORT}` : new URL(env.ITER_BASE_URL).origin,
    mail: { from: env.ITER_MAIL_FROM, ...(env.SMTP_URL === undefined ? {} : { smtpUrl: env.SMTP_URL }) },
    identity: { ...oidcOf(env, 'CITIZEN', 'citizen'), ...oidcOf(env, 'OFFICE', 'office') },
    sessionKeys: env.ITER_SESSION_KEYS ?? [developmentKey],
    clockOffsetDays: env.ITER_CLOCK_OFFSET,
    logLevel: env.LOG_LEVEL,
    limits: limitsOf(env),
  };
}

function oidcOf(env: Environment, prefix: 'CITIZEN' | 'OFFICE', audience: 'citizen' | 'office'): Config['identity'] {
  const issuer = env[`${prefix}_OIDC_ISSUER`];
  const clientId = env[`${prefix}_OIDC_CLIENT_ID`];
  const clientSecret = env[`${prefix}_OIDC_CLIENT_SECRET`];
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return {};
  return { [audience]: { issuer, clientId, clientSecret } };
}
