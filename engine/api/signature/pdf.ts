import { servesVerification } from './increment.ts';
import { isTimeStamp, openSignedData } from './signed-data.ts';
import { readable, signersOf, type Signers } from './signers.ts';

/** What is wrong with the signatures of a PDF. */
export type PdfFault = NonNullable<Signers['fault']> | 'extended';

/** `/ByteRange [0 840 960 240]`: the dictionary itself may not be compressed or encrypted, so it stands in the clear. */
const byteRange = /\/ByteRange\s*\[\s*0\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g;

/** What one signature covers: all up to `first`, and from `second` to `end`; between them stands the signature itself. */
interface Cover {
  readonly first: number;
  readonly second: number;
  readonly end: number;
}

/**
 * The signatures in a PDF (ISO 32000-1 § 12.8, PAdES): who signed, whether what each covers is as it was signed, and
 * whether the last of them covers the whole file. What was added after it may only serve to verify it later; see
 * `servesVerification` for what that means and what is not looked at. Undefined when there is none.
 */
export function signaturesInPdf(
  pdf: Buffer,
): { readonly names: readonly string[]; readonly fault?: PdfFault } | undefined {
  const covers = [...pdf.toString('latin1').matchAll(byteRange)].map(([, first, second, length]) => ({
    first: Number(first),
    second: Number(second),
    end: Number(second) + Number(length),
  }));
  if (covers.length === 0) return undefined;
  const signed = covers.map((cover) => readable(() => signersAt(pdf, cover)));
  const fault = signed.find((each) => each.fault !== undefined)?.fault;
  const names = [...new Set(signed.flatMap((each) => each.names))];
  if (fault !== undefined) return { names, fault };
  if (names.length === 0) return { names, fault: 'no-signer' };
  const end = Math.max(...covers.filter((_, at) => signed[at]?.names.length !== 0).map((cover) => cover.end));
  return servesVerification(pdf, end) ? { names } : { names, fault: 'extended' };
}

function signersAt(pdf: Buffer, { first, second, end }: Cover): Signers {
  const hex = pdf.subarray(first, second).toString('latin1').trim();
  if (first > second || end > pdf.length || !/^<[0-9a-f\s]*>$/i.test(hex)) return { names: [], fault: 'unreadable' };
  const data = openSignedData(Buffer.from(hex.replace(/[<>\s]/g, ''), 'hex'));
  const covered = Buffer.concat([pdf.subarray(0, first), pdf.subarray(second, end)]);
  if (!isTimeStamp(data)) return signersOf(data, covered);
  // A time stamp covers the file too, but nobody signs by it.
  return { names: [] };
}
