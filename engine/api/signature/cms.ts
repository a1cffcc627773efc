import { Asn1Fault, expected, inside, objectIdentifier, octets, readAsn1, tags, type Asn1 } from './asn1.ts';

/** Signed data (RFC 5652 § 5), taken apart. */
export interface SignedData {
  /** What kind of thing is signed, as an object identifier. */
  readonly contentType: string;
  /** The thing itself; absent when the signature stands apart from it. */
  readonly content?: Buffer;
  /** Certificates in DER. */
  readonly certificates: readonly Buffer[];
  readonly signers: readonly SignerInfo[];
}

/** What one signer adds (RFC 5652 § 5.3). */
export interface SignerInfo {
  /** Names the certificate: its issuer and serial number in DER, or the identifier of its key. */
  readonly certificate: { readonly issuer: Buffer; readonly serial: Buffer } | { readonly keyIdentifier: Buffer };
  /** Object identifiers. */
  readonly digest: string;
  readonly algorithm: string;
  /** The attributes as they are signed, a SET in DER; absent when the content itself is. */
  readonly signedAttributes?: Buffer;
  /** The digest of the content that the attributes state. */
  readonly messageDigest?: Buffer;
  readonly signature: Buffer;
}

const SIGNED_DATA = '1.2.840.113549.1.7.2';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';

/** The content type of a time stamp (RFC 3161), which is no signature of a person. */
export const TIME_STAMP = '1.2.840.113549.1.9.16.1.4';

/**
 * Takes signed data apart.
 * @throws Asn1Fault when the bytes are not signed data
 */
export function readSignedData(bytes: Buffer): SignedData {
  const [type, wrapped] = inside(expected(readAsn1(bytes), tags.sequence));
  if (objectIdentifier(type) !== SIGNED_DATA) throw new Asn1Fault('The content is not signed data');
  const [data] = inside(expected(wrapped, tags.zero));
  const [, , encapsulated, ...rest] = inside(expected(data, tags.sequence));
  const [contentType, content] = inside(expected(encapsulated, tags.sequence));
  const certificates = rest.find(({ tag }) => tag === tags.zero);
  const signers = rest.find(({ tag }) => tag === tags.set);
  const [held] = content === undefined ? [] : inside(expected(content, tags.zero));
  return {
    contentType: objectIdentifier(contentType),
    ...(held && { content: octets(held) }),
    certificates: (certificates ? inside(certificates) : [])
      .filter(({ tag }) => tag === tags.sequence)
      .map(({ encoded }) => encoded),
    signers: signers ? inside(signers).map(readSigner) : [],
  };
}

function readSigner(value: Asn1): SignerInfo {
  const [, identifier, digest, ...rest] = inside(expected(value, tags.sequence));
  const attributes = rest[0]?.tag === tags.zero ? rest[0] : undefined;
  const [algorithm, signature] = attributes === undefined ? rest : rest.slice(1);
  if (signature === undefined) throw new Asn1Fault('A signer without a signature');
  return {
    certificate: certificateNamed(identifier),
    digest: algorithmOf(digest),
    algorithm: algorithmOf(algorithm),
    signature: octets(signature),
    ...(attributes && attributesOf(attributes)),
  };
}

const algorithmOf = (value: Asn1 | undefined): string => objectIdentifier(inside(expected(value, tags.sequence))[0]);

function certificateNamed(identifier: Asn1 | undefined): SignerInfo['certificate'] {
  if (identifier?.tag === tags.plainZero) return { keyIdentifier: identifier.content };
  const [issuer, serial] = inside(expected(identifier, tags.sequence));
  return { issuer: expected(issuer, tags.sequence).encoded, serial: expected(serial, tags.integer).content };
}

/** The attributes are signed as a SET, though they stand under another tag (RFC 5652 § 5.4). */
function attributesOf(attributes: Asn1): Pick<SignerInfo, 'signedAttributes' | 'messageDigest'> {
  const signedAttributes = Buffer.from(attributes.encoded);
  signedAttributes[0] = tags.set;
  const stated = inside(attributes)
    .map((attribute) => inside(expected(attribute, tags.sequence)))
    .find(([type]) => objectIdentifier(type) === MESSAGE_DIGEST);
  const [messageDigest] = stated === undefined ? [] : inside(expected(stated[1], tags.set));
  return { signedAttributes, ...(messageDigest && { messageDigest: octets(messageDigest) }) };
}

/** The issuer and the serial number of a certificate in DER (RFC 5280 § 4.1), as a signer names it. */
export function nameOfCertificate(der: Buffer): { readonly issuer: Buffer; readonly serial: Buffer } {
  const [tbs] = inside(expected(readAsn1(der), tags.sequence));
  const members = inside(expected(tbs, tags.sequence));
  const [serial, , issuer] = members[0]?.tag === tags.zero ? members.slice(1) : members;
  return { issuer: expected(issuer, tags.sequence).encoded, serial: expected(serial, tags.integer).content };
}
