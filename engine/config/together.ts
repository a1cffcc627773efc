import { isThisMachine } from './this-machine.ts';
import { sentence, type Environment, type Variable } from './environment.ts';

/** Signs the cookies of a development machine only: sessions there survive a restart and protect nothing. */
export const publishedKey = 'only-for-development-and-never-for-production';

/** Seals the settings of a development machine only. */
export const publishedSecret = Buffer.from('only-for-development, no secret!').toString('base64');

/** What only makes sense together, what production cannot do without, and what must not stand open to others. */
export function refusedTogether(env: Environment): readonly string[] {
  return [
    ...lonely(env),
    ...(env.NODE_ENV === undefined ? undecided(env) : []),
    ...(env.NODE_ENV === 'production' ? [...absent(env), ...unsafe(env)] : []),
  ];
}

function lonely(env: Environment): readonly string[] {
  const identity = (['CITIZEN', 'OFFICE'] as const).flatMap((who) =>
    env[`${who}_OIDC_ISSUER`] === undefined
      ? []
      : ([`${who}_OIDC_CLIENT_ID`, `${who}_OIDC_CLIENT_SECRET`] as const)
          .filter((name) => env[name] === undefined)
          .map((name) => sentence(name, undefined, ` ma ${who}_OIDC_ISSUER c’è`)),
  );
  return env.ITER_MIGRATION_DATABASE_URL === undefined || env.DATABASE_URL !== undefined
    ? identity
    : [...identity, sentence('DATABASE_URL', undefined, ' ma ITER_MIGRATION_DATABASE_URL c’è')];
}

/**
 * Without a word about what it is for, an engine that others can reach would let anybody in as anybody: who wants that,
 * for a trial, says so.
 */
function undecided({ ITER_BASE_URL, ITER_LISTEN }: Environment): readonly string[] {
  const open = [
    ...(ITER_BASE_URL === undefined || isThisMachine(new URL(ITER_BASE_URL).hostname) ? [] : ['ITER_BASE_URL']),
    ...(ITER_LISTEN === undefined || isThisMachine(ITER_LISTEN) ? [] : ['ITER_LISTEN']),
  ];
  return open.map(
    (name) =>
      `La variabile ${name} indica un indirizzo che non è solo di questa macchina, e NODE_ENV manca: serve NODE_ENV=production per un servizio vero, oppure NODE_ENV=development per una prova in cui chiunque entra come chiunque.`,
  );
}

const requiredInProduction: readonly Variable[] = [
  'ITER_BASE_URL',
  'ITER_SESSION_KEYS',
  'DATABASE_URL',
  'SMTP_URL',
  'CITIZEN_OIDC_ISSUER',
  'OFFICE_OIDC_ISSUER',
];

function absent(env: Environment): readonly string[] {
  return requiredInProduction
    .filter((name) => env[name] === undefined)
    .map((name) => sentence(name, undefined, ' in produzione'));
}

/** What works on a development machine and would be a hole in production. */
function unsafe(env: Environment): readonly string[] {
  const plain = (['ITER_BASE_URL', 'CITIZEN_OIDC_ISSUER', 'OFFICE_OIDC_ISSUER'] as const)
    .filter((name) => env[name]?.startsWith('http:'))
    .map((name) => `La variabile ${name} vale "${env[name]}": in produzione serve un indirizzo https://.`);
  return [
    ...plain,
    ...(env.ITER_SIMULATE === undefined
      ? []
      : [sentence('ITER_SIMULATE', env.ITER_SIMULATE.join(','), ' in produzione')]),
    ...(env.ITER_CLOCK_OFFSET === 0
      ? []
      : [sentence('ITER_CLOCK_OFFSET', String(env.ITER_CLOCK_OFFSET), ' in produzione')]),
    ...((env.ITER_SESSION_KEYS ?? []).every(isStrong)
      ? []
      : [
          'La variabile ITER_SESSION_KEYS contiene una chiave pubblicata o facile da indovinare: in produzione servono chiavi casuali, per esempio da "openssl rand -base64 32".',
        ]),
    ...(env.ITER_SECRET_KEY === publishedSecret
      ? [
          'La variabile ITER_SECRET_KEY contiene la chiave pubblicata: in produzione serve una chiave casuale, per esempio da "openssl rand -base64 32".',
        ]
      : []),
    ...(['DATABASE_URL', 'ITER_MIGRATION_DATABASE_URL'] as const)
      .filter((name) => env[name] !== undefined && !isPrivate(env[name]))
      .map(
        (name) =>
          `La variabile ${name} indica un database su un’altra macchina senza TLS verificato: in produzione serve ?sslmode=verify-full alla fine dell’indirizzo.`,
      ),
  ];
}

/** Sixteen random bytes, however written, hardly ever have fewer different characters than this. */
const fewestCharacters = 12;

function isStrong(key: string): boolean {
  return key !== publishedKey && new Set(key).size >= fewestCharacters;
}

/** Modes in which the certificate of the server is verified by the driver. */
const verifying = new Set(['require', 'verify-ca', 'verify-full']);

/** Whether what passes between the engine and its database is heard by nobody else. */
function isPrivate(databaseUrl: string): boolean {
  const { hostname, searchParams } = new URL(databaseUrl);
  const host = searchParams.get('host') ?? decodeURIComponent(hostname);
  if (host === '' || host.startsWith('/') || isThisMachine(host)) return true;
  // With this word the driver reads `require` as the command line tools do: encrypted, but with whomever.
  if (searchParams.get('uselibpqcompat') === 'true') return searchParams.get('sslmode') === 'verify-full';
  return verifying.has(searchParams.get('sslmode') ?? '');
}
