import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handlers } from '../../../engine/api/handlers.ts';
import { examplesOf } from '../../../forms/citizen/catalogue/topics.ts';
import { endpoints } from '../../../forms/contract/endpoints.ts';
import { it as it_ } from '../../../forms/text/it.ts';
import { anApi, type RunningApi, type Visitor } from '../../support/api.ts';

let api: RunningApi;
let anyone: Visitor;

beforeAll(async () => {
  api = await anApi();
  anyone = api.visitor();
});
afterAll(() => api.stop());

describe('what anyone may read', () => {
  it('every operation of the contract has a handler', () => {
    expect(Object.keys(handlers).sort()).toEqual(Object.keys(endpoints).sort());
  });

  it('is the status of the service', async () => {
    expect(await anyone.call('readStatus', {})).toMatchObject({ status: 'ok', parts: { database: 'ok' } });
    expect(await anyone.send('GET', '/status')).toMatchObject({ status: 200, body: { status: 'ok' } });
  });

  it('are the procedures, found without accents', async () => {
    const { items } = await anyone.call('listProcedures', { query: {} });
    expect(items.map(({ procedureId }) => procedureId)).toContain('accesso-agli-atti');
    expect((await anyone.call('listProcedures', { query: { q: 'accesso' } })).items).toHaveLength(1);
    expect((await anyone.call('listProcedures', { query: { q: 'zzzz' } })).items).toEqual([]);
  });

  it.each([
    'accesso',
    'ACCESSI',
    'atti accesso',
    'acceso agli atti',
    'accesso civcio',
    'documento',
    'richieste',
    'richiesta di documénti',
    'l’accesso agli atti',
    'foia',
    'access to documents',
  ])('are found by %j', async (q) => {
    const { items } = await anyone.call('listProcedures', { query: { q } });
    expect(items.map(({ procedureId }) => procedureId)).toEqual(['accesso-agli-atti']);
  });

  it('are found by each example that the page names', async () => {
    const { topics } = await anyone.call('listProcedures', { query: {} });
    const examples = examplesOf(topics).split(', ');
    for (const q of examples)
      expect([q, (await anyone.call('listProcedures', { query: { q } })).total]).toEqual([q, 1]);
    expect(it_.citizen.catalogue.searchHint).toBe('Per esempio: {{examples}}');
  });

  it('are those of a topic, and told how many', async () => {
    const { topics } = await anyone.call('listProcedures', { query: {} });
    const [topic = ''] = topics;
    expect(await anyone.call('listProcedures', { query: { topic } })).toMatchObject({ total: 1, topics });
    expect(await anyone.call('listProcedures', { query: { topic: 'altro' } })).toMatchObject({ total: 0, topics });
  });

  it('are found by what is nearly written so, which is told', async () => {
    const at = async (q: string) => (await anyone.call('listProcedures', { query: { q } })).alike;
    expect([await at('accesso'), await at('acesso')]).toEqual([undefined, true]);
  });

  it('is the card of a procedure', async () => {
    const card = await anyone.call('readProcedure', { params: { procedureId: 'accesso-agli-atti' }, query: {} });
    expect(card).toMatchObject({ maximumDays: 30, fillingMinutes: expect.any(Number) });
    expect(await anyone.send('GET', '/api/v1/procedures/altro')).toMatchObject({
      status: 404,
      body: { code: 'procedure.not-found' },
    });
  });

  it('are bodies by name and by id', async () => {
    const { items } = await anyone.call('listBodies', { query: { q: 'bologna' } });
    const bologna = items[0];
    expect(bologna).toMatchObject({ kind: 'municipality', ipaCode: 'c_a944' });
    const byId = await anyone.call('listBodies', { query: { ids: String(bologna?.bodyId) } });
    expect(byId.items).toEqual([bologna]);
  });

  it.each([
    ['forli', 'Comune di Forlì'],
    ['FORLI’', 'Comune di Forlì'],
    ['modena', 'Comune di Modena'],
    ['reggio nellemilia', 'Comune di Reggio nell’Emilia'],
  ])('are bodies found by %j, the one meant first', async (q, name) => {
    const { items } = await anyone.call('listBodies', { query: { q } });
    expect(items[0]?.name.replaceAll("'", '’')).toBe(name);
  });

  it.each([
    ['forli', 'Forlì'],
    ['modena', 'Modena'],
    ['l aquila', 'L’Aquila'],
    ['bolzano', 'Bolzano'],
  ])('are municipalities found by %j, the one meant first', async (q, name) => {
    const { items } = await anyone.call('listMunicipalities', { query: { q } });
    expect(items[0]?.name.replaceAll("'", '’')).toContain(name);
  });

  it('found by name come page by page, each once', async () => {
    const all = await anyone.call('listMunicipalities', { query: { q: 'san', limit: 100 } });
    const first = await anyone.call('listMunicipalities', { query: { q: 'san', limit: 7 } });
    const next = await anyone.call('listMunicipalities', {
      query: { q: 'san', limit: 7, ...(first.cursor === undefined ? {} : { cursor: first.cursor }) },
    });
    expect([...first.items, ...next.items]).toEqual(all.items.slice(0, 14));
  });

  it('are all 331 bodies, page by page', async () => {
    const seen = new Set<string>();
    let cursor: string | undefined;
    do {
      const page = await anyone.call('listBodies', {
        query: { limit: 100, ...(cursor === undefined ? {} : { cursor }) },
      });
      for (const { bodyId } of page.items) seen.add(bodyId);
      cursor = page.cursor;
    } while (cursor !== undefined);
    expect(seen.size).toBe(331);
  });

  it('are municipalities as they were on a day', async () => {
    const was = await anyone.call('listMunicipalities', { query: { q: 'bazzano', validOn: '2000-01-01' } });
    expect(was.items).toContainEqual(expect.objectContaining({ istatCode: '037004', validTo: '2013-12-31' }));
    const { items } = await anyone.call('listMunicipalities', { query: { q: 'bazzano' } });
    expect(items.map(({ istatCode }) => istatCode)).not.toContain('037004');
    const reply = await anyone.send('GET', '/api/v1/municipalities?q=bologna&validOn=ieri');
    expect(reply).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
  });

  it('are the lists that fields choose from', async () => {
    const { items } = await anyone.call('listChoices', { params: { name: 'provinces' } });
    expect(items).toContainEqual({ value: 'BO', label: 'Bologna', description: 'Emilia-Romagna' });
    expect((await anyone.send('GET', '/api/v1/choices/people')).status).toBe(404);
  });

  it('are municipalities of the whole country', async () => {
    const { items } = await anyone.call('listMunicipalities', { query: { q: 'reggio nell' } });
    expect(items.map(({ name }) => name.replace('’', "'"))).toContain("Reggio nell'Emilia");
  });

  it('is the description of the API', async () => {
    expect((await anyone.send('GET', '/openapi.json')).body).toMatchObject({ openapi: expect.stringMatching(/^3\.1/) });
    expect((await anyone.send('GET', '/api/v1/openapi.json')).status).toBe(200);
  });

  it('carries the headers that keep a browser safe', async () => {
    const { headers } = await anyone.send('GET', '/api/v1/status');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});
