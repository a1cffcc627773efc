/**
 * Reading ASN.1 in BER and DER (ITU-T X.690), as far as CMS needs it: signing programs that write while they read use
 * indefinite lengths and strings in pieces, which DER forbids.
 */

/** One value: the identifier octet, what is in it, and the value as it stands in the file. */
export interface Asn1 {
  readonly tag: number;
  readonly content: Buffer;
  readonly encoded: Buffer;
}

/** The identifier octets of the types that signatures are made of. */
export const tags = {
  integer: 0x02,
  octetString: 0x04,
  octetStringInPieces: 0x24,
  objectIdentifier: 0x06,
  sequence: 0x30,
  set: 0x31,
  /** `[0]`, constructed. */
  zero: 0xa0,
  /** `[0]`, primitive. */
  plainZero: 0x80,
} as const;

/** The bytes are not what the standard wants there. */
export class Asn1Fault extends Error {
  override readonly name = 'Asn1Fault';
}

const DEEPEST = 40;

interface Header {
  readonly tag: number;
  readonly start: number;
  /** Undefined: the value goes on until its end-of-contents. */
  readonly length: number | undefined;
}

function headerAt(bytes: Buffer, at: number): Header {
  const [tag, first] = [bytes[at], bytes[at + 1]];
  if (tag === undefined || first === undefined) throw new Asn1Fault(`No value at byte ${at}`);
  // Tags above 30 take more octets; nothing in a signature has one.
  if ((tag & 0x1f) === 0x1f) throw new Asn1Fault(`A long tag at byte ${at}`);
  if (first === 0x80) return { tag, start: at + 2, length: undefined };
  if (first < 0x80) return { tag, start: at + 2, length: first };
  const count = first & 0x7f;
  if (count > 4 || at + 2 + count > bytes.length) throw new Asn1Fault(`A length of ${count} octets at byte ${at}`);
  return { tag, start: at + 2 + count, length: bytes.readUIntBE(at + 2, count) };
}

/** The value that begins at a byte, and where the next one begins. */
function valueAt(bytes: Buffer, at: number, depth = 0): { readonly value: Asn1; readonly next: number } {
  if (depth > DEEPEST) throw new Asn1Fault('Values inside values without end');
  const { tag, start, length } = headerAt(bytes, at);
  if (length !== undefined) {
    const next = start + length;
    if (next > bytes.length) throw new Asn1Fault(`The value at byte ${at} is cut off`);
    return { value: { tag, content: bytes.subarray(start, next), encoded: bytes.subarray(at, next) }, next };
  }
  let end = start;
  while (bytes[end] !== 0 || bytes[end + 1] !== 0) end = valueAt(bytes, end, depth + 1).next;
  const value = { tag, content: bytes.subarray(start, end), encoded: bytes.subarray(at, end + 2) };
  return { value, next: end + 2 };
}

/**
 * The value at the beginning of the bytes; what follows is not looked at.
 * @throws Asn1Fault when there is none
 */
export const readAsn1 = (bytes: Buffer): Asn1 => valueAt(bytes, 0).value;

/**
 * The values inside a value.
 * @throws Asn1Fault when the content is not a row of values
 */
export function inside({ content }: Asn1): readonly Asn1[] {
  const found: Asn1[] = [];
  for (let at = 0; at < content.length;) {
    const { value, next } = valueAt(content, at);
    found.push(value);
    at = next;
  }
  return found;
}

/**
 * A value that has to be of a type.
 * @throws Asn1Fault when it is absent or another
 */
export function expected(value: Asn1 | undefined, tag: number): Asn1 {
  if (value?.tag !== tag) throw new Asn1Fault(`Tag ${value?.tag ?? 'none'} where ${tag} was expected`);
  return value;
}

/** The bytes of an octet string, in one piece or in several. */
export function octets(value: Asn1): Buffer {
  if (value.tag === tags.octetStringInPieces) return Buffer.concat(inside(value).map(octets));
  return expected(value, tags.octetString).content;
}

/** An object identifier with its dots; the first two numbers share an octet. */
export function objectIdentifier(value: Asn1 | undefined): string {
  const numbers: number[] = [];
  let number = 0;
  for (const octet of expected(value, tags.objectIdentifier).content) {
    number = number * 128 + (octet & 0x7f);
    if (octet >= 0x80) continue;
    numbers.push(number);
    number = 0;
  }
  const [first = 0, ...rest] = numbers;
  const root = Math.min(Math.floor(first / 40), 2);
  return [root, first - root * 40, ...rest].join('.');
}
