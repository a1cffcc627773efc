import { constants, createHash, verify, X509Certificate } from 'node:crypto';
import { Asn1Fault } from './asn1.ts';
import { nameOfCertificate, type SignedData, type SignerInfo } from './cms.ts';

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

/**
 * Who signed the content, and whether it has changed since: the digest that each signer states is that of the content,
 * and the signature over it is made with the key of the certificate. Whether the certificate is qualified, valid at the
 * time and not revoked is not looked at.
 */
export function signersOf(data: SignedData, content: Buffer): Signers {
  if (data.signers.length === 0) return { names: [], fault: 'no-signer' };
  const certificates = data.certificates.map((der) => ({ der, ...nameOfCertificate(der) }));
  const found = data.signers.map((signer) => {
    const der = certificates.find((each) => isNamed(signer.certificate, each))?.der;
    return { signer, certificate: der && new X509Certificate(der) };
  });
  const names = found.flatMap(({ certificate }) => (certificate === undefined ? [] : [nameIn(certificate)]));
  if (names.length < found.length) return { names, fault: 'no-signer' };
  const faults = found.map(({ signer, certificate }) => certificate && faultOf(signer, certificate, content));
  const fault = faults.find((each) => each !== undefined);
  return { names, ...(fault && { fault }) };
}

function isNamed(wanted: SignerInfo['certificate'], held: { der: Buffer; issuer: Buffer; serial: Buffer }): boolean {
  if ('keyIdentifier' in wanted) return held.der.includes(wanted.keyIdentifier);
  return wanted.serial.equals(held.serial) && wanted.issuer.equals(held.issuer);
}

/** The name of the subject; the organisation's for a seal without one. */
function nameIn({ subject }: X509Certificate): string {
  const lines = subject.split('\n').map((line) => /^([A-Za-z.0-9]+)=(.*)$/.exec(line) ?? []);
  const named = ['CN', 'O'].map((wanted) => lines.find(([, type]) => type === wanted)?.[2] ?? '');
  const name = named.find((each) => each !== '') ?? '';
  return name.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 120);
}

function faultOf(signer: SignerInfo, certificate: X509Certificate, content: Buffer): SignerFault | undefined {
  const digest = digests[signer.digest];
  if (digest === undefined) return 'unreadable';
  const { messageDigest, signedAttributes } = signer;
  if (signedAttributes !== undefined && messageDigest === undefined) return 'unreadable';
  const isOwn = messageDigest === undefined || messageDigest.equals(createHash(digest).update(content).digest());
  const padding =
    signer.algorithm === RSA_PSS
      ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO }
      : {};
  const key = { key: certificate.publicKey, ...padding };
  return isOwn && verify(digest, signedAttributes ?? content, key, signer.signature) ? undefined : 'altered';
}

/** What a reading gives, or nobody and `unreadable` when the bytes are no signed data or their keys are none. */
export function readable(read: () => Signers): Signers {
  try {
    return read();
  } catch (error) {
    // OpenSSL complains of certificates and keys with codes; anything else is a mistake of ours.
    if (error instanceof Asn1Fault || (error instanceof Error && 'code' in error)) {
      return { names: [], fault: 'unreadable' };
    }
    throw error;
  }
}
