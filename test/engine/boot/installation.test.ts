import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { performCommandLine } from '../../../engine/cli/command-line.ts';
import { readConfig } from '../../../engine/config.ts';
import { claimPrefix } from '../../../engine/connect/identity/claims.ts';
import { oidcProvider } from '../../../engine/connect/identity/oidc.ts';
import { demoPeople } from '../../../engine/core/demo.ts';
import { rowsOf } from '../../../engine/store/db.ts';
import { anApi, submitAs, type RunningApi, type Visitor } from '../../support/api.ts';
import { aClaimingProvider, type ClaimingProvider } from '../../support/oidc.ts';
import { aCookieJar } from '../../support/sign-in.ts';

/** The environment of a real service, on the database of the test. */
const production = (databaseUrl: string) => ({
  NODE_ENV: 'production',
  ITER_BASE_URL: 'https://sportello.example.it',
  ITER_SESSION_KEYS: 'kL2vT9qXw7eR4yU8iO1pA6sD3fG5hJ0z',
  DATABASE_URL: databaseUrl,
  SMTP_URL: 'smtps://posta.example.it',
  CITIZEN_OIDC_ISSUER: 'https://spid.example.it',
  CITIZEN_OIDC_CLIENT_ID: 'iter',
  CITIZEN_OIDC_CLIENT_SECRET: 'segreto',
  OFFICE_OIDC_ISSUER: 'https://uffici.example.it',
  OFFICE_OIDC_CLIENT_ID: 'iter',
  OFFICE_OIDC_CLIENT_SECRET: 'segreto',
  OFFICE_OIDC_ROLES: 'groups:iter-rpct=unione_prova/rpct/manager,groups:iter-amministra=unione_prova/urp/administrator',
});

let provider: ClaimingProvider;
let api: RunningApi;
let folder: string;
let databaseUrl: string;

beforeAll(async () => {
  provider = await aClaimingProvider();
  folder = mkdtempSync(join(tmpdir(), 'iter-installation-'));
  api = await anApi({
    // The same settings as in production, but for the address: the provider of the test speaks plain HTTP.
    identity: (url) => {
      databaseUrl = url;
      const { identity, officeRoles } = readConfig(production(url));
      const at = { issuer: provider.issuer, allowHttp: true, minimumLevel: 2, levelWhenUnstated: 2 } as const;
      const { citizen, office } = identity;
      if (citizen === undefined || office === undefined) throw new Error('Production has two providers');
      return {
        citizen: oidcProvider({ ...citizen, ...at }),
        office: oidcProvider({ ...office, ...at, roles: officeRoles }),
      };
    },
  });
});
afterAll(async () => {
  await api.stop();
  await provider.stop();
  rmSync(folder, { recursive: true });
});

async function imported(register: string, ...lines: readonly string[]) {
  const file = join(folder, `${register}.csv`);
  writeFileSync(file, `\uFEFF${lines.join('\r\n')}`);
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const scene = { env: production(databaseUrl), print: say, complain: say };
  const code = await performCommandLine([register, 'import', file], scene);
  return { code, said: said.join('\n') };
}

const person = (sub: string, fiscalCode: string, more: object = {}) => ({
  sub,
  given_name: sub,
  family_name: 'Prova',
  [`${claimPrefix}fiscal_number`]: `TINIT-${fiscalCode}`,
  ...more,
});

/** Somebody comes through a front door with these claims. */
async function comes(audience: 'citizen' | 'office', claims: Readonly<Record<string, unknown>>): Promise<Visitor> {
  provider.signsIn(claims);
  const jar = aCookieJar();
  const away = await jar.fetch(`${api.baseUrl}/auth/${audience}/sign-in`);
  const back = await fetch(away.headers.get('location') ?? '', { redirect: 'manual' });
  const entered = await jar.fetch(back.headers.get('location') ?? '');
  expect(entered.status).toBe(302);
  return api.visitor(jar);
}

const [giulia] = demoPeople.filter(({ username }) => username === 'giulia');
const paola = 'CNTPLA76H55A944N';

it('a fresh installation is set up from lists and claims, and a task reaches its office', async () => {
  expect(await rowsOf(api.db, 'SELECT 1 FROM staff')).toEqual([]);
  const set = [
    await imported('bodies', 'codice_ipa;nome;tipo', 'unione_prova;Unione di prova;unione'),
    await imported(
      'offices',
      'ente;codice;nome',
      'unione_prova;urp;Sportello',
      'unione_prova;documenti;Archivio',
      'unione_prova;rpct;Trasparenza',
    ),
    await imported(
      'people',
      'codice_fiscale;nome;cognome;ente;ufficio;ruolo;dal',
      `${paola};Paola;Conti;unione_prova;urp;operatore;01/01/2020`,
    ),
    await imported(
      'assign',
      'ente;procedimento;ruolo;ufficio;dal',
      'r_emiro;accesso-agli-atti;front-desk;urp;2020-01-01',
    ),
  ];
  expect(set.map(({ code }) => code)).toEqual([0, 0, 0, 0]);

  const [body] = await rowsOf<{ id: string }>(
    api.db,
    `SELECT body_id AS id FROM bodies WHERE ipa_code = 'unione_prova'`,
  );
  if (giulia === undefined) throw new Error('There is no giulia');
  const { givenName, familyName, fiscalCode = '', email } = giulia;
  const named = { given_name: givenName, family_name: familyName, email, email_verified: true };
  const applicant = await comes('citizen', person('giulia', fiscalCode, named));
  const { dossierId } = await submitAs(api, { visitor: applicant, username: 'giulia' }, { ente: body?.id });

  const clerk = await comes('office', person('paola', paola));
  const { items } = await clerk.call('listTasks', { query: {} });
  expect(items.map((task) => [task.dossierId, task.name, task.bodyName])).toEqual([
    [dossierId, 'Verifica la richiesta', 'Unione di prova'],
  ]);
  const taskId = items[0]?.taskId ?? '';
  const claimed = await clerk.call('claimTask', { params: { taskId }, idempotencyKey: randomUUID() });
  expect(claimed.may.complete).toBe(true);
});

it('a role comes from a claim, for as long as the session lasts', async () => {
  const memberships = async (visitor: Visitor) =>
    (await visitor.call('readSession', { query: { audience: 'office' } })).person?.memberships.map(
      ({ officeCode, role }) => `${officeCode} ${role}`,
    );
  const anna = person('anna', 'GRCNNA68P42D548O', { groups: ['altro', 'iter-rpct'] });
  expect(await memberships(await comes('office', anna))).toEqual(['rpct manager']);
  expect(await memberships(await comes('office', { ...anna, groups: 'altro' }))).toEqual([]);
});

it('a role that has ended, or is still to begin, is none', async () => {
  const header = 'codice_fiscale;nome;cognome;ente;ufficio;ruolo;dal;al';
  const carlo = 'FBBCRL64T19H294Q';
  await imported(
    'people',
    header,
    `${carlo};Carlo;Fabbri;unione_prova;urp;operatore;2020-01-01;2020-12-31`,
    `${carlo};Carlo;Fabbri;unione_prova;documenti;operatore;2999-01-01;`,
  );
  const visitor = await comes('office', person('carlo', carlo));
  expect((await visitor.call('listTasks', { query: {} })).items).toEqual([]);
});

it('whoever administers reads no dossiers', async () => {
  const [dossier] = await rowsOf<{ id: string }>(api.db, 'SELECT dossier_id AS id FROM dossiers');
  const ada = await comes('office', person('ada', 'LNESRA88C67H223Y', { groups: ['iter-amministra'] }));
  expect((await ada.call('listTasks', { query: {} })).items).toEqual([]);
  expect((await ada.call('listOfficeDossiers', { query: {} })).items).toEqual([]);
  expect(await ada.send('GET', `/api/v1/office/dossiers/${dossier?.id}`)).toMatchObject({ status: 404 });
});
