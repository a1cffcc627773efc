import { createCipheriv, createHash } from 'node:crypto';

/** What the encryption dictionary of a PDF says (ISO 32000-2 § 7.6.3), and the first of the two ids of the file. */
export interface PdfEncryption {
  readonly revision: number;
  readonly keyBytes: number;
  readonly permissions: number;
  readonly owner: Buffer;
  readonly user: Buffer;
  readonly encryptsMetadata: boolean;
  readonly fileId: Buffer;
}

/** Passwords of up to revision 4 are filled up with these bytes; the empty one is nothing else (Algorithm 2). */
const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

/** Whether a PDF opens with the empty password: then only its owner's restrictions are set, and anybody can read it. */
export function opensWithoutPassword(encryption: PdfEncryption): boolean {
  const { revision, user } = encryption;
  if (revision === 5) return digest('sha256', user.subarray(32, 40)).equals(user.subarray(0, 32));
  if (revision === 6) return hardenedHash(user.subarray(32, 40)).equals(user.subarray(0, 32));
  if (revision < 2 || revision > 4) return false;
  const key = fileKey(encryption);
  if (revision === 2) return rc4(key, padding).equals(user);
  const first = rc4(key, digest('md5', padding, encryption.fileId));
  const checked = Array.from({ length: 19 }, (_, index) => index + 1).reduce(
    (bytes, round) =>
      rc4(
        key.map((byte) => byte ^ round),
        bytes,
      ),
    first,
  );
  return checked.equals(user.subarray(0, 16));
}

/** Algorithm 2, with the empty password. */
function fileKey({ revision, keyBytes, permissions, owner, encryptsMetadata, fileId }: PdfEncryption): Buffer {
  const restrictions = Buffer.alloc(4);
  restrictions.writeInt32LE(permissions | 0);
  const metadata = revision === 4 && !encryptsMetadata ? Buffer.alloc(4, 0xff) : Buffer.alloc(0);
  const first = digest('md5', padding, owner.subarray(0, 32), restrictions, fileId, metadata);
  if (revision === 2) return first.subarray(0, 5);
  return Array.from({ length: 50 }).reduce<Buffer>(
    (key) => digest('md5', key).subarray(0, keyBytes),
    first.subarray(0, keyBytes),
  );
}

/** Algorithm 2.B, with the empty password and without user key. */
function hardenedHash(salt: Buffer): Buffer {
  let key = digest('sha256', salt);
  for (let round = 0, last = 0; round < 64 || last > round - 32; round += 1) {
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(false);
    const encrypted = cipher.update(Buffer.concat(Array.from({ length: 64 }, () => key)));
    const remainder = encrypted.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    key = digest(['sha256', 'sha384', 'sha512'][remainder] ?? 'sha256', encrypted);
    last = encrypted.at(-1) ?? 0;
  }
  return key.subarray(0, 32);
}

const digest = (algorithm: string, ...parts: readonly Buffer[]): Buffer =>
  createHash(algorithm).update(Buffer.concat(parts)).digest();

/**
 * RC4 (RFC 6229), which OpenSSL 3 no longer offers. It guards nothing here: old files are only asked whether they open.
 */
function rc4(key: Uint8Array, bytes: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const at = (index: number): number => state[index & 255] ?? 0;
  const swap = (one: number, other: number): void => {
    [state[one & 255], state[other & 255]] = [at(other), at(one)];
  };
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return Buffer.from(
    bytes.map((byte) => {
      i = (i + 1) & 255;
      j = (j + at(i)) & 255;
      swap(i, j);
      return byte ^ at(at(i) + at(j));
    }),
  );
}
