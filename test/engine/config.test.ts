import { describe, expect, it } from 'vitest';
import { ConfigProblem, readConfig } from '../../engine/config.ts';

const production = {
  NODE_ENV: 'production',
  ITER_BASE_URL: 'https://sportello.example.it',
  ITER_SESSION_KEYS: 'kL2vT9qXw7eR4yU8iO1pA6sD3fG5hJ0z',
  DATABASE_URL: 'postgres://iter:segreto@db.example.it/iter?sslmode=verify-full',
  SMTP_URL: 'smtps://posta.example.it',
  CITIZEN_OIDC_ISSUER: 'https://spid.example.it',
  CITIZEN_OIDC_CLIENT_ID: 'iter',
  CITIZEN_OIDC_CLIENT_SECRET: 'segreto',
  OFFICE_OIDC_ISSUER: 'https://uffici.example.it',
  OFFICE_OIDC_CLIENT_ID: 'iter',
  OFFICE_OIDC_CLIENT_SECRET: 'segreto',
};

const refusal = (env: Record<string, string>): string => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigProblem) return error.message;
    throw error;
  }
  return '';
};

describe('the configuration', () => {
  it('needs nothing at all in development', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      production: false,
      role: 'all',
      port: 3000,
      baseUrl: 'http://localhost:3000',
      logLevel: 'info',
    });
    expect(config.databaseUrl).toBeUndefined();
    expect(config.filesFolder).toBe(`${config.home}/files`);
  });

  it('follows the port with the base address', () => {
    expect(readConfig({ PORT: '8080' }).baseUrl).toBe('http://localhost:8080');
  });

  it('counts an empty variable as absent', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' }).port).toBe(3000);
  });

  it.each([
    ['PORT', 'tremila'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['ITER_ROLE', 'capo'],
    ['NODE_ENV', 'prod'],
    ['ITER_BASE_URL', 'sportello.example.it'],
    ['ITER_BASE_URL', 'https://example.it/sportello'],
    ['LOG_LEVEL', 'tutto'],
    ['ITER_MAIL_FROM', 'nessuno'],
    ['ITER_CONNECT_TO', 'api.example.it'],
    ['ITER_CONNECT_TO', 'https://api.example.it/v1'],
    ['ITER_CONNECT_PRIVATE', 'ftp://localhost'],
    ['OFFICE_OIDC_ROLES', 'groups:urp=r_emiro/urp/sindaco'],
    ['OFFICE_OIDC_ROLES', 'urp=r_emiro/urp/clerk'],
  ])('names %s and its value %s', (name, value) => {
    expect(refusal({ [name]: value })).toContain(`La variabile ${name} vale "${value}": serve `);
  });

  it('refuses the address of the owner without that of the engine', () => {
    const migration = { ITER_MIGRATION_DATABASE_URL: 'postgres://owner:segreto@localhost/iter' };
    expect(refusal(migration)).toContain('La variabile DATABASE_URL manca ma ITER_MIGRATION_DATABASE_URL c’è');
    expect(refusal({ ...migration, DATABASE_URL: 'postgres://iter:segreto@localhost/iter' })).toBe('');
  });

  it.each([
    ['DATABASE_URL', 'mysql://utente:parola@host/db'],
    ['ITER_MIGRATION_DATABASE_URL', 'mysql://utente:parola@host/db'],
    ['SMTP_URL', 'http://utente:parola@host'],
    ['ITER_SESSION_KEYS', 'corta'],
    ['ITER_SECRET_KEY', 'corta'],
  ])('never repeats the secret in %s', (name, value) => {
    const sentence = refusal({ [name]: value });
    expect(sentence).toContain(name);
    expect(sentence).not.toContain(value);
  });

  it('tells every defect at once', () => {
    expect(refusal({ PORT: 'x', ITER_ROLE: 'y' }).split('\n')).toHaveLength(2);
  });

  it('simulates services outside on a development machine that names none', () => {
    expect(readConfig({}).connect.simulates).toEqual(['http']);
    expect(readConfig({ ITER_CONNECT_TO: 'https://api.example.it' }).connect.simulates).toEqual([]);
    expect(readConfig(production).connect.simulates).toEqual([]);
  });

  it('refuses simulated services and the published key in production', () => {
    expect(refusal({ ...production, ITER_SIMULATE: 'http' })).toContain('La variabile ITER_SIMULATE');
    const published = readConfig({}).secretKey?.toString('base64') ?? '';
    expect(refusal({ ...production, ITER_SECRET_KEY: published })).toContain('La variabile ITER_SECRET_KEY');
    expect(readConfig(production).secretKey).toBeUndefined();
  });

  it('accepts a complete production environment', () => {
    const config = readConfig(production);
    expect(config.production).toBe(true);
    expect(config.identity.citizen?.issuer).toBe('https://spid.example.it');
  });

  it.each([
    'ITER_BASE_URL',
    'ITER_SESSION_KEYS',
    'DATABASE_URL',
    'SMTP_URL',
    'CITIZEN_OIDC_ISSUER',
    'OFFICE_OIDC_ISSUER',
  ])('refuses production without %s', (name) => {
    expect(refusal({ ...production, [name]: '' })).toContain(`La variabile ${name} manca in produzione`);
  });

  it.each([
    ['ITER_BASE_URL', 'http://sportello.example.it'],
    ['CITIZEN_OIDC_ISSUER', 'http://spid.example.it'],
    ['OFFICE_OIDC_ISSUER', 'http://uffici.example.it'],
  ])('refuses production with %s at %s', (name, value) => {
    expect(refusal({ ...production, [name]: value })).toContain(`La variabile ${name} vale "${value}": in produzione`);
  });

  it.each([
    ['the published one', 'only-for-development-and-never-for-production'],
    ['one of a single letter', 'a'.repeat(40)],
    ['one of few characters', '0123456789'.repeat(4)],
    ['a weak one behind a strong one', `kL2vT9qXw7eR4yU8iO1pA6sD3fG5hJ0z,${'ab'.repeat(16)}`],
  ])('refuses production with a key that is %s', (_what, keys) => {
    const sentence = refusal({ ...production, ITER_SESSION_KEYS: keys });
    expect(sentence).toMatch(/^La variabile ITER_SESSION_KEYS contiene una chiave/);
    expect(sentence).not.toContain(keys);
  });

  it.each([
    'postgres://iter:segreto@db.example.it/iter',
    'postgres://iter:segreto@db.example.it/iter?sslmode=disable',
    'postgres://iter:segreto@db.example.it/iter?sslmode=prefer',
    'postgres://iter:segreto@db.example.it/iter?sslmode=no-verify',
    'postgres://iter:segreto@db.example.it/iter?uselibpqcompat=true&sslmode=require',
    'postgres://iter:segreto@localhost/iter?host=db.example.it',
    'postgres://iter:segreto@192.168.1.5/iter',
  ])('refuses production with a database elsewhere that is heard on the way: %s', (databaseUrl) => {
    const sentence = refusal({ ...production, DATABASE_URL: databaseUrl });
    expect(sentence).toMatch(/^La variabile DATABASE_URL indica un database su un’altra macchina/);
    expect(sentence).not.toContain('segreto');
    expect(refusal({ ...production, ITER_MIGRATION_DATABASE_URL: databaseUrl })).toMatch(
      /^La variabile ITER_MIGRATION_DATABASE_URL indica un database su un’altra macchina/,
    );
  });

  it.each([
    'postgres://iter:segreto@db.example.it/iter?sslmode=require',
    'postgres://iter:segreto@db.example.it/iter?sslmode=verify-ca&sslrootcert=/etc/ca.pem',
    'postgres://iter:segreto@127.0.0.1:5433/iter',
    'postgres://iter:segreto@[::1]/iter',
    'postgres://iter:segreto@localhost/iter',
    'postgres:///iter?host=/var/run/postgresql',
  ])('accepts production with the database %s', (databaseUrl) => {
    expect(refusal({ ...production, DATABASE_URL: databaseUrl })).toBe('');
  });

  it.each<Record<string, string>>([
    { ITER_BASE_URL: 'https://sportello.example.it' },
    { ITER_BASE_URL: 'http://192.168.1.5:3000' },
    { ITER_LISTEN: '0.0.0.0' },
    { ITER_LISTEN: '::' },
    { ITER_LISTEN: '192.168.1.5' },
  ])('refuses what others can reach and nobody said what for: %o', (env) => {
    const [name] = Object.keys(env);
    expect(refusal(env)).toMatch(new RegExp(`^La variabile ${name} .* e NODE_ENV manca: serve NODE_ENV=production`));
    expect(refusal({ ...env, NODE_ENV: 'development' })).toBe('');
  });

  it.each<Record<string, string>>([
    { ITER_BASE_URL: 'http://iter.localhost:3000' },
    { ITER_LISTEN: '127.0.0.2' },
    { ITER_LISTEN: '::1' },
  ])('lets a machine that only its own people reach be a development machine: %o', (env) => {
    expect(refusal(env)).toBe('');
  });

  it('listens on this machine only, unless told or in production', () => {
    expect(readConfig({}).listen).toBe('localhost');
    expect(readConfig({ NODE_ENV: 'development' }).listen).toBe('localhost');
    expect(readConfig({ NODE_ENV: 'development', ITER_LISTEN: '0.0.0.0' }).listen).toBe('0.0.0.0');
    expect(readConfig(production).listen).toBeUndefined();
  });

  it('shifts the clock outside production only', () => {
    expect(readConfig({ ITER_CLOCK_OFFSET: '10' }).clockOffsetDays).toBe(10);
    expect(readConfig({ ITER_CLOCK_OFFSET: '-3' }).clockOffsetDays).toBe(-3);
    expect(refusal({ ...production, ITER_CLOCK_OFFSET: '10' })).toContain('ITER_CLOCK_OFFSET vale "10" in produzione');
    expect(refusal({ ITER_CLOCK_OFFSET: 'domani' })).toContain('ITER_CLOCK_OFFSET');
  });

  it('refuses an issuer without its client', () => {
    expect(refusal({ ...production, OFFICE_OIDC_CLIENT_SECRET: '' })).toContain('OFFICE_OIDC_CLIENT_SECRET manca');
  });
});
