import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blankPackage } from '../../../engine/publish/blank-package.ts';
import { publishAll } from '../../../engine/publish/publish-all.ts';
import { readProcedureFolder } from '../../../engine/publish/read-folder.ts';
import { readZip, writeZip } from '../../../engine/publish/zip.ts';
import { rowsOf } from '../../../engine/store/db.ts';
import { bodyIdOf } from '../../../engine/store/seed/bodies.ts';
import { setFourEyes } from '../../../engine/store/tables/packages.ts';
import type { CallProblem } from '../../../forms/contract/client.ts';
import { anApi, submitAs, type RunningApi, type Visitor } from '../../support/api.ts';
import { aBlankPackage, anAnalystOf, edit } from '../../support/packages.ts';

const bodyId = bodyIdOf('r_emiro');

let api: RunningApi;
let elena: Visitor;
let paola: Visitor;
beforeAll(async () => {
  api = await anApi();
  elena = await api.signIn('analista', 'office');
  paola = await anAnalystOf(api, 'operatore', 'r_emiro');
});
afterAll(() => api.stop());

/** The problem with which a call is refused. */
async function refusal(call: Promise<unknown>): Promise<CallProblem['problem']> {
  const error = await call.then(
    () => undefined,
    (thrown: CallProblem) => thrown,
  );
  if (error === undefined) throw new Error('the call was granted');
  return error.problem;
}

describe('a package', () => {
  it('begins blank and can be published as it is', async () => {
    const { packageId, state, revision, title } = await aBlankPackage(elena, 'prova-vuota');
    expect({ state, revision, title }).toEqual({ state: 'draft', revision: 1, title: 'Prova di prova-vuota' });
    const { version } = await elena.call('publishPackage', { params: { packageId }, body: { revision } });
    expect(version).toBe(1);
    expect(await elena.call('readPackage', { params: { packageId } })).toMatchObject({
      state: 'published',
      version: 1,
      checked: { errors: 0 },
      changedBy: 'Elena Ricci',
    });
  });

  it('begins from a published version under a name of its own', async () => {
    const from = { type: 'published', procedureId: 'accesso-agli-atti', as: 'accesso-copia' } as const;
    const { packageId } = await elena.call('createPackage', { body: { from, bodyId } });
    const { findings } = await elena.call('checkPackage', { params: { packageId } });
    expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('begins from an archive and from a diagram drawn elsewhere', async () => {
    const content = writeZip('da-archivio', blankPackage('da-archivio', 'Da archivio')).toString('base64');
    const zipped = await elena.call('createPackage', {
      body: { from: { type: 'zip', procedureId: 'da-archivio', content }, bodyId },
    });
    const diagram = blankPackage('da-diagramma', 'Da diagramma')['procedure.bpmn'] ?? '';
    const drawn = await elena.call('createPackage', {
      body: { from: { type: 'bpmn', title: 'Da diagramma', content: diagram }, bodyId },
    });
    expect([zipped.title, drawn.procedureId]).toEqual(['Da archivio', 'da-diagramma']);
  });

  it('is the only one in which its procedure is drawn', async () => {
    const { packageId } = await aBlankPackage(elena, 'una-volta');
    expect(await refusal(aBlankPackage(paola, 'una-volta'))).toMatchObject({
      code: 'package.exists',
      details: { packageId },
    });
  });

  it('goes out as an archive that gives it back', async () => {
    const { packageId } = await aBlankPackage(elena, 'andata-e-ritorno');
    const { status, bytes } = await elena.download(`/api/v1/packages/${packageId}/archive`);
    expect(status).toBe(200);
    expect(await readZip(Buffer.from(bytes))).toEqual(blankPackage('andata-e-ritorno', 'Prova di andata-e-ritorno'));
  });
});

describe('a file of a package', () => {
  const path = 'forms/domanda.json';

  it('keeps what the first of two analysts saved, and tells the second', async () => {
    const { packageId } = await aBlankPackage(elena, 'due-analisti');
    const params = { packageId };
    const { text, revision } = await elena.call('readPackageFile', { params, query: { path } });
    const first = text.replace('Che cosa chiedi?', 'Di che cosa hai bisogno?');
    await elena.call('writePackageFile', { params, body: { path, revision, text: first } });
    const second = paola.call('writePackageFile', { params, body: { path, revision, text: '{}' } });
    expect(await refusal(second)).toMatchObject({
      code: 'package.changed-elsewhere',
      details: { path, author: 'Elena Ricci', text: first, revision: 2 },
    });
    expect(await paola.call('readPackageFile', { params, query: { path } })).toMatchObject({ text: first });
  });

  it('is written by one of two who write at once', async () => {
    const { packageId } = await aBlankPackage(elena, 'insieme');
    const body = { path, revision: 1 };
    const writes = [elena, paola].map((who, index) =>
      who.call('writePackageFile', { params: { packageId }, body: { ...body, text: `{"${index}": 0}` } }),
    );
    const outcomes = await Promise.allSettled(writes);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is renamed, deleted and brought back, each with its author', async () => {
    const { packageId } = await aBlankPackage(elena, 'storia');
    const params = { packageId };
    await elena.call('renamePackageFile', { params, body: { path, revision: 1, to: 'forms/altra.json' } });
    await paola.call('deletePackageFile', { params, query: { path: 'forms/altra.json', revision: 2 } });
    await paola.call('restorePackage', { params, body: { revision: 1 } });
    const { files } = await elena.call('readPackage', { params });
    expect(files.map((file) => file.path)).toContain(path);
    const { items } = await elena.call('readPackageHistory', { params, query: { path } });
    expect(items.map(({ kind, changedBy, revision }) => `${revision} ${kind} ${changedBy}`)).toEqual([
      '4 restored Paola Conti',
      '2 deleted Elena Ricci',
      '1 created Elena Ricci',
    ]);
  });

  it('is read with all others at once', async () => {
    const { packageId } = await aBlankPackage(elena, 'tutti-i-testi');
    const { revision, files } = await elena.call('readPackageTexts', { params: { packageId } });
    expect({ revision, files }).toEqual({
      revision: 1,
      files: blankPackage('tutti-i-testi', 'Prova di tutti-i-testi'),
    });
  });

  it('may be a README, which goes into the archive and into no version', async () => {
    const { packageId } = await aBlankPackage(elena, 'con-note');
    const params = { packageId };
    await elena.call('publishPackage', { params, body: { revision: 1 } });
    await edit(elena, packageId, { path: 'README.md', change: (text) => `${text}\nDa rivedere.\n` });
    expect(await elena.call('readPackage', { params })).toMatchObject({ state: 'published', revision: 2 });
    const { version } = await elena.call('publishPackage', { params, body: { revision: 2 } });
    expect(version).toBe(1);
    const { files } = await elena.call('readPackageTexts', { params });
    expect(files['README.md']).toMatch(/^# Prova di con-note\n[^]*Da rivedere\.\n$/);
  });

  it('is read as it was at any revision', async () => {
    const { packageId } = await aBlankPackage(elena, 'com-era');
    await edit(elena, packageId, { path, change: (text) => text.replace('Che cosa chiedi?', 'Cosa?') });
    const then = await elena.call('readPackageFile', { params: { packageId }, query: { path, at: 1 } });
    expect(then.text).toContain('Che cosa chiedi?');
  });

  it('is never rewritten in the history', async () => {
    await aBlankPackage(elena, 'immutabile');
    for (const sql of ['UPDATE package_changes SET author = author', 'DELETE FROM package_changes']) {
      await expect(rowsOf(api.owner, sql)).rejects.toMatchObject({ code: 'ITR01' });
    }
  });
});

describe('publishing a package', () => {
  it('answers with findings and publishes nothing', async () => {
    const { packageId } = await aBlankPackage(elena, 'difettosa');
    const revision = await edit(elena, packageId, {
      path: 'procedure.bpmn',
      change: (text) => text.replace('formId="esame"', 'formId="assente"'),
    });
    const answer = await elena.call('publishPackage', { params: { packageId }, body: { revision } });
    expect(answer.version).toBeUndefined();
    expect(answer.findings).toContainEqual(expect.objectContaining({ rule: 'form.missing', level: 'error' }));
    expect(await elena.call('readPackage', { params: { packageId } })).toMatchObject({ state: 'draft' });
  });

  it('is refused for a revision that is no longer the newest', async () => {
    const { packageId } = await aBlankPackage(elena, 'superata');
    await edit(paola, packageId, { path: 'service.json', change: (text) => `${text}\n` });
    const late = elena.call('publishPackage', { params: { packageId }, body: { revision: 1 } });
    expect(await refusal(late)).toMatchObject({
      code: 'package.changed-elsewhere',
      details: { author: 'Paola Conti' },
    });
  });

  it('takes a second person where the body says so', async () => {
    const { packageId, revision } = await aBlankPackage(elena, 'quattro-occhi');
    await setFourEyes(api.db, 'r_emiro', true);
    const call = (who: Visitor) => who.call('publishPackage', { params: { packageId }, body: { revision } });
    expect((await refusal(call(elena))).code).toBe('package.four-eyes');
    expect((await call(paola)).version).toBe(1);
    await setFourEyes(api.db, 'r_emiro', false);
  });

  it('is not taken back by the next start', async () => {
    const from = { type: 'published', procedureId: 'accesso-agli-atti' } as const;
    const { packageId } = await elena.call('createPackage', { body: { from, bodyId } });
    const revision = await edit(elena, packageId, {
      path: 'service.json',
      change: (text) => text.replace(/"shortDescription": "[^"]+"/, '"shortDescription": "Cambiata da un’analista."'),
    });
    const { version } = await elena.call('publishPackage', { params: { packageId }, body: { revision } });
    await publishAll(api.db, 'procedures', api.now());
    const card = await api.visitor().call('readProcedure', { params: { procedureId: 'accesso-agli-atti' }, query: {} });
    expect(card).toMatchObject({ version, service: { shortDescription: 'Cambiata da un’analista.' } });
  });
});

describe('a retired procedure', () => {
  it('takes no application and goes on with its dossiers', async () => {
    const giulia = await api.signIn('giulia', 'citizen');
    const { dossierId } = await submitAs(api, { visitor: giulia, username: 'giulia' });
    const draft = await giulia.call('createDraft', { body: { procedureId: 'accesso-agli-atti' } });
    const { items } = await elena.call('listPackages', {});
    const { packageId = '' } = items.find(({ procedureId }) => procedureId === 'accesso-agli-atti') ?? {};
    expect(await elena.call('retirePackage', { params: { packageId } })).toMatchObject({ state: 'retired' });

    const again = giulia.call('createDraft', { body: { procedureId: 'accesso-agli-atti' } });
    expect((await refusal(again)).code).toBe('procedure.retired');
    const { draftId, revision } = draft;
    const sending = giulia.call('createApplication', {
      body: { draftId, revision },
      idempotencyKey: 'retired-procedure',
    });
    expect((await refusal(sending)).code).toBe('procedure.retired');
    const listed = await api.visitor().call('listProcedures', { query: {} });
    expect(listed.items.map(({ procedureId }) => procedureId)).not.toContain('accesso-agli-atti');

    const desk = await api.signIn('operatore', 'office');
    const { items: tasks } = await desk.call('listTasks', { query: {} });
    const task = tasks.find((each) => each.dossierId === dossierId);
    const taskId = task?.taskId ?? '';
    await desk.call('claimTask', { params: { taskId }, idempotencyKey: 'claim-after-retirement' });
    expect(await giulia.call('readDossier', { params: { dossierId } })).toMatchObject({ dossierId });

    await publishAll(api.db, 'procedures', api.now());
    expect((await refusal(giulia.call('createDraft', { body: { procedureId: 'accesso-agli-atti' } }))).code).toBe(
      'procedure.retired',
    );
  });
});

it('the folder of the product can be drawn as a package without a finding', async () => {
  const { files } = await readProcedureFolder('procedures/accesso-agli-atti');
  expect(await readZip(writeZip('accesso-agli-atti', files))).toEqual(files);
});
