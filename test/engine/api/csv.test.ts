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
