import { Refused, type Bounds } from '../bounds.ts';
import { matchesIn } from '../pdf-search.ts';
import type { Source } from '../source.ts';
import { servesVerification } from './increment.ts';
import { isTimeStamp, openSignedData } from './signed-data.ts';
import { readable, signersOf, type Signers } from './signers.ts';

/** What is wrong with the signatures of a PDF. */
export type PdfFault = NonNullable<Signers['fault']> | 'extended' | 'too-large';

/**
 * `/ByteRange [0 840 960 240]`: the dictionary itself may not be compressed or encrypted, so it stands in the clear.
 */
const byteRange = /\/ByteRange\s{0,99}\[\s{0,99}0\s{1,99}(\d{1,12})\s{1,99}(\d{1,12})\s{1,99}(\d{1,12})\s{0,99}\]/g;

/**
 * What one signature covers: all up to `first`, and from `second` to `end`; between them stands the signature itself.
 */
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
export async function signaturesInPdf(
  source: Source,
  bounds: Bounds,
): Promise<{ readonly names: readonly string[]; readonly fault?: PdfFault } | undefined> {
  const covers = await coversIn(source, bounds);
  if (covers.length === 0) return undefined;
  if (source.size > bounds.signedBytes) return { names: [], fault: 'too-large' };
  return signaturesAt(covers, await source.read(0, source.size), bounds);
}

/**
 * What the signatures cover, the same range once.
 * @throws Refused `upload.too-many-signers`
 */
async function coversIn(source: Source, bounds: Bounds): Promise<readonly Cover[]> {
  const covers = new Map<string, Cover>();
  for await (const { groups } of matchesIn(source, byteRange)) {
    const [first = 0, second = 0, length = 0] = groups.map(Number);
    covers.set(groups.join(' '), { first, second, end: second + length });
    if (covers.size > bounds.signers) throw new Refused('upload.too-many-signers');
  }
  return [...covers.values()];
}

function signaturesAt(
  covers: readonly Cover[],
  pdf: Buffer,
  bounds: Bounds,
): { readonly names: readonly string[]; readonly fault?: PdfFault } {
  const signed = covers.map((cover) => readable(() => signersAt(pdf, cover, bounds)));
  const fault = signed.find((each) => each.fault !== undefined)?.fault;
  const names = [...new Set(signed.flatMap((each) => each.names))];
  if (fault !== undefined) return { names, fault };
  if (names.length === 0) return { names, fault: 'no-signer' };
  const end = Math.max(...covers.filter((_, at) => signed[at]?.names.length !== 0).map((cover) => cover.end));
  return servesVerification(pdf, end) ? { names } : { names, fault: 'extended' };
}

/**
 * In bytes, as it is written: with all its certificates and their revocation data a signature takes some tens of
 * thousands.
 */
const LONGEST_SIGNATURE = 8 * 1024 * 1024;

function signersAt(pdf: Buffer, { first, second, end }: Cover, bounds: Bounds): Signers {
  if (second - first > LONGEST_SIGNATURE) return { names: [], fault: 'unreadable' };
  const hex = pdf.subarray(first, second).toString('latin1').trim();
  if (first > second || end > pdf.length || !/^<[0-9a-f\s]*>$/i.test(hex)) return { names: [], fault: 'unreadable' };
  const data = openSignedData(Buffer.from(hex.replace(/[<>\s]/g, ''), 'hex'), bounds);
  const covered = Buffer.concat([pdf.subarray(0, first), pdf.subarray(second, end)]);
  if (!isTimeStamp(data)) return signersOf(data, covered);
  // A time stamp covers the file too, but nobody signs by it.
  return { names: [] };
}
