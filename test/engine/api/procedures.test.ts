import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anApi, type RunningApi } from '../../support/api.ts';

const path = '/api/v1/procedures/accesso-agli-atti/sources';

let api: RunningApi;
beforeAll(async () => {
  api = await anApi();
});
afterAll(() => api.stop());

describe('the files of a procedure', () => {
  it('are given to an analyst, those of the current version', async () => {
    const analyst = await api.signIn('analista', 'office');
    const sources = await analyst.call('readProcedureSources', { params: { procedureId: 'accesso-agli-atti' } });
    expect(sources).toMatchObject({ procedureId: 'accesso-agli-atti', version: 1 });
    expect(Object.keys(sources.files)).toEqual(
      expect.arrayContaining(['procedure.bpmn', 'service.json', 'forms/accesso-richiesta.json']),
    );
    expect(JSON.parse(sources.files['forms/accesso-richiesta.json'] ?? '')).toMatchObject({ id: 'accesso-richiesta' });
  });

  it.each(['operatore', 'auditor'])('are refused to %s, who draws nothing', async (username) => {
    const visitor = await api.signIn(username, 'office');
    const reply = await visitor.send('GET', path);
    expect(reply.status).toBe(403);
    expect(reply.body).not.toHaveProperty('files');
  });

  it.each([
    ['a citizen', () => api.signIn('giulia', 'citizen')],
    ['whoever has not signed in', () => Promise.resolve(api.visitor())],
  ])('ask %s to sign in at the office', async (_who, visitor) => {
    const reply = await (await visitor()).send('GET', path);
    expect(reply.status).toBe(401);
    expect(reply.body).not.toHaveProperty('files');
  });

  it('are not found where there is no such procedure', async () => {
    const analyst = await api.signIn('analista', 'office');
    expect(await analyst.send('GET', '/api/v1/procedures/nessuno/sources')).toMatchObject({
      status: 404,
      body: { code: 'procedure.not-found' },
    });
  });
});
