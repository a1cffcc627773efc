import { constants, createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';
import { OctetString, Primitive } from 'asn1js';
import { Certificate, id_SubjectKeyIdentifier, IssuerAndSerialNumber, type SignedData, type SignerInfo } from 'pkijs';
import { Refused } from '../bounds.ts';
import { octets } from './signed-data.ts';

/** What is wrong with a signature; see `SignatureReport`. */
export type SignerFault = 'unreadable' | 'no-signer' | 'altered';

/** Who signed, and whether what they signed is what is there now. */
export interface Signers {
  readonly names: readonly string[];
  readonly fault?: SignerFault;
}

const digests: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

const RSA_PSS = '1.2.840.113549.1.1.10';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const COMMON_NAME = '2.5.4.3';
const ORGANISATION = '2.5.4.10';

/**
 * Who signed the content, and whether it has changed since: the digest that each signer states is that of the content,
 * and the signature over it is made with the key of the certificate. Whether the certificate is qualified, valid at the
 * time and not revoked is not looked at.
 * @throws Error of any kind when something in the signature cannot be read
 */
export function signersOf(data: SignedData, content: Buffer): Signers {
  if (data.signerInfos.length === 0) return { names: [], fault: 'no-signer' };
  const certificates = (data.certificates ?? []).filter((each) => each instanceof Certificate);
  const found = data.signerInfos.map((signer) => ({
    signer,
    certificate: certificates.find((certificate) => isNamed(signer.sid, certificate)),
  }));
  const names = found.flatMap(({ certificate }) => (certificate === undefined ? [] : [nameIn(certificate)]));
  if (names.length < found.length) return { names, fault: 'no-signer' };
  const digestOf = digestsOf(content);
  const faults = found.map(
    ({ signer, certificate }) => certificate && faultOf(signer, certificate, { content, digestOf }),
  );
  const fault = faults.find((each) => each !== undefined);
  return { names, ...(fault && { fault }) };
}

/** A signer names its certificate by issuer and serial number, or by the identifier of its key (RFC 5652 § 5.3). */
function isNamed(wanted: unknown, held: Certificate): boolean {
  if (wanted instanceof IssuerAndSerialNumber) {
    return wanted.serialNumber.isEqual(held.serialNumber) && wanted.issuer.isEqual(held.issuer);
  }
  if (!(wanted instanceof Primitive)) return false;
  const identifier = held.extensions?.find(({ extnID }) => extnID === id_SubjectKeyIdentifier)?.parsedValue;
  return identifier instanceof OctetString && octets(identifier).equals(wanted.valueBlock.valueHexView);
}

/** The name of the subject; the organisation's for a seal without one. */
function nameIn({ subject }: Certificate): string {
  const named = [COMMON_NAME, ORGANISATION].map(
    (wanted) => subject.typesAndValues.find(({ type }) => type === wanted)?.value.valueBlock.value ?? '',
  );
  const name = named.find((each) => each !== '') ?? '';
  return name.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 120);
}

/** What was signed, with its digests: each is computed once, however many sign with it. */
interface Signed {
  readonly content: Buffer;
  readonly digestOf: (algorithm: string) => Buffer;
}

function digestsOf(content: Buffer): Signed['digestOf'] {
  const known = new Map<string, Buffer>();
  return (algorithm) => {
    const found = known.get(algorithm) ?? createHash(algorithm).update(content).digest();
    known.set(algorithm, found);
    return found;
  };
}

function faultOf(signer: SignerInfo, certificate: Certificate, { content, digestOf }: Signed): SignerFault | undefined {
  const digest = digests[signer.digestAlgorithm.algorithmId];
  if (digest === undefined) return 'unreadable';
  const { signedAttrs } = signer;
  if (signedAttrs !== undefined) {
    const stated = signedAttrs.attributes.find(({ type }) => type === MESSAGE_DIGEST)?.values[0];
    if (!octets(stated).equals(digestOf(digest))) return 'altered';
  }
  // The attributes are signed as a SET, though they stand under another tag (RFC 5652 § 5.4): so the library keeps
  // them.
  const signed = signedAttrs === undefined ? content : Buffer.from(signedAttrs.encodedValue);
  const padding =
    signer.signatureAlgorithm.algorithmId === RSA_PSS
      ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO }
      : {};
  // OpenSSL itself and not WebCrypto, which lacks the Brainpool curves of other countries' qualified certificates.
  return verify(digest, signed, { key: keyIn(certificate), ...padding }, octets(signer.signature))
    ? undefined
    : 'altered';
}

const keyIn = ({ subjectPublicKeyInfo }: Certificate): KeyObject =>
  createPublicKey({ key: Buffer.from(subjectPublicKeyInfo.toSchema().toBER()), format: 'der', type: 'spki' });

/**
 * What a reading gives, or nobody and `unreadable` when it comes upon something that is not written as it has to be:
 * the libraries say so with errors of any kind, and to accept nothing that cannot be read is the end of the story.
 * @throws Refused when it goes beyond the bounds
 */
export function readable<Found extends Signers>(read: () => Found): Found | Signers {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refused) throw error;
    return { names: [], fault: 'unreadable' };
  }
}
