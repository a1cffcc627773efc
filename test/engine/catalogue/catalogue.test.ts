import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileProcedure } from '../../../engine/publish/compile-procedure.ts';
import { contentHash, readProcedureFolder } from '../../../engine/publish/read-folder.ts';
import type { ProcedureFiles } from '../../../engine/core/procedure.ts';

const folder = 'procedures/accesso-agli-atti';
let original: ProcedureFiles = { procedureId: '', files: {} };

beforeAll(async () => {
  original = await readProcedureFolder(folder);
});

type Change = (text: string) => string | undefined;

/** The procedure of the repository with one file changed, or taken away. */
function changed(file: string, change: Change): ProcedureFiles {
  const { [file]: text = '', ...others } = original.files;
  const next = change(text);
  return { ...original, files: next === undefined ? others : { ...others, [file]: next } };
}

async function rulesFor(file: string, change: Change): Promise<readonly string[]> {
  const { findings } = await compileProcedure(changed(file, change), 1);
  return findings.map(({ rule, level }) => `${level} ${rule}`);
}

const swap =
  (from: string, to: string): Change =>
  (text) => {
    expect(text).toContain(from);
    return text.replaceAll(from, to);
  };

describe('a procedure folder', () => {
  const scratch = { dir: '' };
  beforeAll(async () => {
    scratch.dir = await mkdtemp(join(tmpdir(), 'procedure-'));
    await mkdir(join(scratch.dir, 'forms'));
    await mkdir(join(scratch.dir, 'scenarios'));
    for (const file of [
      'procedure.bpmn',
      'README.md',
      'secrets.env',
      'forms/a.json',
      'forms/B.json',
      'scenarios/a.json',
    ]) {
      await writeFile(join(scratch.dir, file), '{}');
    }
  });
  afterAll(() => rm(scratch.dir, { recursive: true }));

  it('is read without what is not published', async () => {
    expect(Object.keys((await readProcedureFolder(scratch.dir)).files)).toEqual(['forms/a.json', 'procedure.bpmn']);
  });

  it('has one hash however its files are ordered', () => {
    const reversed = { ...original, files: Object.fromEntries(Object.entries(original.files).reverse()) };
    expect(contentHash(reversed)).toBe(contentHash(original));
    expect(contentHash(changed('service.json', (text) => `${text} `))).not.toBe(contentHash(original));
  });
});

describe('compiling a procedure', () => {
  it('gives a version with all its parts', async () => {
    const { procedure, findings } = await compileProcedure(original, 7);
    expect(findings).toEqual([]);
    expect(procedure).toMatchObject({ procedureId: 'accesso-agli-atti', version: 7, startFormId: 'accesso-richiesta' });
    expect(
      Object.values(procedure?.terms ?? {})
        .filter(({ main }) => main)
        .map(({ id }) => id),
    ).toEqual(['risposta']);
  });

  const cases: readonly (readonly [string, string, Change, string])[] = [
    ['a missing diagram', 'procedure.bpmn', () => undefined, 'error file.missing'],
    ['a missing service card', 'service.json', () => undefined, 'error file.missing'],
    ['missing parameters', 'parameters.json', () => undefined, 'error file.missing'],
    ['JSON that cannot be parsed', 'forms/ritiro.json', (text) => text.slice(1), 'error file.json'],
    ['a card that is not complete', 'service.json', swap('"title"', '"titolo"'), 'error file.shape'],
    [
      'a process of another name',
      'procedure.bpmn',
      (text) =>
        text
          .replace('processRef="accesso-agli-atti"', 'processRef="altro"')
          .replace('id="accesso-agli-atti"', 'id="altro"'),
      'error process.id',
    ],
    [
      'a start event without form',
      'procedure.bpmn',
      swap('<zeebe:formDefinition formId="accesso-richiesta" />', ''),
      'error start.form-missing',
    ],
    ['a form that is not there', 'forms/verifica.json', () => undefined, 'error form.missing'],
    ['a form with another id', 'forms/verifica.json', swap('"id": "verifica"', '"id": "controllo"'), 'error form.id'],
    [
      'a form that nothing uses',
      'forms/inutile.json',
      () => '{"type":"default","id":"inutile","schemaVersion":16,"components":[]}',
      'warning file.unused',
    ],
    ['a text that is not there', 'templates/esito.md', () => undefined, 'error template.missing'],
    ['a text without subject', 'templates/esito.md', (text) => text.slice(2), 'error template.subject'],
    ['a placeholder that is no FEEL', 'templates/esito.md', (text) => `${text}\n{{ a > }}`, 'error feel.syntax'],
    [
      'a placeholder with an unknown name',
      'templates/esito.md',
      (text) => `${text}\n{{ oggeto }}`,
      'warning variable.unknown',
    ],
    [
      'a subject that tells the outcome',
      'templates/esito.md',
      (text) => text.replace('la risposta', '{{ dossier.outcomeLabel }}'),
      'warning notice.tells-outcome',
    ],
    [
      'a subject that tells it in words',
      'templates/archiviazione.md',
      (text) => text.replace('la decisione', 'l’abbiamo archiviata'),
      'warning notice.tells-outcome',
    ],
    ['a decision that is not there', 'decisions/tipo-accesso.dmn', () => undefined, 'error decision.unknown'],
    [
      'a group that is no office',
      'procedure.bpmn',
      swap(
        '<zeebe:formDefinition formId="verifica" />',
        '<zeebe:formDefinition formId="verifica" /><zeebe:assignmentDefinition candidateGroups="URP, altri" />',
      ),
      'error task.group',
    ],
    [
      'a parameter that is not there',
      'parameters.json',
      swap('"opposizioneGiorni"', '"opposizioniGiorni"'),
      'error parameter.unknown',
    ],
    [
      'two values of a parameter for one day',
      'parameters.json',
      (text) => twice(text, 'riesameGiorni'),
      'error parameter.twice',
    ],
    [
      'a length that is no whole number',
      'parameters.json',
      swap('"value": 30', '"value": 30.5'),
      'error service.maximum-days',
    ],
    [
      'a body that the form does not ask',
      'service.json',
      swap('"bodyKey": "ente"', '"bodyKey": "comune"'),
      'error service.key',
    ],
    [
      'an office code with spaces',
      'service.json',
      (text) => text.replace(/"officeCode": ".*"/, '"officeCode": "ufficio documenti"'),
      'error service.office',
    ],
    ['one key of two types', 'forms/ritiro.json', swap('"motivoRitiro"', '"modalita"'), 'warning key.two-types'],
    [
      'a condition on an unknown answer',
      'forms/riesame.json',
      (text) =>
        text.replace('"key": "nuoviElementi"', '"conditional": { "hide": "= tippo = 1" }, "key": "nuoviElementi"'),
      'warning variable.unknown',
    ],
  ];

  it.each(cases)('reports %s', async (...row) => {
    const [, file, change, expected] = row;
    expect(await rulesFor(file, change)).toContain(expected);
  });

  it('gives no procedure when there is an error', async () => {
    const { procedure } = await compileProcedure(
      changed('templates/esito.md', () => undefined),
      1,
    );
    expect(procedure).toBeUndefined();
  });

  it('reports the defects of all files at once', async () => {
    const broken = changed('templates/esito.md', () => 'senza oggetto');
    const files = { ...broken.files, 'parameters.json': '[]', 'forms/ritiro.json': '{' };
    const { findings } = await compileProcedure({ ...broken, files }, 1);
    expect(new Set(findings.map(({ file }) => file))).toEqual(
      new Set(['templates/esito.md', 'parameters.json', 'forms/ritiro.json']),
    );
  });
});

function twice(text: string, name: string): string {
  const value: Record<string, unknown> = JSON.parse(text);
  const [first] = Array.isArray(value[name]) ? value[name] : [];
  return JSON.stringify({ ...value, [name]: [first, first] });
}
