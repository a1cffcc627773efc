import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readProcedureFolder } from '../../../engine/publish/read-folder.ts';
import { publish } from '../../../engine/publish.ts';
import { anApi, submitAs, type RunningApi, type Visitor } from '../../support/api.ts';

const procedureFolder = fileURLToPath(new URL('../../../procedures/accesso-agli-atti', import.meta.url));

let api: RunningApi;
let giulia: Visitor;
let operatore: Visitor;
beforeAll(async () => {
  api = await anApi();
  [giulia, operatore] = await Promise.all([api.signIn('giulia', 'citizen'), api.signIn('operatore', 'office')]);
});
afterAll(() => api.stop());

const json = { 'content-type': 'application/json' };
const keyed = () => ({ ...json, 'idempotency-key': randomUUID() });

/** Saves answers, written as they are, in the open draft of Giulia. */
async function saveAnswers(answers: string) {
  const { draftId, revision } = await giulia.call('createDraft', { body: { procedureId: 'accesso-agli-atti' } });
  const body = `{"revision":${revision},"answers":${answers}}`;
  return giulia.send('PUT', `/api/v1/drafts/${draftId}/answers`, { headers: json, body });
}

describe('answers that no form can hold are refused', () => {
  it.each([
    { what: 'a NUL', answers: '{"oggetto":"a\\u0000b"}', code: 'request.invalid-characters' },
    { what: 'half of a character', answers: '{"oggetto":"\\ud800"}', code: 'request.invalid-characters' },
    { what: 'a NUL in a name', answers: '{"a\\u0000":1}', code: 'request.invalid-characters' },
    {
      what: 'ten thousand levels',
      answers: `{"oggetto":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
      code: 'request.too-deep',
    },
  ])('$what', async ({ answers, code }) => {
    const refusal = await saveAnswers(answers);
    expect(refusal).toMatchObject({ status: 400, body: { code: 'request.invalid', issues: [{ path: 'body', code }] } });
  });

  it.each(['{"__proto__":{"admin":true}}', '{"oggetto":{"__proto__":{}}}'])(
    'a prototype, as in %s',
    async (answers) => {
      expect(await saveAnswers(answers)).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    },
  );

  it.each(['constructor', 'toString', 'hasOwnProperty', 'prototype'])('a field called %s', async (name) => {
    expect(await saveAnswers(`{"${name}":"x"}`)).toMatchObject({
      status: 422,
      body: { code: 'answers.invalid', issues: [{ path: name, code: 'field.unknown' }] },
    });
  });

  it('a text of many thousand characters', async () => {
    const { draftId, revision } = await giulia.call('createDraft', { body: { procedureId: 'accesso-agli-atti' } });
    const answers = { oggetto: 'x'.repeat(500_000) };
    const saved = await giulia.call('saveDraft', { params: { draftId }, body: { revision, answers } });
    const body = JSON.stringify({ draftId, revision: saved.revision });
    expect(await giulia.send('POST', '/api/v1/applications', { headers: keyed(), body })).toMatchObject({
      status: 422,
      body: { code: 'answers.invalid' },
    });
  });
});

describe('a query that cannot be read is refused', () => {
  const madeUp = Buffer.from(JSON.stringify(['x', 'y'])).toString('base64url');
  it.each([
    '/procedures?cursor=abc',
    '/procedures?cursor=-1',
    '/procedures?limit=0',
    '/procedures?limit=1&limit=2',
    '/procedures?q=%00',
    '/bodies?limit=abc',
    '/bodies?ids=1',
    '/bodies?q=a&q=b',
    `/bodies?cursor=${'x'.repeat(300)}`,
    `/dossiers?cursor=${madeUp}`,
    '/sessions/current?audience=admin',
  ])('%s', async (path) => {
    expect(await giulia.send('GET', `/api/v1${path}`)).toMatchObject({
      status: 400,
      body: { code: 'request.invalid' },
      type: 'application/problem+json',
    });
  });
});

describe('methods', () => {
  it.each(['/api/v1/status', '/status', '/openapi.json', '/'])('%s is read with HEAD as with GET', async (path) => {
    const head = await fetch(api.baseUrl + path, { method: 'HEAD' });
    const whole = await fetch(api.baseUrl + path);
    expect(await head.text()).toBe('');
    expect([head.status, head.headers.get('content-type')]).toEqual([200, whole.headers.get('content-type')]);
  });

  it.each(['/api/v1/status', '/status', '/openapi.json', '/ufficio'])('%s says what it allows', async (path) => {
    const told = await api.visitor().send('OPTIONS', path);
    expect(told.status).toBe(204);
    expect(told.headers.get('allow')).toMatch(/^(GET, HEAD|HEAD, GET)$/);
    const refusal = await api.visitor().send('POST', path, { headers: json, body: '{}' });
    expect(refusal).toMatchObject({ status: 405, body: { code: 'request.method-not-allowed' } });
    expect(refusal.headers.get('allow')).toContain('GET');
  });

  it.each(['/api', '/api/', '/api/v2/status', '/api/v1/status/x'])('nothing is at %s', async (path) => {
    for (const method of ['GET', 'POST', 'OPTIONS']) {
      expect(await api.visitor().send(method, path)).toMatchObject({
        status: 404,
        body: { code: 'resource.not-found' },
        type: 'application/problem+json',
      });
    }
  });
});

/** Sends bytes to the server and gives all that it answers. */
function sendRaw(request: string): Promise<string> {
  const { hostname, port } = new URL(api.baseUrl);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(request));
    const answer: string[] = [];
    socket.on('data', (chunk) => answer.push(chunk.toString()));
    socket.on('error', reject);
    socket.on('close', () => resolve(answer.join('')));
  });
}

describe('what is hardly HTTP is answered as a problem', () => {
  it.each([
    {
      what: 'a header of 100 kB',
      request: `GET / HTTP/1.1\r\nHost: x\r\nX-A: ${'a'.repeat(100_000)}\r\n\r\n`,
      status: 431,
    },
    { what: 'no HTTP at all', request: 'ciao\r\n\r\n', status: 400 },
  ])('$what', async ({ request, status }) => {
    const answer = await sendRaw(request);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toContain('Content-Type: application/problem+json');
    expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4))).toMatchObject({
      status,
      code: expect.stringMatching(/^request\./),
    });
  });
});

describe('a procedure with a defect', () => {
  it('that does not parse is not published', async () => {
    const { procedureId, files } = await readProcedureFolder(procedureFolder);
    const broken = { procedureId, files: { ...files, 'procedure.bpmn': '<bpmn:definitions' } };
    const publication = await publish(api.db, broken, new Date().toISOString());
    expect(publication).toMatchObject({ outcome: 'refused' });
    expect(publication.findings).toContainEqual(expect.objectContaining({ level: 'error', rule: 'bpmn.parse' }));
  });

  it('that shows at a gateway refuses the step and keeps nothing of it', async () => {
    const { procedureId, files } = await readProcedureFolder(procedureFolder);
    const diagram = files['procedure.bpmn'] ?? '';
    const defective = diagram.replace('= esitoVerifica = &quot;da-precisare&quot;', '= esitoVerifica + 1');
    const changed = { procedureId, files: { ...files, 'procedure.bpmn': defective } };
    expect(await publish(api.db, changed, new Date().toISOString())).toMatchObject({ outcome: 'published' });
    await giulia.send('DELETE', `/api/v1/drafts/${(await giulia.call('listDrafts', {})).items[0]?.draftId ?? ''}`);
    const { dossierId } = await submitAs(api, { visitor: giulia, username: 'giulia' });
    const { items } = await operatore.call('listTasks', { query: {} });
    const taskId = items.find((task) => task.dossierId === dossierId)?.taskId ?? '';
    await operatore.call('claimTask', { params: { taskId }, idempotencyKey: randomUUID() });
    const before = await operatore.call('readOfficeDossier', { params: { dossierId } });
    const body = JSON.stringify({ answers: { esitoVerifica: 'regolare' } });
    const refusal = await operatore.send('POST', `/api/v1/tasks/${taskId}/completion`, { headers: keyed(), body });
    expect(refusal).toMatchObject({
      status: 422,
      body: {
        code: 'step.failed',
        details: { failure: { params: { expression: 'esitoVerifica + 1', elementId: expect.any(String) } } },
      },
    });
    const after = await operatore.call('readOfficeDossier', { params: { dossierId } });
    expect(after.record).toEqual(before.record);
    expect(after.openTasks).toEqual(before.openTasks);
  });
});
