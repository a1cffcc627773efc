import { expect, it } from 'vitest';
import { csvOf } from '../../../engine/api/csv.ts';

it('quotes what needs it and keeps formulas texts', () => {
  expect(
    csvOf([
      ['Oggetto', 'Esito'],
      ['Il "piano", 2025', '=1+1'],
      ['riga\nnuova', '-2'],
    ]),
  ).toBe('\uFEFFOggetto,Esito\r\n"Il ""piano"", 2025",\'=1+1\r\n"riga\nnuova",\'-2\r\n');
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
  expect(csvOf([[text]])).toBe(`\uFEFF${cell}\r\n`);
});
