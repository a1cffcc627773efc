/** SHA-256 of bytes. */
export type BytesHash = (bytes: Uint8Array) => Uint8Array;

/** Where a leaf stands in a tree, and the hashes by which its root can be computed from it. */
export interface Inclusion {
  /** From 0. */
  readonly index: number;
  /** How many leaves the tree has. */
  readonly size: number;
  /** The hashes of the subtrees beside the leaf, the nearest first (RFC 9162, § 2.1.3.1). */
  readonly path: readonly Uint8Array[];
}

/**
 * The root of the Merkle tree over some leaves in their order (RFC 9162, § 2.1.1); without leaves the hash of nothing.
 */
export function rootOf(leaves: readonly Uint8Array[], hash: BytesHash): Uint8Array {
  return leaves.length === 0 ? hash(new Uint8Array()) : subtree({ leaves, from: 0, until: leaves.length }, hash);
}

/**
 * How a leaf is proved to be in a tree, without the other leaves.
 * @throws RangeError where there is no such leaf
 */
export function inclusionOf(index: number, leaves: readonly Uint8Array[], hash: BytesHash): Inclusion {
  if (leaves[index] === undefined) throw new RangeError(`leaf ${index} of ${leaves.length}`);
  return { index, size: leaves.length, path: pathTo(index, { leaves, from: 0, until: leaves.length }, hash) };
}

/** The root that follows from a leaf and its proof; undefined where the proof is none for a tree of this size. */
export function rootFrom(leaf: Uint8Array, { index, size, path }: Inclusion, hash: BytesHash): Uint8Array | undefined {
  if (index < 0 || index >= size) return undefined;
  if (size === 1) return path.length === 0 ? hash(joined([LEAF], leaf)) : undefined;
  const beside = path.at(-1);
  if (beside === undefined) return undefined;
  const half = leftSize(size);
  const below = path.slice(0, -1);
  const isLeft = index < half;
  const inside = isLeft ? { index, size: half, path: below } : { index: index - half, size: size - half, path: below };
  const own = rootFrom(leaf, inside, hash);
  if (own === undefined) return undefined;
  return hash(isLeft ? joined([NODE], own, beside) : joined([NODE], beside, own));
}

const LEAF = 0;
const NODE = 1;

/** Some leaves that follow on each other, at least one. */
interface Part {
  readonly leaves: readonly Uint8Array[];
  readonly from: number;
  readonly until: number;
}

function subtree({ leaves, from, until }: Part, hash: BytesHash): Uint8Array {
  if (until - from === 1) return hash(joined([LEAF], leaves[from] ?? []));
  const middle = from + leftSize(until - from);
  const left = subtree({ leaves, from, until: middle }, hash);
  return hash(joined([NODE], left, subtree({ leaves, from: middle, until }, hash)));
}

function pathTo(index: number, { leaves, from, until }: Part, hash: BytesHash): readonly Uint8Array[] {
  if (until - from === 1) return [];
  const middle = from + leftSize(until - from);
  const [left, right] = [
    { leaves, from, until: middle },
    { leaves, from: middle, until },
  ];
  return index < middle
    ? [...pathTo(index, left, hash), subtree(right, hash)]
    : [...pathTo(index, right, hash), subtree(left, hash)];
}

/** The largest power of two that is smaller than the size of a tree, which is at least 2. */
const leftSize = (size: number): number => 2 ** Math.floor(Math.log2(size - 1));

function joined(...parts: readonly ArrayLike<number>[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
