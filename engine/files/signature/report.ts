import type { FileKind } from '../../../forms/schema/file-kinds.ts';
import { Refused, type Bounds } from '../bounds.ts';
import { isWhole } from '../content.ts';
import { kindOf } from '../kind.ts';
import { bytesSource, type Source } from '../source.ts';
import { signaturesInPdf } from './pdf.ts';
import { contentOf, openSignedData } from './signed-data.ts';
import { readable, signersOf, type Signers } from './signers.ts';

/**
 * What is found of the signatures in a file. `unreadable`: the signature is not written as the standard wants it, or
 * with means that are not known here; `no-signer`: nobody signed, or their certificate is not there; `no-content`: the
 * signed document is not in the file; `content`: it is of a kind that is not accepted; `altered`: it is not as it was
 * signed; `extended`: something was added to a PDF after the last signature; `too-large`: the file is too large for its
 * signatures to be looked at.
 */
export type SignatureFault =
  'unreadable' | 'no-signer' | 'no-content' | 'content' | 'altered' | 'extended' | 'too-large';

/** Who signed a file, by the names in their certificates, and what is wrong. */
export interface SignatureReport {
  readonly signers: readonly string[];
  readonly fault?: SignatureFault;
}

/** How often a signed file may be signed again around itself. */
const MOST_ENVELOPES = 5;

/** What is known of a file whose signatures are looked at. */
export interface SignedFile {
  readonly kind: FileKind;
  readonly name: string;
  readonly bounds: Bounds;
}

/**
 * Looks at the signatures of a file: signed data around the document (`.p7m`, CAdES, RFC 5652) or inside a PDF (PAdES).
 * That the document is as it was signed is checked; that the certificates are qualified, valid and not revoked is for a
 * verifier with the European trusted lists. Undefined when there is no signature.
 * @throws Refused when it goes beyond the bounds, or the document inside would be refused by itself
 */
export async function signatureIn(
  source: Source,
  { kind, name, bounds }: SignedFile,
): Promise<SignatureReport | undefined> {
  if (kind.id === 'p7m') return signatureAround(source, { name, bounds, envelopes: MOST_ENVELOPES });
  if (kind.id !== 'pdf') return undefined;
  const found = await signaturesInPdf(source, bounds);
  return found && { signers: found.names, ...(found.fault && { fault: found.fault }) };
}

interface Envelope {
  readonly name: string;
  readonly bounds: Bounds;
  /** How many more there may be inside. */
  readonly envelopes: number;
}

async function signatureAround(source: Source, { name, bounds, envelopes }: Envelope): Promise<SignatureReport> {
  // What is inside was not seen: it might be anything.
  if (source.size > bounds.signedBytes) throw new Refused('upload.signed-too-large');
  if (envelopes === 0) return { signers: [], fault: 'unreadable' };
  const { names, fault, content } = opened(await source.read(0, source.size), bounds);
  if (fault !== undefined) return { signers: names, fault };
  if (content === undefined) return { signers: names, fault: 'no-content' };
  const inner = bytesSource(content);
  const innerName = name.replace(/\.p7m$/i, '');
  const kind = await kindOf(inner, innerName, bounds);
  if (kind === undefined) return { signers: names, fault: 'content' };
  await isWhole(inner, kind, bounds);
  if (kind.id !== 'p7m') return { signers: names };
  const within = await signatureAround(inner, { name: innerName, bounds, envelopes: envelopes - 1 });
  return { ...within, signers: [...new Set([...within.signers, ...names])] };
}

/** Who signed, and the document inside; none when it stands apart, and then nobody can be said to have signed it. */
function opened(bytes: Buffer, bounds: Bounds): Signers & { readonly content?: Buffer } {
  return readable(() => {
    const data = openSignedData(plain(bytes), bounds);
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
