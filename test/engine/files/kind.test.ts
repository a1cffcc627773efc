import { describe, expect, it } from 'vitest';
import { usualBounds } from '../../../engine/files/bounds.ts';
import { kindOf, safeName } from '../../../engine/files/kind.ts';
import { bytesSource } from '../../../engine/files/source.ts';

const pdf = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n', 'latin1');
const png = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010806000000', 'hex');
const signed = Buffer.from('3082015006092a864886f70d010702a0820141', 'hex');
const pem = Buffer.from(`-----BEGIN PKCS7-----\n${signed.toString('base64')}\n-----END PKCS7-----\n`);

const kind = async (content: Buffer | string, name: string): Promise<string | undefined> =>
  (await kindOf(bytesSource(Buffer.from(content)), name, usualBounds))?.mediaType;

describe('the kind of a file', () => {
  it.each([
    { what: 'a PDF', content: pdf, name: 'documento.pdf', expected: 'application/pdf' },
    { what: 'a PDF under a false name', content: pdf, name: 'documento.exe', expected: 'application/pdf' },
    { what: 'a PNG', content: png, name: 'foto.png', expected: 'image/png' },
    { what: 'a signed file', content: signed, name: 'documento.pdf.p7m', expected: 'application/pkcs7-mime' },
    { what: 'a signed file in PEM', content: pem, name: 'documento.pdf.p7m', expected: 'application/pkcs7-mime' },
    { what: 'a text', content: 'Buongiorno, perché no?', name: 'nota.txt', expected: 'text/plain' },
    { what: 'a table', content: 'a;b\n1;2\n', name: 'tabella.csv', expected: 'text/csv' },
  ])('of $what is judged by its content', async ({ content, name, expected }) => {
    expect(await kind(content, name)).toBe(expected);
  });

  it.each([
    ['a program', Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), 'documento.pdf'],
    ['a page', '<!doctype html><script>alert(1)</script>', 'documento.html'],
    ['a drawing with scripts', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'logo.svg'],
    ['a page that calls itself a PDF', '<html></html>', 'documento.pdf'],
    ['a text with control characters', 'ciao\u0000\u0001', 'nota.txt'],
  ])('refuses %s', async (_what, content, name) => {
    expect(await kind(content, name)).toBeUndefined();
  });
});

describe('the name of a file', () => {
  const ofPdf = { endings: ['pdf'] };

  it.each([
    ['documento.pdf', 'documento.pdf'],
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\cartella\\atto.PDF', 'atto.pdf'],
    ['foto.exe', 'foto.exe.pdf'],
    ['a\u0000b\r\n"c".pdf', 'abc.pdf'],
    ['', 'documento.pdf'],
    ['.pdf', 'documento.pdf'],
    ['perché no.pdf', 'perché no.pdf'],
  ])('%j becomes %s', (given, expected) => {
    expect(safeName(given, ofPdf)).toBe(expected);
  });

  it('keeps its ending when it is cut', () => {
    const name = safeName(`${'a'.repeat(400)}.pdf`, ofPdf);
    expect(name).toHaveLength(150);
    expect(name.endsWith('.pdf')).toBe(true);
  });
});
