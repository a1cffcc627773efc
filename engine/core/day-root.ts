import canonicalize from 'canonicalize';
import type { Day } from './dossier.ts';
import { rootOf, type BytesHash } from './day-tree.ts';
import { zeroHash } from './record.ts';

/**
 * All events of a day, over all dossiers of all bodies, in one hash. Days follow on each other without a hole, and each
 * names the hash of the one before: whoever keeps one has kept all before it.
 */
export interface DayRoot {
  /** In Rome. */
  readonly day: Day;
  /** How many events the tree has as leaves. */
  readonly eventCount: number;
  /** The root of the Merkle tree over the hashes of the events, sorted, 64 hexadecimal digits as all hashes here. */
  readonly root: string;
  /** The hash of the day before; zeros on the first day. */
  readonly previousHash: string;
  /** SHA-256 of the canonical JSON of the other four. */
  readonly hash: string;
}

/** Closes a day with the hashes of its events, in any order. */
export function dayRoot(
  { day, hashes }: { readonly day: Day; readonly hashes: readonly string[] },
  before: DayRoot | undefined,
  hash: BytesHash,
): DayRoot {
  const leaves = hashes.toSorted().map(fromHex);
  const open = {
    day,
    eventCount: leaves.length,
    root: toHex(rootOf(leaves, hash)),
    previousHash: before?.hash ?? zeroHash,
  };
  return { ...open, hash: hashOfDay(open, hash) };
}

/** The hash that a day has to have by what else it says. */
export function hashOfDay(
  { day, eventCount, root, previousHash }: Omit<DayRoot, 'hash'>,
  hash: BytesHash,
): DayRoot['hash'] {
  const text = canonicalize({ day, eventCount, root, previousHash });
  return toHex(hash(new TextEncoder().encode(text)));
}

const fromHex = (digits: string): Uint8Array =>
  Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
