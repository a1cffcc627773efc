import { fromBER, OctetString, type BaseBlock } from 'asn1js';
import { ContentInfo, id_eContentType_TSTInfo, SignedData } from 'pkijs';

/**
 * What a file may make the reader build. A document of 20 MiB in pieces of 1 KiB takes some 20 000 values; without a
 * bound, 20 MiB of empty values would take gigabytes. `parseEmbedded`: a document is not searched for values of its own.
 */
const bounds = { maxNodes: 100_000, maxDepth: 60, maxContentLength: 32 * 1024 * 1024, parseEmbedded: false };

/**
 * Opens signed data (CMS, RFC 5652 § 5) in BER or DER; what follows it is not looked at.
 * @throws Error of any kind when the bytes are not signed data: the library knows no closed list
 */
export function openSignedData(bytes: Uint8Array): SignedData {
  const { offset, result } = fromBER(bytes, bounds);
  if (offset === -1) throw new Error(`No ASN.1 value: ${result.error}`);
  const info = new ContentInfo({ schema: result });
  if (info.contentType !== ContentInfo.SIGNED_DATA) throw new Error(`Content ${info.contentType} is not signed data`);
  return new SignedData({ schema: info.content });
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
