import { z } from 'zod';
import { limitExpectations, limitVariables } from '../limits.ts';
import { readRoleRules } from './claimed-roles.ts';
import { readRates } from './rates.ts';

/** Written out because every sentence of a refusal ends with one of them. */
const expectations = {
  PORT: 'un numero intero da 0 a 65535, per esempio 3000',
  DATABASE_URL: 'un indirizzo che comincia con postgres:// o postgresql://',
  ITER_MIGRATION_DATABASE_URL: 'l’indirizzo dello stesso database, con il ruolo che possiede le tabelle',
  ITER_LISTEN: 'un indirizzo di questa macchina o il suo nome, per esempio 127.0.0.1 o 0.0.0.0',
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
  OFFICE_OIDC_ROLES:
    'regole come groups:iter-urp=r_emiro/urp/clerk, separate da virgole (attributo:valore=ente/ufficio/ruolo)',
  ITER_SESSION_KEYS: 'almeno una chiave di 32 caratteri o più (più chiavi si separano con una virgola)',
  ITER_RATES: '"off", oppure limiti come upload=300/3600,search=600/60 (quanti in quanti secondi)',
  ITER_CONNECT_TO:
    'gli indirizzi dei servizi esterni, separati da virgole e senza percorso, per esempio https://api.example.it',
  ITER_CONNECT_PRIVATE: 'come ITER_CONNECT_TO, per i servizi su questa macchina o su una rete privata',
  ITER_SECRET_KEY: '32 byte casuali in base64, per esempio da "openssl rand -base64 32"',
  ITER_SIMULATE: 'i servizi esterni da simulare, separati da virgole, per esempio http, e solo fuori dalla produzione',
  ITER_TRUSTED_PROXIES: 'il numero dei proxy davanti al servizio, da 0 a 10',
  ITER_CLOCK_OFFSET: 'un numero intero di giorni, per esempio 10 o -3, e solo fuori dalla produzione',
  LOG_LEVEL: 'fatal, error, warn, info, debug, trace o silent',
  ...limitExpectations,
} as const;

/** A variable of the environment that the engine reads. */
export type Variable = keyof typeof expectations;

const secrets: ReadonlySet<Variable> = new Set<Variable>([
  'DATABASE_URL',
  'ITER_MIGRATION_DATABASE_URL',
  'SMTP_URL',
  'CITIZEN_OIDC_CLIENT_SECRET',
  'OFFICE_OIDC_CLIENT_SECRET',
  'ITER_SESSION_KEYS',
  'ITER_SECRET_KEY',
]);

const url = (...protocols: readonly string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol));
const folder = z.string().min(1);
const keys = z
  .string()
  .transform((text) => text.split(',').map((key) => key.trim()))
  .refine((list) => list.every((key) => key.length >= 32));

const words = z.string().transform((text) => text.split(',').map((word) => word.trim()));
const origins = words.refine((list) =>
  list.every((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text),
);

/** The environment, each variable for itself. */
export const environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .default(3000),
  ITER_LISTEN: z
    .string()
    .regex(/^[\w.:-]+$/)
    .optional(),
  DATABASE_URL: url('postgres:', 'postgresql:').optional(),
  ITER_MIGRATION_DATABASE_URL: url('postgres:', 'postgresql:').optional(),
  ITER_ROLE: z.enum(['server', 'worker', 'all']).default('all'),
  ITER_HOME: folder.default('.iter'),
  ITER_FILES: folder.optional(),
  ITER_BASE_URL: url('http:', 'https:')
    .refine((text) => URL.canParse(text) && new URL(text).pathname === '/')
    .optional(),
  NODE_ENV: z.enum(['development', 'test', 'production']).optional(),
  SMTP_URL: url('smtp:', 'smtps:').optional(),
  ITER_MAIL_FROM: z.string().includes('@').default('Iter, sportello digitale <non-rispondere@iter.invalid>'),
  CITIZEN_OIDC_ISSUER: url('https:', 'http:').optional(),
  CITIZEN_OIDC_CLIENT_ID: z.string().optional(),
  CITIZEN_OIDC_CLIENT_SECRET: z.string().optional(),
  OFFICE_OIDC_ISSUER: url('https:', 'http:').optional(),
  OFFICE_OIDC_CLIENT_ID: z.string().optional(),
  OFFICE_OIDC_CLIENT_SECRET: z.string().optional(),
  OFFICE_OIDC_ROLES: z
    .string()
    .transform(readRoleRules)
    .refine((rules) => rules !== undefined)
    .optional(),
  ITER_SESSION_KEYS: keys.optional(),
  ITER_RATES: z
    .string()
    .transform(readRates)
    .refine((limits) => limits !== undefined)
    .optional(),
  ITER_CONNECT_TO: origins.optional(),
  ITER_CONNECT_PRIVATE: origins.optional(),
  ITER_SECRET_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/)
    .optional(),
  ITER_SIMULATE: words.optional(),
  ITER_TRUSTED_PROXIES: z
    .string()
    .regex(/^(\d|10)$/)
    .transform(Number)
    .default(0),
  ITER_CLOCK_OFFSET: z
    .string()
    .regex(/^-?\d{1,5}$/)
    .transform(Number)
    .default(0),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  ...limitVariables,
});

/** The environment as it was read. */
export type Environment = z.infer<typeof environment>;

/** Whether a name is that of a variable which the engine reads. */
export function isVariable(name: string): name is Variable {
  return name in expectations;
}

/** One sentence that names the variable, its value unless it is a secret, and what was expected. */
export function sentence(name: Variable, value: string | undefined, when = ''): string {
  const shown = value === undefined ? 'manca' : secrets.has(name) ? 'ha un valore che non va bene' : `vale "${value}"`;
  return `La variabile ${name} ${shown}${when}: serve ${expectations[name]}.`;
}
