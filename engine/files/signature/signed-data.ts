import { fromBER, OctetString, Sequence, Set, type BaseBlock } from 'asn1js';
import { ContentInfo, id_eContentType_TSTInfo, SignedData } from 'pkijs';
import { Refused, type Bounds } from '../bounds.ts';

/** The document inside may be as long as the file, and what stands around it is short. */
const AROUND = 1024 * 1024;

/** Values inside values in a signature: some twenty. */
const MOST_DEPTH = 60;

/**
 * Opens signed data (CMS, RFC 5652 § 5) in BER or DER; what follows it is not looked at. A document inside is not
 * searched for values of its own.
 * @throws Refused `upload.too-complex`, `upload.too-many-signers` when it goes beyond the bounds
 * @throws Error of any kind when the bytes are not signed data: the library knows no closed list
 */
export function openSignedData(bytes: Uint8Array, { values, signedBytes, signers }: Bounds): SignedData {
  const limits = { maxNodes: values, maxDepth: MOST_DEPTH, maxContentLength: signedBytes + AROUND };
  const { offset, result } = fromBER(bytes, { ...limits, parseEmbedded: false });
  if (/(count|depth) exceeded/.test(result.error)) throw new Refused('upload.too-complex');
  if (offset === -1) throw new Error(`No ASN.1 value: ${result.error}`);
  const info = new ContentInfo({ schema: result });
  if (info.contentType !== ContentInfo.SIGNED_DATA) throw new Error(`Content ${info.contentType} is not signed data`);
  if (signerCount(info.content) > signers) throw new Refused('upload.too-many-signers');
  return new SignedData({ schema: info.content });
}

/** The signers are the last set of the signed data (RFC 5652 § 5.1); counted before anything is built of them. */
function signerCount(content: unknown): number {
  const last = content instanceof Sequence ? content.valueBlock.value.at(-1) : undefined;
  return last instanceof Set ? last.valueBlock.value.length : 0;
}

/** Whether it is a time stamp (RFC 3161), by which nobody signs. */
export const isTimeStamp = ({ encapContentInfo }: SignedData): boolean =>
  encapContentInfo.eContentType === id_eContentType_TSTInfo;

/** The signed document; undefined when the signature stands apart from it. */
export function contentOf({ encapContentInfo }: SignedData): Buffer | undefined {
  return encapContentInfo.eContent && octets(encapContentInfo.eContent);
}

/**
 * The bytes of an octet string, in one piece or in several, as programs write that do not know the length beforehand.
 * @throws Error when it is none
 */
export function octets(value: BaseBlock | undefined): Buffer {
  if (!(value instanceof OctetString)) throw new Error('An octet string was expected');
  if (!value.idBlock.isConstructed) return Buffer.from(value.valueBlock.valueHexView);
  return Buffer.concat(value.valueBlock.value.map(octets));
}
