import { describe, expect, it } from 'vitest';
import { dayIn, fiscalCode } from '../../../engine/organisation/columns.ts';
import { readCsv } from '../../../engine/organisation/read-csv.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

const two = { columns: ['ente', 'nome'], rows: [{ line: 2, cells: { ente: 'c_a944', nome: 'Città' } }] };

describe('a list', () => {
  it.each([
    ['UTF-8', utf8('ente;nome\nc_a944;Città\n')],
    ['UTF-8 with a byte order mark', utf8('\uFEFFente;nome\r\nc_a944;Città\r\n')],
    ['Windows-1252', Uint8Array.from(Buffer.from('ente;nome\r\nc_a944;Città\r\n', 'latin1'))],
    ['commas', utf8('ente,nome\nc_a944,Città\n')],
    ['names of columns in upper case, blanks around', utf8(' Ente ; NOME\n c_a944 ; Città \n')],
    ['empty lines at the end', utf8('ente;nome\nc_a944;Città\n;\n\n')],
  ])('is read in %s', (_what, bytes) => {
    expect(readCsv(bytes)).toEqual(two);
  });

  it('has its lines counted as the file has them, through texts of several lines', () => {
    const reading = readCsv(utf8('ente;nome\nc_a944;"Due\nrighe"\n\nc_f257;Modena\n'));
    expect('rows' in reading && reading.rows.map(({ line }) => line)).toEqual([3, 5]);
  });

  it.each([
    ['nothing in it', '', undefined],
    ['a cell too many', 'ente;nome\nc_a944;Città;altro\n', 2],
    ['a quote that does not end', 'ente;nome\nc_a944;"Città\n', 2],
  ])('is refused with %s', (_what, text, line) => {
    expect(readCsv(utf8(text))).toEqual({ fault: expect.any(String) as string, ...(line !== undefined && { line }) });
  });
});

describe('a cell', () => {
  it.each([
    ['2026-03-31', '2026-03-31'],
    ['31/03/2026', '2026-03-31'],
    ['1/3/2026', '2026-03-01'],
    ['31/02/2026', undefined],
    ['31-03-2026', undefined],
    ['', undefined],
  ])('%s is the day %s', (cell, day) => {
    expect(dayIn(cell)).toBe(day);
  });

  it.each([
    ['CNTPLA76H55A944N', 'CNTPLA76H55A944N'],
    ['cntpla76h55a944n', 'CNTPLA76H55A944N'],
    ['CNTPLA76H55A944X', undefined],
    ['', undefined],
  ])('%s is the fiscal code %s', (cell, code) => {
    expect(fiscalCode.read(cell)).toBe(code);
  });
});
