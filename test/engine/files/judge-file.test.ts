import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { afterAll, describe, expect, it } from 'vitest';
import { judgeFile, type Verdict } from '../../../engine/files/judge-file.ts';
import { fileKinds } from '../../../forms/schema/file-kinds.ts';
import { problems } from '../../../engine/core/problem.ts';
import { hostileFiles } from '../../support/hostile-files.ts';
import { aZip } from '../../support/zip.ts';

const folder = mkdtempSync(join(tmpdir(), 'iter-judged-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const verdictOn = (content: Buffer | string, name: string): Promise<Verdict> => {
  const path = join(folder, 'file');
  writeFileSync(path, content);
  return judgeFile({ path, name });
};

const fixture = (name: string): Buffer => readFileSync(new URL(`cases/${name}`, import.meta.url));

describe('files that offices of other bodies had trouble with', () => {
  it.each([
    ['foto.jpeg', { accepted: { name: 'foto.jpeg', mediaType: 'image/jpeg', damaged: false } }],
    ['excel-1252.csv', { accepted: { mediaType: 'text/csv' } }],
    ['solo-intestazione.pdf', { accepted: { mediaType: 'application/pdf', damaged: true } }],
    ['con-encrypt.pdf', { refused: 'upload.encrypted' }],
    ['foto-heic.jpg', { refused: 'upload.heic' }],
    ['foto.heic', { refused: 'upload.heic' }],
  ])('%s is judged right', async (name, expected) => {
    expect(await verdictOn(fixture(name), name)).toMatchObject(expected);
  });
});

const office = (types: string, ...names: readonly string[]): Buffer =>
  aZip([
    { name: '[Content_Types].xml', content: `<Types>${types}</Types>` },
    ...names.map((name) => ({ name, content: 'x' })),
  ]);
const openDocument = (kind: string, ...names: readonly string[]): Buffer =>
  aZip([
    { name: 'mimetype', content: `application/vnd.oasis.opendocument.${kind}` },
    ...names.map((name) => ({ name, content: 'x' })),
  ]);
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const wholePdf = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\nstartxref\n0\n%%EOF\n';

/** One of each kind, as small as it can be. */
const samples: Readonly<Record<string, { readonly content: Buffer | string; readonly name?: string }>> = {
  pdf: { content: wholePdf },
  p7m: { content: readFileSync(new URL('signature/giulia.pdf.p7m', import.meta.url)), name: 'atto.pdf.p7m' },
  jpg: { content: fixture('foto.jpeg') },
  png: { content: Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010806000000', 'hex') },
  tiff: { content: Buffer.from('49492a0008000000', 'hex') },
  webp: { content: Buffer.from('524946461a000000574542505650384c0d0000002f00000010071011118888fe0700', 'hex') },
  odt: { content: openDocument('text') },
  ods: { content: openDocument('spreadsheet') },
  docx: { content: office(word) },
  xlsx: { content: office(sheet) },
  zip: { content: aZip([{ name: 'nota.txt', content: 'ciao' }]) },
  dwg: { content: 'AC1032\0\0\0\0' },
  dxf: { content: '  0\r\nSECTION\r\n  2\r\nHEADER\r\n' },
  ifc: { content: 'ISO-10303-21;\nHEADER;\n' },
  eml: { content: 'From: ada@example.it\r\nSubject: prova\r\n continua\r\n\r\nCiao' },
  kml: { content: '<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"/>' },
  xml: { content: '<?xml version="1.0" encoding="ISO-8859-1"?><FatturaElettronica/>' },
  bpmn: { content: '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"/>' },
  dmn: { content: '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"/>' },
  geojson: { content: '{"type":"FeatureCollection","features":[]}' },
  csv: { content: 'a;b\n1;2\n' },
  txt: { content: 'Buongiorno' },
};

describe('every kind of the list', () => {
  const cases = fileKinds.flatMap((kind) => kind.endings.map((ending) => ({ ...kind, ending })));

  it.each(cases)('$id is known with the ending $ending', async ({ id, ending, mediaType }) => {
    const { content = '', name } = samples[id] ?? {};
    const called = name ?? `prova.${ending}`;
    expect(await verdictOn(content, called)).toMatchObject({ accepted: { name: called, mediaType } });
  });
});

describe('what only looks like a document is not taken', () => {
  it.each([
    [
      'a document of Word with macros',
      office('application/vnd.ms-word.document.macroEnabled.main+xml'),
      'a.docx',
      'macros',
    ],
    ['a document that hides them', office(word, 'word/vbaProject.bin'), 'a.docx', 'macros'],
    ['an open document with macros', openDocument('text', 'Basic/Standard/Module1.xml'), 'a.odt', 'macros'],
    ['an archive with a password', aZip([{ name: 'a.txt', content: 'x', isEncrypted: true }]), 'a.zip', 'encrypted'],
    ['a cut archive', Buffer.from('504b0304140000000000', 'hex'), 'a.zip', 'unsafe-archive'],
    ['a page under the name of data', '<html/>', 'a.xml', 'kind-not-accepted'],
    ['a drawing with scripts under the name of data', '<svg/>', 'a.xml', 'kind-not-accepted'],
    ['data of another shape under the name of a map', '{"a":1}', 'a.geojson', 'kind-not-accepted'],
    ['a text that calls itself a building', 'ciao', 'a.ifc', 'kind-not-accepted'],
  ])('%s', async (...[, content, name, refusal]) => {
    expect(await verdictOn(content, name)).toEqual({ refused: `upload.${refusal}` });
  });
});

describe('a PDF', () => {
  it('may have up to 1,024 other bytes before it begins', async () => {
    const before = (bytes: number): string => ' '.repeat(bytes) + wholePdf;
    expect(await verdictOn(before(1024), 'a.pdf')).toMatchObject({ accepted: { damaged: false } });
    expect(await verdictOn(before(1025), 'a.pdf')).toEqual({ refused: 'upload.kind-not-accepted' });
  });

  const versions = ['1.3', '1.4', '1.6', '1.7', '1.7ext3'] as const;

  it.each(versions)('of version %s is taken when only its owner has a password', async (pdfVersion) => {
    const pdf = await aProtectedPdf({ pdfVersion, ownerPassword: 'segreta' });
    expect(await verdictOn(pdf, 'a.pdf')).toMatchObject({ accepted: { damaged: false } });
  });

  it.each(versions)('of version %s is refused when it takes a password to open', async (pdfVersion) => {
    const pdf = await aProtectedPdf({ pdfVersion, ownerPassword: 'segreta', userPassword: 'aperta' });
    expect(await verdictOn(pdf, 'a.pdf')).toEqual({ refused: 'upload.encrypted' });
  });
});

async function aProtectedPdf(options: PDFKit.PDFDocumentOptions): Promise<Buffer> {
  const document = new PDFDocument(options);
  document.text('Buongiorno');
  document.end();
  const parts: Buffer[] = [];
  for await (const part of document) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

describe('a file made to stop the server is refused with a sentence', () => {
  it.each(hostileFiles())('$what', async ({ content, name, code }) => {
    const verdict = await verdictOn(content, name);
    expect(verdict).toEqual({ refused: code });
    expect(Object.keys(problems)).toContain(code);
  });
});
