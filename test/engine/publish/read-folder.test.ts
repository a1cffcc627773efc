import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compileForPublishing } from '../../../engine/publish/compile-procedure.ts';
import { readProcedureFolder } from '../../../engine/publish/read-folder.ts';
import { folderBounds } from '../../../engine/publish/read-folder.ts';

const procedures = fileURLToPath(new URL('../../../procedures', import.meta.url));

let home: string;
let dir: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'iter-folder-'));
  dir = join(home, 'accesso-agli-atti');
  cpSync(join(procedures, 'accesso-agli-atti'), dir, { recursive: true });
  cpSync(join(procedures, '_parts'), join(home, '_parts'), { recursive: true });
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const put = (path: string, content: string) => writeFileSync(join(dir, path), content);
const deep = (times: number) => '['.repeat(times) + ']'.repeat(times);

/** The rules that keep the folder from being published, by file. */
async function refusals(bounds = folderBounds): Promise<readonly string[]> {
  const { findings } = await compileForPublishing(await readProcedureFolder(dir, bounds), 1);
  return findings.map(({ rule, file = '' }) => `${rule} ${file}`);
}

describe('a procedure folder', () => {
  it('within the bounds is read whole', async () => {
    const { unread, files, scenarios } = await readProcedureFolder(dir);
    expect(unread).toBeUndefined();
    expect(Object.keys(files)).toContain('forms/accesso-richiesta.json');
    expect(Object.keys(scenarios ?? {})).toContain('scenarios/01-accoglimento-documentale.json');
    expect(await refusals()).toEqual([]);
  });

  it('is not looked at beyond what makes a procedure', async () => {
    mkdirSync(join(dir, 'forms/inside'));
    put('forms/inside/secret.json', '{}');
    put('notes.txt', 'x'.repeat(100));
    expect(Object.keys((await readProcedureFolder(dir)).files)).not.toContain('forms/inside/secret.json');
    expect(await refusals()).toEqual([]);
  });

  it.each([
    ['a file that is too large', { fileBytes: 20_000 }, 'file.too-large procedure.bpmn'],
    ['more bytes than all files may have', { allBytes: 30_000 }, 'file.too-large procedure.bpmn'],
    ['more files than are read', { files: 40 }, 'file.too-many templates/trasmissione.md'],
    ['more names than are looked at', { names: 11 }, 'file.too-many forms'],
  ])('with %s is refused', async (_what, bounds, refusal) => {
    expect(await refusals({ ...folderBounds, ...bounds })).toContain(refusal);
  });
});

describe('a link', () => {
  beforeEach(() => {
    mkdirSync(join(home, 'outside'));
    writeFileSync(join(home, 'outside/secret.md'), '# Riservato\n\nNon è di questa cartella.');
  });

  it('to a file outside is not followed', async () => {
    symlinkSync(join(home, 'outside/secret.md'), join(dir, 'templates/segreto.md'));
    const { files } = await readProcedureFolder(dir);
    expect(JSON.stringify(files)).not.toContain('Riservato');
    expect(await refusals()).toEqual(['file.not-a-file templates/segreto.md']);
  });

  it('to parts outside is not followed', async () => {
    rmSync(join(home, '_parts'), { recursive: true });
    mkdirSync(join(home, 'outside/review/templates'), { recursive: true });
    writeFileSync(join(home, 'outside/review/templates/segreto.md'), '# Riservato\n\nNon è di questa cartella.');
    symlinkSync(join(home, 'outside'), join(dir, '_parts'));
    const { files } = await readProcedureFolder(dir);
    expect(JSON.stringify(files)).not.toContain('Riservato');
  });

  it('to a folder outside is not followed', async () => {
    rmSync(join(dir, 'templates'), { recursive: true });
    symlinkSync(join(home, 'outside'), join(dir, 'templates'));
    const { files } = await readProcedureFolder(dir);
    expect(JSON.stringify(files)).not.toContain('Riservato');
    expect(await refusals()).toEqual(['file.not-a-file templates']);
  });
});

describe('a file', () => {
  it('nested deeper than readers go is refused before it is read', async () => {
    put('forms/ritiro.json', deep(100_000));
    put('decisions/tipo-accesso.dmn', '<a>'.repeat(50_000) + '</a>'.repeat(50_000));
    expect(await refusals()).toEqual(['file.too-deep decisions/tipo-accesso.dmn', 'file.too-deep forms/ritiro.json']);
  });

  it('with a type declaration is refused', async () => {
    put('procedure.bpmn', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>');
    expect(await refusals()).toEqual(['file.doctype procedure.bpmn']);
  });
});
