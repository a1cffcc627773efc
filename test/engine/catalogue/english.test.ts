import { beforeAll, describe, expect, it } from 'vitest';
import { compileProcedure } from '../../../engine/publish/compile-procedure.ts';
import { readProcedureFolder } from '../../../engine/publish/read-folder.ts';
import type { ProcedureFiles } from '../../../engine/core/procedure.ts';
import { inItalian } from '../../support/findings.ts';

const words = 'translations/en.json';
let original: ProcedureFiles = { procedureId: '', files: {} };

beforeAll(async () => {
  original = await readProcedureFolder('procedures/accesso-agli-atti');
});

type Change = readonly [from: string, to: string];

/** What is found about the English of the procedure when a text of one of its files is another. */
async function found(file: string, [from, to]: Change): Promise<readonly string[]> {
  const text = original.files[file] ?? '';
  expect(text).toContain(from);
  const files = { ...original.files, [file]: text.replace(from, to) };
  const { findings } = await compileProcedure({ ...original, files }, 1);
  return findings.map((finding) => `${finding.level} ${finding.rule} ${inItalian([finding]).join('')}`);
}

describe('the English of a procedure', () => {
  it('is whole in the procedure that is published here', async () => {
    const { findings } = await compileProcedure(original, 1);
    expect(findings.filter(({ rule }) => rule.startsWith('translation'))).toEqual([]);
    expect(original.files[words]).toBeDefined();
  });

  it('may be left out', async () => {
    const files = Object.fromEntries(Object.entries(original.files).filter(([file]) => file !== words));
    const { procedure, findings } = await compileProcedure({ ...original, files }, 1);
    expect(findings.filter(({ rule }) => rule.startsWith('translation'))).toEqual([]);
    expect(procedure?.english).toBeUndefined();
  });

  it.each<readonly [string, string, Change, string]>([
    ['a term', words, ['"risposta":', '"risposte":'], 'warning translation.unknown terms.risposte'],
    ['an element', words, ['"check-request"', '"review"'], 'warning translation.unknown elements.review'],
    ['a letter', words, ['"consegna"', '"parere"'], 'warning translation.unknown terms.parere'],
    ['links', 'service.json', ['"Terms of service"', '"Terms", "of service"'], 'error translation.length'],
  ])('names nothing that the procedure does not have: %s', async (...[, file, change, expected]) => {
    expect(await found(file, change)).toContainEqual(expect.stringContaining(expected));
  });

  it.each<readonly [string, string, Change, string]>([
    ['a term', words, ['"risposta":', '"risposte":'], 'warning translation.missing Manca terms.risposta:'],
    ['a task', words, ['"check-request"', '"review"'], 'warning translation.missing Manca elements.check-request:'],
    ['a letter', words, ['"ritiro": {', '"altro": {'], 'warning translation.missing Manca letters.ritiro:'],
    ['a description', words, ['"description": "You can w', '"descrizione": "You can w'], 'error file.shape'],
    [
      'a label',
      'forms/riesame.json',
      ['"label": "Why do', '"other": "Why do'],
      'Manca l’inglese dell’etichetta «Perché',
    ],
    [
      'a choice',
      '_parts/third-parties/forms/opposizione.json',
      ['"no": "No, I', '"o": "No, I'],
      'Manca l’inglese della scelta «No, per me',
    ],
    [
      'files',
      'forms/consegna.json',
      ['"label": "Documents', '"other": "Documents'],
      'l’inglese dell’etichetta «Documenti',
    ],
  ])('is missed where a party would read Italian: %s', async (...[, file, change, expected]) => {
    expect(await found(file, change)).toContainEqual(expect.stringContaining(expected));
  });
});
