import { expect, it } from 'vitest';
import { csvLine } from '../../../engine/api/csv.ts';

it('quotes what needs it and keeps formulas texts', () => {
  expect(csvLine(['Oggetto', 'Esito'])).toBe('Oggetto,Esito');
  expect(csvLine(['Il "piano", 2025', '=1+1'])).toBe(`"Il ""piano"", 2025",'=1+1`);
  expect(csvLine(['riga\nnuova', '-2'])).toBe(`"riga\nnuova",'-2`);
});

it.each([
  // Italian spreadsheets part cells at semicolons, whatever the file means.
  ['elenco;=1+1', "elenco;'=1+1"],
  [' \t@cmd', "' \t@cmd"],
  // Full-width signs are taken for the usual ones by some.
  ['＝1+1', "'＝1+1"],
  ['prima\n-1', '"prima\n\'-1"'],
  ['3 = 4; 5 - 1', '3 = 4; 5 - 1'],
])('keeps %j a text: %j', (text, cell) => {
  expect(csvLine([text])).toBe(cell);
});
