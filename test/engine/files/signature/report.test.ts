import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { usualBounds } from '../../../../engine/files/bounds.ts';
import { signatureIn, type SignatureReport } from '../../../../engine/files/signature/report.ts';
import { bytesSource } from '../../../../engine/files/source.ts';
import { fileKinds } from '../../../../forms/schema/file-kinds.ts';
import { fc, runsOr } from '../../../support/random.ts';

const fixture = (name: string): Buffer => readFileSync(new URL(name, import.meta.url));

async function reportOf(content: Buffer, name: string): Promise<SignatureReport | undefined> {
  const kind = fileKinds.find(({ id }) => id === (name.endsWith('.pdf') ? 'pdf' : 'p7m'));
  return kind && signatureIn(bytesSource(content), { kind, name, bounds: usualBounds });
}

const giulia = 'Giulia Bianchi';
const niccolò = 'Niccolò Dè Rossi';

/** A BER value of the bytes, with a length of four octets. */
function valued(tag: number, content: Buffer): Buffer {
  const head = Buffer.from([tag, 0x84, 0, 0, 0, 0]);
  head.writeUInt32BE(content.length, 2);
  return Buffer.concat([head, content]);
}

/** The file with one text in it put for another of the same length. */
const altered = (name: string, from: string, to: string): Buffer =>
  Buffer.from(fixture(name).toString('latin1').replace(from, to), 'latin1');

/** Signed data that holds a time stamp and is signed by nobody: anybody can make one. */
const timeStamp = '302506092a864886f70d010702a0183016020103' + '3100' + '300d060b2a864886f70d0109100104' + '3100';

/** `signed.pdf` with something added, and a time stamp over all of it. */
function stamped(added: string): Buffer {
  const dictionary = '\n4 0 obj\n<< /Type /DocTimeStamp /ByteRange ';
  const before = fixture('signed.pdf').toString('latin1') + added + dictionary;
  const after = ' >>\nendobj\n%%EOF\n';
  const first = before.length + 50;
  const range = `[0 ${first} ${first + timeStamp.length + 2} ${after.length}] /Contents `.padEnd(50);
  return Buffer.from(`${before}${range}<${timeStamp}>${after}`, 'latin1');
}

describe('a signed file says who signed it', () => {
  it.each([
    ['giulia.pdf.p7m', [giulia]],
    ['in-pieces.pdf.p7m', [niccolò]],
    ['padded.pdf.p7m', [niccolò]],
    ['bare.pdf.p7m', [giulia]],
    ['seal.pdf.p7m', ['Comune di Prova']],
    ['twice.pdf.p7m.p7m', [giulia, niccolò]],
    ['signed.pdf', [giulia]],
    ['signed-twice.pdf', [giulia, niccolò]],
  ])('%s by %j', async (name, signers) => {
    expect(await reportOf(fixture(name), name)).toEqual({ signers });
  });

  it('in Base64 without the lines of PEM too', async () => {
    const written = Buffer.from(fixture('giulia.pdf.p7m').toString('base64'));
    expect(await reportOf(written, 'giulia.pdf.p7m')).toEqual({ signers: [giulia] });
  });
});

describe('a signature is refused', () => {
  it.each([
    ['whose document was altered', altered('giulia.pdf.p7m', '/Catalog', '/Katalog'), 'altered', [giulia]],
    ['of a document that was altered in pieces', altered('in-pieces.pdf.p7m', '/Root', '/Rott'), 'altered', [niccolò]],
    ['without attributes, of an altered document', altered('bare.pdf.p7m', '/Root', '/Rott'), 'altered', [giulia]],
    ['that stands apart from its document', fixture('apart.p7m'), 'no-content', []],
    ['of a program', fixture('program.p7m'), 'content', [giulia]],
    ['without the certificate of its signer', fixture('no-certificate.pdf.p7m'), 'no-signer', []],
    ['that is cut off', fixture('giulia.pdf.p7m').subarray(0, 700), 'unreadable', []],
    ['that only begins like one', Buffer.from('3082015006092a864886f70d010702a0820141', 'hex'), 'unreadable', []],
  ])('%s', async (...[, content, fault, signers]) => {
    expect(await reportOf(content, 'documento.p7m')).toEqual({ signers, fault });
  });

  it.each([
    ['whose text was altered', altered('signed.pdf', '/Catalog', '/Katalog'), 'altered', [giulia]],
    [
      'that was added to after the signature',
      Buffer.concat([fixture('signed.pdf'), Buffer.from('4 0 obj\n<<>>\nendobj\n%%EOF\n')]),
      'extended',
      [giulia],
    ],
    ['that is cut off', fixture('signed.pdf').subarray(0, -20), 'unreadable', []],
    [
      'whose signature is none',
      Buffer.from('%PDF-1.7\n<< /ByteRange [0 41 45 5] /Contents    <30> >>\n%%EOF', 'latin1'),
      'unreadable',
      [],
    ],
  ])('in a PDF %s', async (...[, content, fault, signers]) => {
    expect(await reportOf(content, 'documento.pdf')).toEqual({ signers, fault });
  });

  it('in a PDF that was changed and then covered by a time stamp', async () => {
    expect(await reportOf(stamped('3 0 obj\n<< /Type /DSS >>\nendobj\n'), 'a.pdf')).toEqual({ signers: [giulia] });
    const changed = stamped('1 0 obj\n<< /Type /Catalog /Pages 9 0 R >>\nendobj\n');
    expect(await reportOf(changed, 'a.pdf')).toEqual({ signers: [giulia], fault: 'extended' });
  });

  it('never because of data for later verification', async () => {
    const added = Buffer.from('4 0 obj\n<< /Type /DSS >>\nendobj\n5 0 obj\n<< /DSS 4 0 R >>\nendobj\n%%EOF\n');
    expect(await reportOf(Buffer.concat([fixture('signed.pdf'), added]), 'a.pdf')).toEqual({ signers: [giulia] });
  });
});

it.each([
  ['a PDF', '%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n'],
  ['a PDF that only speaks of it', '%PDF-1.7\n(/ByteRange)\n%%EOF\n'],
  ['a PDF with a range still to be filled', '%PDF-1.7\n/ByteRange [0 **** **** ****]\n%%EOF\n'],
])('%s without a signature has no report', async (_what, content) => {
  expect(await reportOf(Buffer.from(content), 'documento.pdf')).toBeUndefined();
});

it('a change of any byte of the document is found, and none elsewhere stops the reading', async () => {
  const whole = fixture('giulia.pdf.p7m');
  const begin = whole.indexOf('%PDF');
  const end = whole.indexOf('%%EOF');
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
      const content = Buffer.from(whole);
      content[at] = (content[at] ?? 0) ^ change;
      const report = await reportOf(content, 'giulia.pdf.p7m');
      expect(report?.fault ?? 'none').toMatch(at >= begin && at < end ? /^altered$/ : /^[a-z-]+$/);
    }),
    { numRuns: runsOr(300) },
  );
});

describe('bytes that are no signature are unreadable', () => {
  const names = ['giulia.pdf.p7m', 'in-pieces.pdf.p7m', 'padded.pdf.p7m', 'twice.pdf.p7m.p7m'];

  it('wherever a signed file is cut off', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.double({ min: 0, max: 0.95, noNaN: true }),
        async (name, share) => {
          const whole = fixture(name);
          const report = await reportOf(whole.subarray(0, Math.floor(whole.length * share)), name);
          expect(report).toMatchObject({ fault: 'unreadable' });
        },
      ),
      { numRuns: runsOr(200) },
    );
  });

  it('whatever they are', async () => {
    const oneOf = fc.constantFrom(0x30, 0x80, 0xa0, 0x24, 0x04, 0x31, 0x06, 0x02, 0x00, 0x05);
    const bytes = fc.array(fc.oneof(oneOf, fc.nat(255)), { maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(bytes, async (random) => {
        expect(await reportOf(Buffer.from(random), 'a.p7m')).toEqual({ signers: [], fault: 'unreadable' });
      }),
      { numRuns: runsOr(300) },
    );
  });

  it.each([
    ['more values than a signature has', valued(0x30, Buffer.alloc(8_000_000, Buffer.from([0x05, 0x00])))],
    ['values inside values without end', Buffer.alloc(8_000_000, Buffer.from([0x30, 0x80]))],
  ])('%s, without building them', async (_what, content) => {
    const before = process.memoryUsage().heapUsed;
    await expect(reportOf(content, 'a.p7m')).rejects.toThrow('upload.too-complex');
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(500_000_000);
  });
});

it('a signature whose bytes were changed stops nothing', async () => {
  const names = ['in-pieces.pdf.p7m', 'padded.pdf.p7m', 'bare.pdf.p7m', 'twice.pdf.p7m.p7m', 'signed-twice.pdf'];
  const change = fc.record({ at: fc.double({ min: 0, max: 0.999, noNaN: true }), to: fc.nat(255) });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...names),
      fc.array(change, { minLength: 1, maxLength: 8 }),
      async (name, changes) => {
        const content = Buffer.from(fixture(name));
        for (const { at, to } of changes) content[Math.floor(at * content.length)] = to;
        const report = await reportOf(content, name);
        expect(report?.fault ?? 'none').toMatch(/^(none|unreadable|no-signer|no-content|content|altered|extended)$/);
      },
    ),
    { numRuns: runsOr(300) },
  );
});
