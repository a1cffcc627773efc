import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { largestFile } from '../../../forms/schema/file-kinds.ts';
import { anApi, submitAs, type RunningApi, type Visitor } from '../../support/api.ts';

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

const pdf = (text = ''): Blob => new Blob([`%PDF-1.7\n%${text}\n1 0 obj\n<<>>\nendobj\n%%EOF\n`]);

const program = new Blob([Buffer.from('4d5a90000300000004000000ffff0000', 'hex')]);
const page = new Blob(['<!doctype html><p>ciao']);
const large = new Blob(['%PDF-1.7\n', new Uint8Array(largestFile)]);

const upload = (visitor: Visitor, content: Blob, { name = 'atto.pdf', field = 'file' } = {}) => {
  const form = new FormData();
  form.append(field, content, name);
  return visitor.send('POST', '/api/v1/uploads', { body: form });
};

const filesKept = (): number =>
  readdirSync(api.filesFolder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;

describe('a file that is put up', () => {
  it('is known by its content and its hash', async () => {
    const { status, body } = await upload(giulia, pdf('uno'), { name: 'atto.pdf' });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      name: 'atto.pdf',
      mediaType: 'application/pdf',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('is opened by its owner before it is sent, and by nobody else', async () => {
    const { body } = await upload(giulia, pdf('bozza'), { name: 'bozza.pdf' });
    const path = `/api/v1/uploads/${String(body['uploadId'])}`;
    const { status, headers, bytes } = await giulia.download(path);
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toContain('attachment; filename="bozza.pdf"');
    expect(createHash('sha256').update(Buffer.from(bytes)).digest('hex')).toBe(body['sha256']);
    expect(await luca.send('GET', path)).toMatchObject({ status: 404, body: { code: 'upload.not-found' } });
    expect((await operatore.send('GET', `${path}?audience=office`)).status).toBe(404);
    expect((await api.visitor().send('GET', path)).status).toBe(401);
  });

  it('is opened by whoever reads the dossier once it was sent', async () => {
    const { body } = await upload(giulia, pdf('inviato'), { name: 'inviato.pdf' });
    const { uploadId, size } = body;
    const documentiInteresse = [{ uploadId, name: 'inviato.pdf', size }];
    await submitAs(api, { visitor: giulia, username: 'giulia' }, { documentiInteresse });
    const path = `/api/v1/uploads/${String(uploadId)}`;
    expect((await giulia.download(path)).status).toBe(200);
    expect((await operatore.download(`${path}?audience=office`)).status).toBe(200);
    expect((await luca.send('GET', path)).status).toBe(404);
  });

  it('goes when its owner removes it', async () => {
    const { body } = await upload(giulia, pdf('due'), { name: 'atto.pdf' });
    const path = `/api/v1/uploads/${String(body['uploadId'])}`;
    const absent = { status: 404, body: { code: 'upload.not-found' } };
    expect(await luca.send('DELETE', path)).toMatchObject(absent);
    expect((await giulia.send('DELETE', path)).status).toBe(204);
    expect(await giulia.send('DELETE', path)).toMatchObject(absent);
  });

  it('goes with the draft it was put up for', async () => {
    const { body } = await upload(luca, pdf('bozza'));
    const draft = await luca.call('createDraft', { body: { procedureId: 'accesso-agli-atti' } });
    const params = { draftId: draft.draftId };
    const file = { uploadId: String(body['uploadId']), name: 'atto.pdf', size: Number(body['size']) };
    await luca.call('saveDraft', {
      params,
      body: { revision: draft.revision, answers: { documentiInteresse: [file] } },
    });
    expect((await luca.send('DELETE', `/api/v1/drafts/${draft.draftId}`)).status).toBe(204);
    expect((await luca.send('GET', `/api/v1/drafts/${draft.draftId}`)).status).toBe(404);
    expect((await luca.send('DELETE', `/api/v1/uploads/${file.uploadId}`)).status).toBe(404);
  });

  it.each([
    { what: 'is empty', content: new Blob([]), name: 'vuoto.pdf', status: 400, code: 'upload.empty' },
    { what: 'is a program', content: program, name: 'atto.pdf', status: 415, code: 'upload.kind-not-accepted' },
    { what: 'is a page', content: page, name: 'pagina.html', status: 415, code: 'upload.kind-not-accepted' },
    { what: 'is too large', content: large, name: 'grande.pdf', status: 413, code: 'upload.too-large' },
  ])('and $what leaves nothing behind', async ({ content, name, status, code }) => {
    const before = filesKept();
    expect(await upload(giulia, content, { name })).toMatchObject({ status, body: { code } });
    expect(filesKept()).toBe(before);
  });

  it('under another field is refused', async () => {
    expect(await upload(giulia, pdf(), { field: 'allegato' })).toMatchObject({
      status: 400,
      body: { code: 'request.invalid' },
    });
  });

  it('as JSON is refused', async () => {
    const refusal = await giulia.send('POST', '/api/v1/uploads', {
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(refusal).toMatchObject({ status: 415, body: { code: 'request.media-type' } });
  });

  it('by nobody is refused', async () => {
    expect(await upload(api.visitor(), pdf(), { name: 'atto.pdf' })).toMatchObject({
      status: 401,
      body: { code: 'session.required' },
    });
  });
});
