import { describe, expect, it } from 'vitest';
import { ConfigProblem, readConfig } from '../../engine/config.ts';

const production = {
  NODE_ENV: 'production',
  ITER_BASE_URL: 'https://sportello.example.it',
  ITER_SESSION_KEYS: 'a'.repeat(32),
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
  ])('names %s and its value %s', (name, value) => {
    expect(refusal({ [name]: value })).toContain(`La variabile ${name} vale "${value}": serve `);
  });

  it.each([
    ['DATABASE_URL', 'mysql://utente:parola@host/db'],
    ['SMTP_URL', 'http://utente:parola@host'],
    ['ITER_SESSION_KEYS', 'corta'],
  ])('never repeats the secret in %s', (name, value) => {
    const sentence = refusal({ [name]: value });
    expect(sentence).toContain(name);
    expect(sentence).not.toContain(value);
  });

  it('tells every defect at once', () => {
    expect(refusal({ PORT: 'x', ITER_ROLE: 'y' }).split('\n')).toHaveLength(2);
  });

  it('accepts a complete production environment', () => {
    const config = readConfig(production);
    expect(config.production).toBe(true);
    expect(config.identity.citizen?.issuer).toBe('https://spid.example.it');
  });

  it.each(['ITER_BASE_URL', 'ITER_SESSION_KEYS', 'SMTP_URL', 'CITIZEN_OIDC_ISSUER', 'OFFICE_OIDC_ISSUER'])(
    'refuses production without %s',
    (name) => {
      expect(refusal({ ...production, [name]: '' })).toContain(`La variabile ${name} manca in produzione`);
    },
  );

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
