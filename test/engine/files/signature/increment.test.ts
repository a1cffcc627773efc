import { describe, expect, it } from 'vitest';
import { servesVerification } from '../../../../engine/files/signature/increment.ts';

const page = '<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Annots [6 0 R] >>';
const catalogue = '<< /Type /Catalog /Pages 2 0 R /AcroForm 5 0 R >>';

const body = `%PDF-1.7
1 0 obj ${catalogue} endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj ${page} endobj
4 0 obj << /Length 2 >> stream
BT
endstream endobj
5 0 obj << /Fields [6 0 R] /SigFlags 3 >> endobj
6 0 obj << /FT /Sig /Subtype /Widget /Rect [0 0 9 9] >> endobj
7 0 obj << /Title (Planimetria) >> endobj
`;
const signed = `${body}xref\n0 8\n${'0000000000 65535 f \n'.repeat(8)}trailer << /Size 8 /Root 1 0 R /Info 7 0 R >>
startxref
${body.length}
%%EOF
`;

const serves = (added: string): boolean => servesVerification(Buffer.from(signed + added, 'latin1'), signed.length);

/** An increment of objects with its table and trailer. */
function increment(objects: Readonly<Record<number, string>>, trailer = '/Root 1 0 R'): string {
  const numbers = Object.keys(objects);
  const written = numbers.map((number) => `${number} 0 obj ${objects[Number(number)]} endobj\n`).join('');
  const table = numbers.map((number) => `${number} 1\n0000000000 00000 n \n`).join('');
  const at = signed.length + written.length;
  return `${written}xref\n${table}trailer << /Size 20 ${trailer} /Prev ${body.length} >>\nstartxref\n${at}\n%%EOF\n`;
}

const store = { 8: '<< /Type /DSS /Certs [9 0 R] >>', 9: '<< /Length 3 >> stream\nabc\nendstream' };
const withStore = catalogue.replace('>>', '/DSS 8 0 R >>');
const stamp = '<< /FT /Sig /Subtype /Widget /Rect [0 0 0 0] /V 11 0 R >>';
const stamped = { 10: stamp, 11: '<< /Type /DocTimeStamp >>' };
const furtherField = page.replace('6 0 R]', '6 0 R 10 0 R]');

describe('an increment serves to verify', () => {
  it.each([
    ['that is empty', '\n'],
    ['with a store in the catalogue', increment({ ...store, 1: withStore })],
    ['with a store, twice', increment({ ...store, 1: withStore }) + increment({ ...store, 1: withStore })],
    ['with other dates of the document', increment({ ...store, 1: withStore, 7: '<< /ModDate (D:2026) >>' })],
    ['with a time stamp among the fields', increment({ ...stamped, 5: '<< /Fields [6 0 R 10 0 R] /SigFlags 3 >>' })],
    ['with a time stamp on a page, without extent', increment({ ...stamped, 3: furtherField })],
    ['with its cross-references in a stream', '8 0 obj << /Type /DSS >> endobj 9 0 obj << /Type /XRef /Index [8 2] >>'],
  ])('%s', (_what, added) => {
    expect(serves(added)).toBe(true);
  });
});

describe('an increment serves something else', () => {
  it.each([
    ['without anything to verify with', increment({ 8: '<< >>' })],
    ['with another content of a page', increment({ ...store, 4: '<< /Length 2 >> stream\nET\nendstream' })],
    ['with other pages', increment({ ...store, 2: '<< /Type /Pages /Kids [3 0 R 9 0 R] /Count 2 >>' })],
    ['with a page of another content', increment({ ...store, 3: page.replace('4 0 R', '9 0 R') })],
    ['with something to see on a page', increment({ ...stamped, 10: stamp.replace('0 0]', '9 9]'), 3: furtherField })],
    ['with a note on a page', increment({ ...store, 10: '<< /Subtype /FreeText >>', 3: furtherField })],
    ['without a note that was on a page', increment({ ...store, 3: page.replace('/Annots [6 0 R]', '') })],
    ['with another look of a field', increment({ ...store, 6: '<< /FT /Sig /AP << /N 9 0 R >> >>' })],
    ['with other pages in the catalogue', increment({ ...store, 1: withStore.replace('2 0 R', '9 0 R') })],
    ['with the pages named twice', increment({ ...store, 1: withStore.replace('/DSS', '/Pages 9 0 R /DSS') })],
    ['with an act on opening', increment({ ...store, 1: withStore.replace('/DSS', '/OpenAction 9 0 R /DSS') })],
    ['with another form', increment({ ...store, 1: withStore.replace('5 0 R', '9 0 R') })],
    ['with a form that is drawn anew', increment({ ...store, 5: '<< /Fields [6 0 R] /NeedAppearances true >>' })],
    ['with another catalogue', increment(store, '/Root 9 0 R')],
    ['with objects that are compressed', increment({ ...store, 9: '<< /Type /Obj#53tm >> stream\nabc\nendstream' })],
    ['with cross-references to what was signed', increment(store).replace('8 1\n', '4 1\n0000000000 00000 n \n8 1\n')],
    ['with a stream of cross-references to all', '8 0 obj << /Type /DSS >> endobj 9 0 obj << /Type /XRef >> endobj'],
    ['whose cross-references stand in what was signed', `${increment(store)}startxref\n9\n%%EOF`],
    ['after other cross-references than those signed', increment(store).replace(/\/Prev \d+/, '/Prev 9')],
    [
      'with a field that shows nothing only the second time',
      `10 0 obj ${stamp.replace('0 0]', '9 9]')} endobj\n${increment({ ...stamped, 3: furtherField })}`,
    ],
    ['with an object written twice, once with a comment', `9 %\n0 obj << >> endobj\n${increment(store)}`],
    ['with an object hidden behind a comment', increment(store).replace('9 0 obj', '9 %\n0 obj')],
  ])('%s', (_what, added) => {
    expect(serves(added)).toBe(false);
  });

  it('of more objects than a verifier needs, and tells at once', () => {
    expect(serves(`/DSS ${'8 0 obj xref 1 '.repeat(300_000)}`)).toBe(false);
  });
});
