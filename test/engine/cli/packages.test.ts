import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { performCommandLine } from '../../../engine/cli/command-line.ts';
import { readProcedureFolder } from '../../../engine/publish/read-folder.ts';
import { findPackageOf, packageFiles } from '../../../engine/store/tables/packages.ts';
import { aRunningIter, type RunningIter } from '../../support/harness.ts';

const folder = 'procedures/accesso-agli-atti';

let iter: RunningIter;
let dir: string;
beforeAll(async () => {
  iter = await aRunningIter();
  dir = await mkdtemp(join(tmpdir(), 'iter-packages-'));
});
afterAll(async () => {
  await iter.stop();
  await rm(dir, { recursive: true });
});

async function iterSays(...words: string[]) {
  const lines: string[] = [];
  const code = await performCommandLine(words, {
    env: { DATABASE_URL: iter.database.url },
    print: (text) => void lines.push(text),
    complain: (text) => void lines.push(text),
  });
  return { code, said: lines.join('\n') };
}

it('a folder becomes a package and comes out as it went in', async () => {
  const imported = await iterSays('packages', 'import', folder, '--body', 'c_a944');
  expect(imported).toEqual({ code: 0, said: 'Pacchetto accesso-agli-atti di c_a944, revisione 1.' });
  expect((await iterSays('packages', 'list')).said).toContain(
    'accesso-agli-atti: Comune di Bologna, in uso la versione 1',
  );
  expect((await iterSays('packages', 'export', 'accesso-agli-atti', dir)).code).toBe(0);
  expect(await readProcedureFolder(join(dir, 'accesso-agli-atti'))).toEqual(await readProcedureFolder(folder));
});

it('nothing in a folder is written over', async () => {
  const again = await iterSays('packages', 'export', 'accesso-agli-atti', dir);
  expect(again.code).toBe(2);
  expect(again.said).toContain('non è vuota');
});

it('a folder that changed is a further revision of its package', async () => {
  const changed = join(dir, 'accesso-agli-atti', 'parameters.json');
  await writeFile(changed, `${await readFile(changed, 'utf8')}\n`);
  const { said } = await iterSays('packages', 'import', join(dir, 'accesso-agli-atti'), '--body', 'c_a944');
  expect(said).toContain('revisione 2');
  const { packageId = '' } = (await findPackageOf(iter.deps.db, 'accesso-agli-atti')) ?? {};
  const files = await packageFiles(iter.deps.db, packageId);
  expect(files.filter(({ revision }) => revision === 2).map(({ path }) => path)).toEqual(['parameters.json']);
});

it('a package of one body is not imported for another', async () => {
  const { code, said } = await iterSays('packages', 'import', folder, '--body', 'r_emiro');
  expect(code).toBe(1);
  expect(said).toContain('lo disegna un altro ente');
});

it('four eyes are asked of a body that there is', async () => {
  expect((await iterSays('packages', 'four-eyes', 'c_a944', 'on')).code).toBe(0);
  expect((await iterSays('packages', 'four-eyes', 'c_none', 'on')).code).toBe(2);
  expect((await iterSays('packages', 'four-eyes', 'c_a944', 'forse')).code).toBe(2);
});
