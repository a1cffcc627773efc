import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ProcedureFiles } from '../../../engine/core/procedure.ts';
import { publish } from '../../../engine/publish.ts';
import { readProcedureFolder } from '../../../engine/publish/read-folder.ts';
import { keepBodyValues } from '../../../engine/store/organisation/body-values.ts';
import { rowsOf } from '../../../engine/store/db.ts';
import { anOpenDossier } from '../../support/course.ts';
import { aRunningIter, type RunningIter } from '../../support/harness.ts';

let iter: RunningIter;
let files: ProcedureFiles;
beforeAll(async () => {
  files = await readProcedureFolder(fileURLToPath(new URL('../../../procedures/accesso-agli-atti', import.meta.url)));
  iter = await aRunningIter({ files });
});
afterAll(() => iter.stop());

/** The procedure, whose bodies have to say what a search costs. */
const withDuty = (left: object): ProcedureFiles => {
  const card = JSON.parse(files.files['service.json'] ?? '{}') as object;
  const ofBodies = { parameters: { ricercaEuro: { label: 'Diritti di ricerca, in euro', ...left } } };
  return { ...files, files: { ...files.files, 'service.json': JSON.stringify({ ...card, ofBodies }) } };
};

const found = async (left: object) =>
  (await publish(iter.deps.db, withDuty(left), iter.now())).findings.filter(({ rule }) => /^body-/.test(rule));

it('a parameter with neither a value nor a kind is refused', async () => {
  expect(await found({ must: true })).toMatchObject([{ rule: 'body-layer.no-value', level: 'error' }]);
});

it('what every body has to give is missed where one has not, and no dossier begins there', async () => {
  const bodies = await rowsOf<{ ipaCode: string }>(iter.deps.db, 'SELECT ipa_code AS "ipaCode" FROM bodies ORDER BY 1');
  const [finding] = await found({ must: true, kind: 'number' });
  expect(finding).toMatchObject({
    rule: 'body-value.missing',
    level: 'warning',
    params: { place: 'ofBodies.parameters.ricercaEuro', bodies: bodies.map(({ ipaCode }) => ({ ipaCode })) },
  });
  await expect(anOpenDossier(iter)).rejects.toMatchObject({
    code: 'body.not-ready',
    details: { missing: ['Diritti di ricerca, in euro'] },
  });

  const given = { procedureId: 'accesso-agli-atti', name: 'ricercaEuro', value: 7, source: 'Delibera 1/2020' };
  await keepBodyValues(
    iter.deps.db,
    'parameters',
    bodies.map(({ ipaCode }) => ({ ...given, ipaCode, firstOn: '2020-01-01' })),
  );
  await anOpenDossier(iter);
  expect((await iter.dossier()).variables['parameters']).toMatchObject({ rispostaGiorni: 30, ricercaEuro: 7 });
  expect(await found({ must: true, kind: 'number', label: 'Diritti' })).toEqual([]);
});
