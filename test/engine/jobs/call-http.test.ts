import { generateKeyPairSync } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { boundedHttp } from '../../../engine/connect/http.ts';
import { recordIncident } from '../../../engine/jobs/incident.ts';
import { callConnector } from '../../../engine/jobs/call-connector.ts';
import { connectors } from '../../../engine/connect/connectors/connectors.ts';
import { rowsOf } from '../../../engine/store/db.ts';
import { loadEvents } from '../../../engine/store/tables/events.ts';
import { aRunningIter, type RunningIter } from '../../support/harness.ts';
import { takeJob } from '../../support/harness-rows.ts';
import { anOutsideService, json, type OutsideService } from '../../support/outside-service.ts';
import { registryProcedure } from '../../support/registry-procedure.ts';

let iter: RunningIter;
let service: OutsideService;
let job: { readonly dossierId: string; readonly waitId: string };
beforeAll(async () => {
  service = await anOutsideService();
  iter = await aRunningIter({ files: await registryProcedure({ catches: 'http-404' }) });
});
afterAll(async () => {
  await iter.stop();
  await service.stop();
});
beforeEach(async () => {
  const { command, actor } = await iter.submission('giulia', { ente: '@r_emiro', oggetto: 'Attestato', copie: 1 });
  await iter.run(command, actor);
  job = { dossierId: command.dossierId, waitId: '' };
  for (let next = await takeJob(iter.deps); next; next = await takeJob(iter.deps)) {
    const { connector, waitId } = Object(next.payload);
    if (connector === 'http') job = { dossierId: command.dossierId, waitId };
  }
});

/** Calls the service with what the body has set. */
const call = (settings: Readonly<Record<string, string>> = {}, timeLimitMs = 10_000) =>
  callConnector(
    { connector: 'http', elementId: 'call', ...job },
    {
      ...iter.deps,
      connectors: connectors.map((each) => ({ ...each, timeLimitMs })),
      outside: {
        http: boundedHttp({ origins: [], privateOrigins: [service.origin] }),
        settings: async () => ({ server: `${service.origin}/v1`, ...settings }),
        simulates: [],
      },
    },
  );

const found = json({ address: 'Via Emilia 5' });
const asked = () => service.received.filter(({ path }) => path.startsWith('/v1'));
const snapshot = async () => {
  const sql = 'SELECT snapshot FROM dossiers WHERE dossier_id = :dossierId';
  const [row] = await rowsOf<{ snapshot: { variables: object; tasks: { elementId: string }[]; waits: object[] } }>(
    iter.deps.db,
    sql,
    { dossierId: job.dossierId },
  );
  return row?.snapshot;
};
const isWaiting = async () => JSON.stringify((await snapshot())?.waits).includes('"elementId":"call"');

describe('a service outside', () => {
  it('is asked as its document says, and its answer is mapped', async () => {
    service.answers(found);
    await call();
    expect(asked().at(-1)).toMatchObject({
      method: 'POST',
      path: '/v1/residents/BNCGLI85D50A944D',
      body: '{"reason":"istruttoria"}',
      headers: { 'x-purpose': 'accesso', 'idempotency-key': `http:${job.dossierId}:${job.waitId}` },
    });
    expect((await snapshot())?.variables).toMatchObject({ residenza: 'Via Emilia 5' });
    expect(await isWaiting()).toBe(false);
  });

  it('that is asked twice is given the same key, and the dossier goes on once', async () => {
    service.answers(found);
    const before = asked().length;
    await Promise.all([call(), call()]);
    await call();
    const keys = asked()
      .slice(before)
      .map(({ headers }) => headers['idempotency-key']);
    expect(new Set(keys)).toEqual(new Set([`http:${job.dossierId}:${job.waitId}`]));
    const events = await loadEvents(iter.deps.db, { bodyId: iter.bodyId, dossierId: job.dossierId });
    expect(events.filter(({ type }) => type === 'job.finished')).toHaveLength(1);
  });

  it.each([
    { what: 'answers no JSON', status: 200, text: '<html>', message: 'The answer of the service is not JSON' },
    { what: 'answers another shape', status: 200, text: '{"address": 5}', message: 'address' },
    { what: 'breaks down', status: 500, text: '{}', message: 'The service answers 500' },
    { what: 'has too much to do', status: 429, text: '{}', message: 'The service answers 429' },
  ])('that $what leaves the dossier where it was', async ({ status, text, message }) => {
    service.answers((_received, response) => response.writeHead(status).end(text));
    await expect(call()).rejects.toThrow(message);
    expect(await isWaiting()).toBe(true);
  });

  it('that never answers is given up when its time is over', async () => {
    service.answers(() => undefined);
    await expect(call({}, 50)).rejects.toThrow();
    expect(await isWaiting()).toBe(true);
  });

  it('that refuses as its document says goes another way', async () => {
    service.answers(json({}, 404));
    await call();
    const state = await snapshot();
    expect(state?.tasks.map(({ elementId }) => elementId)).toEqual(['check-request']);
    expect(state?.variables).not.toHaveProperty('residenza');
  });

  it('that refuses otherwise becomes an incident at once', async () => {
    service.answers(json({ secret: 'of the person' }, 403));
    const error: unknown = await call().catch((cause: unknown) => cause);
    expect(error).toMatchObject({ code: 'step.failed', details: { status: 403 } });
    const failed = { jobId: '1', task: 'call-connector', payload: job, attempts: 1, maxAttempts: 8, error };
    expect(await recordIncident(iter.deps.db, failed, iter.now())).toBe(true);
    expect(JSON.stringify(await rowsOf(iter.deps.db, 'SELECT * FROM incidents', {}))).not.toContain('of the person');
  });
});

describe('whoever asks', () => {
  it('is known by a key', async () => {
    service.answers(found);
    await call({ auth: 'api-key', apiKey: 'k-123', apiKeyHeader: 'x-key' });
    expect(asked().at(-1)?.headers).toMatchObject({ 'x-key': 'k-123' });
  });

  it('is known by a token for client id and secret', async () => {
    service.answers((received, response) =>
      received.path === '/token' ? json({ access_token: 't-1' })(received, response) : found(received, response),
    );
    const tokenUrl = `${service.origin}/token`;
    await call({ auth: 'oauth2', tokenUrl, clientId: 'regione', clientSecret: 's-1', scope: 'read' });
    const form = new URLSearchParams(service.received.findLast(({ path }) => path === '/token')?.body);
    expect(Object.fromEntries(form)).toEqual({
      grant_type: 'client_credentials',
      client_id: 'regione',
      client_secret: 's-1',
      scope: 'read',
    });
    expect(asked().at(-1)?.headers.authorization).toBe('Bearer t-1');
  });

  it('is known by a voucher of PDND for a signed assertion', async () => {
    service.answers((received, response) =>
      received.path === '/token' ? json({ access_token: 'v-1' })(received, response) : found(received, response),
    );
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    await call({
      auth: 'pdnd',
      ...{ tokenUrl: `${service.origin}/token`, clientId: 'c-1', keyId: 'kid-1', purposeId: 'p-1' },
      ...{
        audience: 'auth.interop/client-assertion',
        privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      },
    });
    const form = new URLSearchParams(service.received.findLast(({ path }) => path === '/token')?.body);
    const assertion = form.get('client_assertion') ?? '';
    expect(decodeProtectedHeader(assertion)).toEqual({ alg: 'RS256', typ: 'JWT', kid: 'kid-1' });
    expect(decodeJwt(assertion)).toMatchObject({
      ...{ iss: 'c-1', sub: 'c-1', aud: 'auth.interop/client-assertion', purposeId: 'p-1' },
      ...{ iat: Date.parse(iter.now()) / 1000, exp: Date.parse(iter.now()) / 1000 + 60 },
    });
    expect(asked().at(-1)?.headers.authorization).toBe('Bearer v-1');
  });

  it('without what is set becomes an incident at once', async () => {
    await expect(call({ auth: 'api-key' })).rejects.toMatchObject({ code: 'step.failed' });
  });
});

it('a development machine simulates the service', async () => {
  await callConnector({ connector: 'http', elementId: 'call', ...job }, iter.deps);
  expect((await snapshot())?.variables).toMatchObject({ residenza: 'Via Roma 1' });
});
