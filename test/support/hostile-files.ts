import { aZip } from './zip.ts';

/** A file made to make its reader work, and the refusal that it gets. */
export interface HostileFile {
  readonly what: string;
  readonly name: string;
  readonly content: Buffer;
  readonly code: string;
}

/** A value in DER: its tag and what it holds. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const head = Buffer.from([tag, 0x84, 0, 0, 0, 0]);
  head.writeUInt32BE(content.length, 2);
  return Buffer.concat([head, content]);
}

const [SEQUENCE, SET, ZERO, OCTETS] = [0x30, 0x31, 0xa0, 0x04];
const data = Buffer.from('06092a864886f70d010701', 'hex');
const signedData = Buffer.from('06092a864886f70d010702', 'hex');

/** A `.p7m` with as many signers, each the shortest that can be one, or with whatever else in their place. */
function aP7m(signers: Buffer): Buffer {
  const content = der(SEQUENCE, data, der(ZERO, der(OCTETS, Buffer.from('ciao'))));
  const inside = der(SEQUENCE, Buffer.from('020101', 'hex'), der(SET), content, der(SET, signers));
  // A short head, as programs write it: the identifier stands within the first bytes.
  return Buffer.concat([
    Buffer.from('3084', 'hex'),
    size(signedData.length + inside.length + 6),
    signedData,
    der(ZERO, inside),
  ]);
}

function size(bytes: number): Buffer {
  const written = Buffer.alloc(4);
  written.writeUInt32BE(bytes);
  return written;
}

const repeated = (times: number, text: (index: number) => string): string =>
  Array.from({ length: times }, (_, index) => text(index)).join('');

const aPdf = (inside: string): Buffer => Buffer.from(`%PDF-1.7\n${inside}\nstartxref\n0\n%%EOF\n`, 'latin1');

const aPng = (side: number): Buffer => {
  const head = Buffer.from('89504e470d0a1a0a0000000d4948445200000000000000000806000000', 'hex');
  head.writeUInt32BE(side, 16);
  head.writeUInt32BE(side, 20);
  return head;
};

const laughs = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ah">${repeated(20, (at) => `<!ENTITY a${at} "${'&a;'.repeat(10)}">`)}]><r>&a19;</r>`;

/** More than an archive may unpack to without anybody asking how large it is itself. */
const zeros = Buffer.alloc(24 * 1024 * 1024);

/** Small, and to unpack it takes minutes: five thousand times the same 24 MiB. */
export const endlessArchive = (): Buffer => aZip([{ name: 'zeri.bin', content: zeros }], { listed: 5000 });

/** A signed file with so many empty values where its signers should be. */
export const emptyValues = (count: number): Buffer => aP7m(Buffer.alloc(count * 2, Buffer.from('0500', 'hex')));

/** One for each way in which a reader of files was ever made to work without end. */
export const hostileFiles = (): readonly HostileFile[] => [
  {
    what: 'a PDF with 100,000 signatures',
    name: 'atto.pdf',
    content: aPdf(repeated(100_000, (at) => `/ByteRange [0 ${at + 10} ${at + 20} 30]\n`)),
    code: 'upload.too-many-signers',
  },
  {
    what: 'a signed file with 10,000 signers',
    name: 'atto.pdf.p7m',
    content: aP7m(Buffer.concat(Array.from({ length: 10_000 }, () => der(SEQUENCE, Buffer.from('020101', 'hex'))))),
    code: 'upload.too-many-signers',
  },
  {
    what: 'a signed file with millions of empty values',
    name: 'atto.pdf.p7m',
    content: emptyValues(4_000_000),
    code: 'upload.too-complex',
  },
  {
    what: 'an archive that unpacks to a thousand times its size',
    name: 'tutto.zip',
    content: aZip([{ name: 'zeri.bin', content: zeros }]),
    code: 'upload.unsafe-archive',
  },
  {
    what: 'an archive that unpacks to more than it says',
    name: 'tutto.zip',
    content: aZip([{ name: 'zeri.bin', content: zeros, said: 10 }]),
    code: 'upload.unsafe-archive',
  },
  {
    what: 'an archive that lists one member five thousand times',
    name: 'endless.zip',
    content: endlessArchive(),
    code: 'upload.unsafe-archive',
  },
  {
    what: 'a document of text that is such an archive',
    name: 'lettera.docx',
    content: aZip([
      { name: '[Content_Types].xml', content: 'wordprocessingml.document.main+xml' },
      { name: 'word/document.xml', content: zeros },
    ]),
    code: 'upload.unsafe-archive',
  },
  {
    what: 'an archive with more members than anybody opens',
    name: 'tutto.zip',
    content: aZip(Array.from({ length: 10_500 }, (_, at) => ({ name: `${at}`, content: '' }))),
    code: 'upload.unsafe-archive',
  },
  {
    what: 'XML whose entities laugh a billion times',
    name: 'dati.xml',
    content: Buffer.from(laughs),
    code: 'upload.unsafe-xml',
  },
  {
    what: 'XML that fetches a file of the server',
    name: 'dati.xml',
    content: Buffer.from('<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/passwd">]><r>&e;</r>'),
    code: 'upload.unsafe-xml',
  },
  {
    what: 'XML without end inside itself',
    name: 'dati.xml',
    content: Buffer.from('<a>'.repeat(1_000_000)),
    code: 'upload.too-deep',
  },
  {
    what: 'a diagram without end inside itself',
    name: 'iter.bpmn',
    content: Buffer.from(`<definitions>${'<subProcess>'.repeat(1_000_000)}`),
    code: 'upload.too-deep',
  },
  {
    what: 'a decision table whose entities laugh',
    name: 'tariffa.dmn',
    content: Buffer.from(laughs.replaceAll('<r>', '<definitions>').replaceAll('</r>', '</definitions>')),
    code: 'upload.unsafe-xml',
  },
  {
    what: 'a map without end inside itself',
    name: 'mappa.geojson',
    content: Buffer.from(`{"type":"Feature","geometry":${'['.repeat(1_000_000)}`),
    code: 'upload.too-deep',
  },
  {
    what: 'an image of four thousand million pixels',
    name: 'foto.png',
    content: aPng(65_535),
    code: 'upload.too-many-pixels',
  },
];
