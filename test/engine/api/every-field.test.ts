import { readFileSync } from 'node:fs';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publish } from '../../../engine/publish.ts';
import { loadDossier } from '../../../engine/store/tables/dossiers.ts';
import { CallProblem } from '../../../forms/contract/client.ts';
import type { Draft } from '../../../forms/contract/drafts.ts';
import { allTypes } from '../../forms/schema/one-of-each.ts';
import { anApi, type RunningApi, type Visitor } from '../../support/api.ts';
import { applied, deskTask, smallProcedure } from '../../support/between.ts';
import { end, path, process } from '../../support/bpmn.ts';
import { everyAnswer, everyField, formOfEveryField } from '../../support/every-field.ts';
import { textsIn } from '../../support/pdf.ts';
import { rowsSent } from '../../support/desk.ts';

const procedureId = 'ogni-campo';
let api: RunningApi;
let giulia: Visitor;

beforeAll(async () => {
  api = await anApi();
  const diagram = process(procedureId, applied('s'), deskTask('look'), end('e'), ...path('s', 'look', 'e'));
  const small = smallProcedure(procedureId, diagram);
  const files = { ...small.files, 'forms/domanda.json': JSON.stringify(formOfEveryField) };
  const published = await publish(api.db, { procedureId, files }, new Date().toISOString());
  expect(published.findings.filter(({ level }) => level === 'error')).toEqual([]);
  giulia = await api.signIn('giulia', 'citizen');
});
afterAll(() => api.stop());

const plain = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n';
const signed = readFileSync(new URL('../files/signature/signed.pdf', import.meta.url));
const altered = Buffer.from(signed.toString('latin1').replace('/Catalog', '/Katalog'), 'latin1');

async function putUp(content: string | Buffer<ArrayBuffer>, name: string) {
  const form = new FormData();
  form.append('file', new Blob([content]), name);
  const { status, body } = await giulia.send('POST', '/api/v1/uploads', { body: form });
  expect(status).toBe(201);
  return { uploadId: String(body['uploadId']), name, size: Number(body['size']) };
}

async function mustLoad(dossierId: string) {
  const loaded = await loadDossier(api.db, dossierId);
  if (loaded === undefined) throw new Error('the dossier is not there');
  return loaded;
}

/** Fills in a new draft and sends it; what is wrong is what the server says. */
async function send(answers: Readonly<Record<string, unknown>>) {
  const draft = await giulia.call('createDraft', { body: { procedureId } });
  // The border to the contract, whose answers are JSON: these were written as such.
  const body = { revision: draft.revision, answers: { ...answers, ente: api.bodyId } as Draft['answers'] };
  const { revision } = await giulia.call('saveDraft', { params: { draftId: draft.draftId }, body });
  return giulia.call('createApplication', { body: { draftId: draft.draftId, revision }, idempotencyKey: v7() });
}

const issuesOf = (error: unknown): readonly unknown[] =>
  error instanceof CallProblem ? (error.problem.issues ?? []).map(({ path: at, code }) => `${at} ${code}`) : [error];

describe('a form with every type of field', () => {
  let dossierId: string;
  let file: Awaited<ReturnType<typeof putUp>>;

  it('has every type', () => {
    expect(everyField.map(({ type }) => type).sort()).toEqual([...allTypes].sort());
  });

  beforeAll(async () => {
    file = await putUp(signed, 'planimetria.pdf');
    ({ dossierId } = await send({ ...everyAnswer, filepicker: [file] }));
  });

  it('is submitted', () => {
    expect(dossierId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each(everyField.map(({ key, kept }) => [key, kept] as const))(
    'keeps the answer to %s in its normal form',
    async (key, kept) => {
      const { dossier } = await mustLoad(dossierId);
      const known = new Map<string, unknown>([
        ['ente', api.bodyId],
        ['filepicker', [{ ...file, signedBy: ['Giulia Bianchi'] }]],
      ]);
      expect(dossier.variables[key]).toEqual(known.get(key) ?? kept);
    },
  );

  it('is shown to the office and to the applicant', async () => {
    const clerk = await api.signIn('operatore', 'office');
    const office = await clerk.call('readOfficeDossier', { params: { dossierId } });
    const own = await giulia.call('readDossier', { params: { dossierId } });
    for (const dossier of [office, own]) {
      const shown = new Map(rowsSent(dossier).map(({ key, text }) => [key, text]));
      const missing = everyField.filter(({ key, printed }) => !shown.get(key)?.includes(printed));
      expect(missing.map(({ key }) => `${key}: ${String(shown.get(key))}`)).toEqual([]);
    }
  });

  it('is printed in the receipt', async () => {
    const { bytes } = await giulia.download(`/api/v1/dossiers/${dossierId}/receipt`);
    const text = textsIn(Buffer.from(bytes)).join(' ').replace(/\s+/g, ' ');
    const missing = everyField.filter(({ printed }) => !text.includes(printed));
    expect(missing.map(({ key, printed }) => `${key}: ${printed}`)).toEqual([]);
  });

  it('is refused where the file holds no signature', async () => {
    const answers = { ...everyAnswer, filepicker: [await putUp(plain, 'planimetria.pdf')] };
    expect(issuesOf(await send(answers).catch((error: unknown) => error))).toEqual(['filepicker attachment.unsigned']);
  });

  it('is refused where the file was altered after it was signed', async () => {
    const answers = { ...everyAnswer, filepicker: [await putUp(altered, 'planimetria.pdf')] };
    expect(issuesOf(await send(answers).catch((error: unknown) => error))).toEqual([
      'filepicker attachment.signature-altered',
    ]);
  });

  it('keeps what a read-only field held', async () => {
    const stated = { ...everyAnswer, textfield: 'Ada', fisso: 'altro', filepicker: [await putUp(signed, 'a.pdf')] };
    const sent = await send(stated);
    const { dossier } = await mustLoad(sent.dossierId);
    expect(dossier.variables['fisso']).toBe('nove');
  });

  it('takes a confirmation and declarations that were read in English', async () => {
    const at = '2020-01-02T10:00:00Z';
    const declarations = [{ value: 'a', text: 'I declare A' }, { value: 'b' }, { value: 'c' }];
    const inEnglish = { ...everyAnswer, signature: { text: 'I confirm', at }, declarations };
    const sent = await send({ ...inEnglish, filepicker: [await putUp(signed, 'b.pdf')] });
    const { dossier } = await mustLoad(sent.dossierId);
    expect(dossier.variables['signature']).toEqual({ text: 'Confermo', language: 'en', at });
    expect(dossier.variables['declarations']).toMatchObject([
      { text: 'A', language: 'en' },
      { text: 'B' },
      { text: 'C' },
    ]);
  });
});
