import type { ProblemCode } from '../core/problem.ts';

/** How much of a file is read, and how much it may make its reader do. */
export interface Bounds {
  /** Signers of one document; signatures of one PDF. */
  readonly signers: number;
  /** In bytes: signatures of a larger file are not looked at. */
  readonly signedBytes: number;
  /** Values in the ASN.1 of a signature. A document of 64 MiB in pieces of 1 KiB takes some 65 000. */
  readonly values: number;
  /** Members of an archive. */
  readonly members: number;
  /** What an archive unpacks to, in bytes. */
  readonly unpackedBytes: number;
  /** How many times its own size an archive may unpack to, once it is more than `freelyUnpackedBytes`. */
  readonly unpackedTimes: number;
  readonly freelyUnpackedBytes: number;
  /** Values inside values: elements of XML, lists and objects of JSON. */
  readonly depth: number;
  /** Pixels of an image: a sheet A0 at 600 dpi has 560 million. */
  readonly pixels: number;
}

const MEBIBYTE = 1024 * 1024;

/** The bounds of the running server. */
export const usualBounds: Bounds = {
  signers: 20,
  signedBytes: 64 * MEBIBYTE,
  values: 100_000,
  members: 10_000,
  unpackedBytes: 1024 * MEBIBYTE,
  unpackedTimes: 100,
  freelyUnpackedBytes: 20 * MEBIBYTE,
  depth: 200,
  pixels: 600_000_000,
};

/** Why a file is not accepted, whoever asks and whatever for. */
export type RefusalCode = Extract<ProblemCode, `upload.${string}`>;

/** A file that is not accepted; the reading of it ends here. */
export class Refused extends Error {
  constructor(
    readonly code: RefusalCode,
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.name = 'Refused';
  }
}
