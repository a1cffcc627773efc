import { fileURLToPath } from 'node:url';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readProcedureFolder } from '../../../engine/publish/read-folder.ts';
import type { ProcedureFiles } from '../../../engine/core/procedure.ts';
import { publish } from '../../../engine/publish.ts';
import { CallProblem, type CallOutput } from '../../../forms/contract/client.ts';
import type { Draft } from '../../../forms/contract/drafts.ts';
import { anApi, submitAs, type RunningApi, type Visitor } from '../../support/api.ts';
import { rowsSent } from '../../support/desk.ts';

const folder = fileURLToPath(new URL('../../../procedures/accesso-agli-atti', import.meta.url));
const formFile = 'forms/accesso-richiesta.json';
const procedureId = 'accesso-agli-atti';

let api: RunningApi;
let original: ProcedureFiles;
beforeAll(async () => {
  api = await anApi();
  original = await readProcedureFolder(folder);
});
afterAll(() => api.stop());

type Field = Readonly<Record<string, unknown>>;
interface Form {
  readonly components: readonly { readonly id: string; readonly components: readonly Field[] }[];
}

/** Publishes procedure 15 with other fields on the page of the applicant's own data. */
async function publishWith(change: (fields: readonly Field[]) => readonly Field[]): Promise<void> {
  const form = JSON.parse(original.files[formFile] ?? '') as Form;
  const components = form.components.map((page) =>
    page.id === 'chi' ? { ...page, components: change(page.components) } : page,
  );
  const files = { ...original.files, [formFile]: JSON.stringify({ ...form, components }) };
  const published = await publish(api.db, { procedureId, files }, new Date().toISOString());
  expect(published.findings.filter(({ level }) => level === 'error')).toEqual([]);
}

const home: Field = {
  type: 'textfield',
  key: 'residenza',
  label: 'Residenza',
  properties: { prefill: 'registry.anpr.residenza', correctable: 'true' },
};
const phone: Field = {
  type: 'textfield',
  key: 'cellulare',
  label: 'Cellulare',
  properties: { prefill: 'dossiers.cellulare' },
};
const withSources = (fields: readonly Field[]): readonly Field[] => [
  ...fields.filter(({ key }) => key !== 'residenza' && key !== 'cellulare'),
  home,
  phone,
];

const open = (visitor: Visitor): Promise<Draft> => visitor.call('createDraft', { body: { procedureId } });
const read = (visitor: Visitor, { draftId }: Draft): Promise<Draft> =>
  visitor.call('readDraft', { params: { draftId } });

const refused = async (call: Promise<unknown>): Promise<CallProblem['problem'] | undefined> =>
  call.then(
    () => undefined,
    (error: unknown) => (error instanceof CallProblem ? error.problem : undefined),
  );

const send = (visitor: Visitor, draftId: string, revision: number): Promise<CallOutput<'createApplication'>> =>
  visitor.call('createApplication', { body: { draftId, revision }, idempotencyKey: v7() });

describe('a draft whose form is published anew', () => {
  it('moves to the new form, keeps its answers and says what to check', async () => {
    const visitor = await api.signIn('marco', 'citizen');
    const draft = await open(visitor);
    const { revision } = await api.fillDraft({ visitor, username: 'marco' }, draft);
    await publishWith((fields) => [
      ...fields.map((field) => (field['key'] === 'email' ? { ...field, label: 'Posta elettronica' } : field)),
      { type: 'textfield', key: 'cap', label: 'CAP', validate: { required: true } },
    ]);

    const moved = await read(visitor, draft);
    expect(moved.procedureVersion).toBe(draft.procedureVersion + 1);
    expect(moved.answers).toMatchObject({ tipo: 'documentale', email: 'marco.verdi@example.org' });
    expect(moved.formChanges).toMatchObject([
      { path: 'email', change: 'reworded', pageId: 'chi' },
      { path: 'cap', change: 'added', pageId: 'chi' },
    ]);
    expect(await refused(send(visitor, draft.draftId, revision))).toMatchObject({
      code: 'draft.form-changed',
      status: 409,
    });

    const params = { draftId: draft.draftId };
    await visitor.call('confirmDraftVersion', { params, body: { version: moved.procedureVersion } });
    const seen = await read(visitor, draft);
    expect(seen.formChanges).toEqual([]);
    expect((await refused(send(visitor, draft.draftId, seen.revision)))?.issues).toMatchObject([{ path: 'cap' }]);
    const saved = await visitor.call('saveDraft', {
      params,
      body: { revision: seen.revision, answers: { ...seen.answers, cap: '40121' } },
    });
    expect(await send(visitor, draft.draftId, saved.revision)).toMatchObject({ registration: expect.any(String) });
  });

  it('is confirmed for the current version only', async () => {
    const visitor = await api.signIn('luca', 'citizen');
    const { draftId } = await open(visitor);
    const confirming = visitor.call('confirmDraftVersion', { params: { draftId }, body: { version: 99 } });
    expect(await refused(confirming)).toMatchObject({ code: 'draft.form-changed' });
  });
});

// A story, told in its order.
describe('what is known of a person', { shuffle: false }, () => {
  beforeAll(() => publishWith(withSources));

  it('stands in the form with where it comes from', async () => {
    const draft = await open(await api.signIn('giulia', 'citizen'));
    expect(draft.answers['residenza']).toMatch(/^Via dell’Indipendenza/);
    expect(draft.known).toContainEqual(
      expect.objectContaining({ key: 'nome', origin: 'identity', value: 'Giulia', may: 'read' }),
    );
    expect(draft.known).toContainEqual(
      expect.objectContaining({ key: 'residenza', origin: 'registry:anpr', may: 'correct', on: expect.any(String) }),
    );
  });

  it('is declared where the registry is silent', async () => {
    const visitor = await api.signIn('luca', 'citizen');
    const { draftId } = await open(visitor);
    const draft = await visitor.call('readDraft', { params: { draftId } });
    expect(draft.answers['residenza']).toBeUndefined();
    expect(draft.declared).toEqual([{ key: 'residenza', origin: 'registry:anpr' }]);
    expect(draft.known.map(({ key }) => key)).not.toContain('residenza');
  });

  it('may not be corrected without a reason', async () => {
    const visitor = await api.signIn('giulia', 'citizen');
    const draft = await open(visitor);
    const params = { draftId: draft.draftId };
    const answers = { ...draft.answers, residenza: 'Via Po 1, Torino' };
    const { revision } = await api.fillDraft({ visitor, username: 'giulia' }, draft, answers);
    const saved = await visitor.call('saveDraft', {
      params,
      body: {
        revision,
        answers: { ...(await read(visitor, draft)).answers, residenza: 'Via Po 1' },
        reasons: { residenza: ' ' },
      },
    });
    const problem = await refused(send(visitor, draft.draftId, saved.revision));
    expect(problem?.issues).toMatchObject([{ path: 'residenza', code: 'field.reason-required' }]);
  });

  it('is on record with the reason of its correction', async () => {
    const visitor = await api.signIn('giulia', 'citizen');
    const opened = await open(visitor);
    await api.fillDraft({ visitor, username: 'giulia' }, opened);
    const draft = await read(visitor, opened);
    const saved = await visitor.call('saveDraft', {
      params: { draftId: draft.draftId },
      body: {
        revision: draft.revision,
        answers: { ...draft.answers, residenza: 'Via Po 1', cellulare: '333 1234567' },
        reasons: { residenza: 'Ho traslocato ieri' },
      },
    });
    const { dossierId } = await send(visitor, draft.draftId, saved.revision);
    const clerk = await api.signIn('operatore', 'office');
    const dossier = await clerk.call('readOfficeDossier', { params: { dossierId } });
    const rows = rowsSent(dossier);
    expect(rows.find(({ key }) => key === 'nome')).toMatchObject({ origin: 'identity' });
    expect(rows.find(({ key }) => key === 'tipo')).toMatchObject({ origin: 'declared' });
    expect(rows.find(({ key }) => key === 'residenza')).toMatchObject({
      text: 'Via Po 1',
      origin: 'declared',
      correction: { origin: 'registry:anpr', reason: 'Ho traslocato ieri', known: expect.stringMatching(/^Via dell/) },
    });
    const submitted = dossier.history.find(({ type }) => type === 'application.submitted');
    expect(submitted?.data).toMatchObject({
      origins: { nome: 'identity', residenza: 'declared' },
      corrections: [{ key: 'residenza', reason: 'Ho traslocato ieri' }],
    });
  });

  it('comes from the newest dossier of the same person', async () => {
    const draft = await open(await api.signIn('giulia', 'citizen'));
    expect(draft.answers['cellulare']).toBe('333 1234567');
    expect(draft.known).toContainEqual(
      expect.objectContaining({
        key: 'cellulare',
        origin: 'dossier',
        may: 'write',
        on: expect.stringMatching(/^\d{4}-/),
      }),
    );
    const other = await open(await api.signIn('marco', 'citizen'));
    expect(other.answers['cellulare']).toBeUndefined();
  });

  it('stands for what the browser says of a locked field', async () => {
    const visitor = await api.signIn('marco', 'citizen');
    const { dossierId } = await submitAs(api, { visitor, username: 'marco' }, { cognome: 'Rossi' });
    const dossier = await visitor.call('readDossier', { params: { dossierId } });
    expect(rowsSent(dossier).find(({ key }) => key === 'cognome')).toMatchObject({
      text: 'Verdi',
      origin: 'identity',
    });
  });
});

describe('the API', () => {
  it('gives the JSON Schema of the answers of a procedure', async () => {
    const schema = await api.visitor().call('readAnswersSchema', { params: { procedureId }, query: {} });
    expect(schema).toMatchObject({ type: 'object', properties: { tipo: { title: 'Che tipo di accesso ti serve?' } } });
    const { body } = await api.visitor().send('GET', '/openapi.json');
    expect(body['components']).toMatchObject({ schemas: { [`Risposte.${procedureId}`]: { type: 'object' } } });
  });

  it('words its refusals in the language asked for', async () => {
    const ask = (language: string) =>
      api.visitor().send('GET', '/api/v1/procedures/none', { headers: { 'accept-language': language } });
    expect((await ask('en-GB,en;q=0.9')).body['title']).toBe('The procedure does not exist');
    expect((await ask('it')).body['title']).toBe('Il procedimento non esiste');
    expect((await ask('de')).body['title']).toBe('Il procedimento non esiste');
    expect((await ask('en')).headers.get('content-language')).toBe('en');
  });
});
