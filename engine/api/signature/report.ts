import { readFile } from 'node:fs/promises';
import { kindOfBytes, type FileKind } from '../file-kind.ts';
import { signaturesInPdf } from './pdf.ts';
import { contentOf, openSignedData } from './signed-data.ts';
import { readable, signersOf, type Signers } from './signers.ts';

/**
 * What is found of the signatures in a file. `unreadable`: the signature is not written as the standard wants it, or with
 * means that are not known here; `no-signer`: nobody signed, or their certificate is not there; `no-content`: the signed
 * document is not in the file; `content`: it is of a kind that is not accepted; `altered`: it is not as it was signed;
 * `extended`: something was added to a PDF after the last signature.
 */
export type SignatureFault = 'unreadable' | 'no-signer' | 'no-content' | 'content' | 'altered' | 'extended';

/** Who signed a file, by the names in their certificates, and what is wrong. */
export interface SignatureReport {
  readonly signers: readonly string[];
  readonly fault?: SignatureFault;
}

/** How often a signed file may be signed again around itself. */
const MOST_ENVELOPES = 5;

/**
 * Looks at the signatures of a file: signed data around the document (`.p7m`, CAdES, RFC 5652) or inside a PDF (PAdES).
 * That the document is as it was signed is checked; that the certificates are qualified, valid and not revoked is for a
 * verifier with the European trusted lists. Undefined when there is no signature.
 */
export async function signatureIn(file: string, kind: FileKind, name: string): Promise<SignatureReport | undefined> {
  if (kind.mediaType === 'application/pkcs7-mime') return signatureAround(await readFile(file), name, MOST_ENVELOPES);
  if (kind.mediaType !== 'application/pdf') return undefined;
  const found = signaturesInPdf(await readFile(file));
  return found && { signers: found.names, ...(found.fault && { fault: found.fault }) };
}

async function signatureAround(bytes: Buffer, name: string, envelopes: number): Promise<SignatureReport> {
  if (envelopes === 0) return { signers: [], fault: 'unreadable' };
  const { names, fault, content } = opened(bytes);
  if (fault !== undefined) return { signers: names, fault };
  if (content === undefined) return { signers: names, fault: 'no-content' };
  const innerName = name.replace(/\.p7m$/i, '');
  const inner = await kindOfBytes(content, innerName);
  if (inner === undefined) return { signers: names, fault: 'content' };
  if (inner.mediaType !== 'application/pkcs7-mime') return { signers: names };
  const within = await signatureAround(content, innerName, envelopes - 1);
  return { ...within, signers: [...new Set([...within.signers, ...names])] };
}

/** Who signed, and the document inside; none when it stands apart, and then nobody can be said to have signed it. */
function opened(bytes: Buffer): Signers & { readonly content?: Buffer } {
  return readable(() => {
    const data = openSignedData(plain(bytes));
    const content = contentOf(data);
    return content === undefined ? { names: [] } : { ...signersOf(data, content), content };
  });
}

/** A signature that was written as Base64, with or without the lines of PEM. */
function plain(bytes: Buffer): Buffer {
  const head = bytes.subarray(0, 10).toString('latin1');
  if (!head.startsWith('-----BEGIN') && !head.startsWith('MI')) return bytes;
  return Buffer.from(bytes.toString('latin1').replace(/-----[A-Z0-9 ]+-----/g, ''), 'base64');
}
