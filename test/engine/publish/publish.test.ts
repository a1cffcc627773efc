import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { readProcedureFolder } from '../../../engine/publish/read-folder.ts';
import type { ProcedureFiles } from '../../../engine/core/procedure.ts';
import { rowsOf } from '../../../engine/store/db.ts';
import { procedureLoader } from '../../../engine/publish/load-procedure.ts';
import { publish } from '../../../engine/publish.ts';
import { anOpenDossier, grantDossier } from '../../support/course.ts';
import { aRunningIter, type RunningIter } from '../../support/harness.ts';

const now = '2026-03-02T08:00:00.000Z';
let iter: RunningIter;
let files: ProcedureFiles;
beforeAll(async () => {
  files = await readProcedureFolder(fileURLToPath(new URL('../../../procedures/accesso-agli-atti', import.meta.url)));
});
beforeEach(async () => {
  iter = await aRunningIter({ files });
});
afterEach(() => iter.stop());

const changed = (mark: string): ProcedureFiles => ({
  ...files,
  files: { ...files.files, 'templates/esito.md': `${files.files['templates/esito.md'] ?? ''}\n\n${mark}\n` },
});

it('the same files publish nothing', async () => {
  expect(await publish(iter.deps.db, files, now)).toMatchObject({ outcome: 'unchanged', version: 1 });
});

it('an open dossier stays on the version it was submitted under', async () => {
  await anOpenDossier(iter);
  expect(await publish(iter.deps.db, changed('Seconda edizione'), now)).toMatchObject({
    outcome: 'published',
    version: 2,
  });
  await grantDossier(iter);
  await iter.drainJobs();
  expect((await iter.dossier()).procedureVersion).toBe(1);
  expect(iter.mails.filter(({ text }) => text.includes('Seconda edizione'))).toEqual([]);
  await anOpenDossier(iter);
  expect((await iter.dossier()).procedureVersion).toBe(2);
});

it('defective files are refused and change nothing', async () => {
  const defective = { ...files, files: { ...files.files, 'procedure.bpmn': '<not-bpmn/>' } };
  const publication = await publish(iter.deps.db, defective, now);
  expect(publication).toMatchObject({ outcome: 'refused', inUse: 1 });
  expect(publication.findings.some(({ level }) => level === 'error')).toBe(true);
});

it('processes that publish at once make one version', async () => {
  const outcomes = await Promise.all([1, 2, 3].map(() => publish(iter.deps.db, changed('Seconda edizione'), now)));
  expect(outcomes).toMatchObject([{ version: 2 }, { version: 2 }, { version: 2 }]);
  expect(outcomes.filter(({ outcome }) => outcome === 'published')).toHaveLength(1);
});

it('earlier versions keep every byte they had', async () => {
  await publish(iter.deps.db, changed('Seconda edizione'), now);
  const [row] = await rowsOf<{ files: unknown }>(
    iter.deps.db,
    'SELECT files FROM procedure_versions WHERE procedure_id = :procedureId AND version = 1',
    { procedureId: files.procedureId },
  );
  expect(row?.files).toEqual(files.files);
});

it('a version that was never published is not found', async () => {
  await expect(procedureLoader(iter.deps.db)(files.procedureId, 99)).rejects.toMatchObject({
    code: 'procedure.not-found',
  });
});

it('an office that nobody has is refused where it is named', async () => {
  const diagram = files.files['procedure.bpmn'] ?? '';
  const unknown = diagram.replaceAll('to="office:rpct"', 'to="office:nessuno"');
  const { outcome, findings } = await publish(
    iter.deps.db,
    { ...files, files: { ...files.files, 'procedure.bpmn': unknown } },
    now,
  );
  expect(outcome).toBe('refused');
  const refused = findings.filter(({ level }) => level === 'error');
  expect(refused.map(({ rule, file }) => `${rule} ${file}`)).toEqual(
    refused.map(() => 'office.unknown procedure.bpmn'),
  );
  expect(refused).toHaveLength(diagram.split('to="office:rpct"').length - 1);
});

it('a role that an office of nobody plays is refused in the card', async () => {
  const card = (files.files['service.json'] ?? '').replace('"office": "rpct"', '"office": "nessuno"');
  const { outcome, findings } = await publish(
    iter.deps.db,
    { ...files, files: { ...files.files, 'service.json': card } },
    now,
  );
  expect(outcome).toBe('refused');
  expect(findings.filter(({ level }) => level === 'error')).toMatchObject([
    {
      rule: 'office.unknown',
      file: 'service.json',
      params: { office: 'nessuno', namedBy: 'role', name: 'transparency-officer' },
    },
  ]);
});
