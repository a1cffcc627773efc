import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anApi, type RunningApi, type Visitor } from '../../support/api.ts';
import { anApplication } from '../../support/application.ts';
import { rowsSent } from '../../support/desk.ts';

let api: RunningApi;
let giulia: Visitor;
let luca: Visitor;
let operatore: Visitor;

beforeAll(async () => {
  api = await anApi();
  [giulia, luca, operatore] = await Promise.all([
    api.signIn('giulia', 'citizen'),
    api.signIn('luca', 'citizen'),
    api.signIn('operatore', 'office'),
  ]);
});
afterAll(() => api.stop());

const json = { 'content-type': 'application/json' };

describe('a bad request is refused by name', () => {
  it('with malformed JSON', async () => {
    const refusal = await giulia.send('POST', '/api/v1/drafts', { headers: json, body: '{"procedureId":' });
    expect(refusal).toMatchObject({
      status: 400,
      body: { code: 'request.invalid', status: 400, reference: expect.any(String) },
    });
    expect(refusal.type).toBe('application/problem+json');
  });

  it('with another media type', async () => {
    const refusal = await giulia.send('POST', '/api/v1/drafts', {
      headers: { 'content-type': 'text/plain' },
      body: 'x',
    });
    expect(refusal).toMatchObject({
      status: 415,
      body: { code: 'request.media-type', details: { expected: 'application/json' } },
    });
  });

  it('with an unknown member, by its name', async () => {
    const refusal = await giulia.send('POST', '/api/v1/drafts', {
      headers: json,
      body: '{"procedureId":"x","admin":true}',
    });
    expect(refusal.body).toMatchObject({
      code: 'request.invalid',
      issues: [{ path: 'body', params: { keys: 'admin' } }],
    });
  });

  it('with an unknown query parameter', async () => {
    const refusal = await giulia.send('GET', '/api/v1/bodies?paese=it');
    expect(refusal.body).toMatchObject({ code: 'request.invalid', issues: [{ path: 'query' }] });
  });

  it('with a member of the wrong type, by its path', async () => {
    const refusal = await giulia.send('POST', '/api/v1/drafts', { headers: json, body: '{"procedureId":7}' });
    expect(refusal.body).toMatchObject({ issues: [{ path: 'body.procedureId', code: 'request.invalid-type' }] });
  });

  it('with a cursor that is none of ours', async () => {
    const refusal = await giulia.send('GET', '/api/v1/bodies?cursor=abc');
    expect(refusal).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
  });

  it.each(['1', 'constructor', '__proto__', '%00', "'; DROP TABLE dossiers; --"])('with %s for an id', async (id) => {
    expect(await giulia.send('GET', `/api/v1/dossiers/${id}`)).toMatchObject({
      status: 404,
      body: { code: 'resource.not-found' },
    });
  });

  it('with a method that the address does not have', async () => {
    const refusal = await giulia.send('PATCH', '/api/v1/drafts', { headers: json, body: '{}' });
    expect(refusal).toMatchObject({ status: 405, body: { code: 'request.method-not-allowed' } });
    expect(refusal.headers.get('allow')).toContain('POST');
  });

  it('at an address that is not there', async () => {
    expect(await giulia.send('GET', '/api/v1/segreti')).toMatchObject({
      status: 404,
      body: { code: 'resource.not-found' },
    });
    expect((await giulia.send('GET', '/api/v1/dossiers/%E0%A4%A')).status).toBeLessThan(500);
  });

  it('with a body larger than a megabyte', async () => {
    const body = JSON.stringify({ procedureId: 'x'.repeat(1_100_000) });
    expect(await giulia.send('POST', '/api/v1/drafts', { headers: json, body })).toMatchObject({
      status: 413,
      body: { code: 'request.too-large' },
    });
  });

  it.each([
    ['sec-fetch-site', 'cross-site'],
    ['sec-fetch-site', 'same-site'],
    ['origin', 'https://evil.example'],
    ['origin', 'null'],
  ])('from another site, as %s: %s tells', async (name, value) => {
    const headers = { ...json, [name]: value };
    const refusal = await giulia.send('POST', '/api/v1/drafts', {
      headers,
      body: '{"procedureId":"accesso-agli-atti"}',
    });
    expect(refusal).toMatchObject({ status: 403, body: { code: 'request.cross-site' } });
  });

  it('without a key where a dossier changes', async () => {
    const body = JSON.stringify({ draftId: randomUUID(), revision: 1 });
    expect((await giulia.send('POST', '/api/v1/applications', { headers: json, body })).body).toMatchObject({
      code: 'request.idempotency-key-missing',
    });
  });

  it.each(['/status', '/api/v1/status', '/api/v1/procedures'])(
    'at %s without a database, to be tried again',
    async (path) => {
      const visitor = await api.visitorWithBrokenDatabase();
      const refusal = await visitor.send('GET', path);
      expect(refusal).toMatchObject({ status: 503, body: { code: 'service.unavailable' } });
      expect(Number(refusal.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(refusal.headers.get('cache-control')).toBe('no-store');
    },
  );

  it('says nothing of a defect but a reference', async () => {
    const visitor = await api.visitorWithBrokenDatabase();
    const refusal = await visitor.send('GET', '/api/v1/procedures');
    expect(refusal.status).toBeGreaterThanOrEqual(500);
    expect(JSON.stringify(refusal.body)).not.toMatch(/select|relation|ECONNREFUSED/i);
    expect(refusal.body).toHaveProperty('reference');
  });
});

describe('answers are judged at the sending', () => {
  const submit = async (changes: Record<string, unknown>) => {
    const draft = await luca.call('createDraft', { body: { procedureId: 'accesso-agli-atti' } });
    const answers = { ...anApplication('luca', api.bodyId), ...changes };
    const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined));
    const path = `/api/v1/drafts/${draft.draftId}/answers`;
    const body = JSON.stringify({ revision: draft.revision, answers: given });
    const saved = await luca.send('PUT', path, { headers: json, body });
    if (saved.status !== 200) return saved;
    const sending = JSON.stringify({ draftId: draft.draftId, revision: draft.revision + 1 });
    return luca.send('POST', '/api/v1/applications', {
      headers: { ...json, 'idempotency-key': randomUUID() },
      body: sending,
    });
  };

  const stranger = [{ uploadId: randomUUID(), name: 'x.pdf', size: 3 }];

  it.each([
    { what: 'an unknown field', changes: { isAdmin: true }, path: 'isAdmin', code: 'field.unknown' },
    { what: 'a missing answer', changes: { oggetto: undefined }, path: 'oggetto', code: 'field.required' },
    { what: 'a wrong type', changes: { oggetto: 42 }, path: 'oggetto', code: 'field.wrong-type' },
    { what: 'a choice that is not offered', changes: { tipo: 'tutto' }, path: 'tipo', code: 'choice.unknown' },
    {
      what: 'a file that nobody put up',
      changes: { documentiInteresse: stranger },
      path: 'documentiInteresse',
      code: 'attachment.unknown',
    },
  ])('$what is named', async ({ changes, path, code }) => {
    const refusal = await submit(changes);
    expect(refusal).toMatchObject({ status: 422, body: { code: 'answers.invalid' } });
    expect(refusal.body['issues']).toContainEqual(
      expect.objectContaining({ path: expect.stringContaining(path), code }),
    );
  });

  it('the sender stays who they are, whatever the browser says', async () => {
    const receipt = await submit({ codiceFiscale: 'BNCGLI85D50A944D', nome: 'Giulia', dato: 'art-14' });
    expect(receipt.status).toBe(201);
    const dossier = await operatore.call('readOfficeDossier', {
      params: { dossierId: String(receipt.body['dossierId']) },
    });
    expect(dossier.parties[0]).toMatchObject({ name: 'Luca Neri', fiscalCode: 'NRELCU92A31H199Q' });
    const rows = rowsSent(dossier);
    expect(rows.find(({ key }) => key === 'codiceFiscale')?.text).toBe('NRELCU92A31H199Q');
    // `dato` belongs to another kind of access: a hidden field's answer is dropped, not kept.
    expect(rows.map(({ key }) => key)).not.toContain('dato');
  });
});

describe('a draft', () => {
  it('is one for each person and procedure', async () => {
    const body = { procedureId: 'accesso-agli-atti' };
    const [one, other] = await Promise.all([
      giulia.call('createDraft', { body }),
      giulia.call('createDraft', { body }),
    ]);
    expect(one.draftId).toBe(other.draftId);
    expect((await luca.send('GET', `/api/v1/drafts/${one.draftId}`)).body).toMatchObject({ code: 'draft.not-found' });
  });

  it('changed elsewhere comes back with the newer one', async () => {
    const draft = await giulia.call('createDraft', { body: { procedureId: 'accesso-agli-atti' } });
    const params = { draftId: draft.draftId };
    await giulia.call('saveDraft', { params, body: { revision: draft.revision, answers: { oggetto: 'prima' } } });
    const body = JSON.stringify({ revision: draft.revision, answers: { oggetto: 'dopo' } });
    const refusal = await giulia.send('PUT', `/api/v1/drafts/${draft.draftId}/answers`, { headers: json, body });
    expect(refusal).toMatchObject({
      status: 409,
      body: {
        code: 'draft.changed-elsewhere',
        details: { draft: { revision: draft.revision + 1, answers: { oggetto: 'prima' } } },
      },
    });
  });

  it('of a procedure that is not there is refused', async () => {
    const body = '{"procedureId":"altro"}';
    expect(await giulia.send('POST', '/api/v1/drafts', { headers: json, body })).toMatchObject({
      status: 404,
      body: { code: 'procedure.not-found' },
    });
  });
});
