import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inclusionOf, rootFrom, rootOf } from '../../../engine/core/day-tree.ts';
import { sha256Bytes } from '../../../engine/store/sha256.ts';

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));
const hex = (of: Uint8Array | undefined): string | undefined => of && Buffer.from(of).toString('hex');

/** The leaves and roots by which the logs of Certificate Transparency are tested. */
const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(
  bytes,
);
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

it.each(roots.map((root, size) => ({ size, root })))('the root over $size leaves is as RFC 9162 has it', (one) => {
  expect(hex(rootOf(leaves.slice(0, one.size), sha256Bytes))).toBe(one.root);
});

/** Trees of random leaves, with the place of one of them. */
const trees = fc
  .array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { minLength: 1, maxLength: 70 })
  .chain((all) => fc.tuple(fc.constant(all), fc.nat({ max: all.length - 1 })));

describe('the proof of a leaf', () => {
  it('leads to the root of its tree', () => {
    fc.assert(
      fc.property(trees, ([all, index]) => {
        const leaf = all[index] ?? new Uint8Array();
        const proof = inclusionOf(index, all, sha256Bytes);
        expect(hex(rootFrom(leaf, proof, sha256Bytes))).toBe(hex(rootOf(all, sha256Bytes)));
        expect(proof.path.length).toBeLessThanOrEqual(Math.ceil(Math.log2(all.length)));
      }),
    );
  });

  it('leads to another root when one bit of the leaf or of the path is another', () => {
    fc.assert(
      fc.property(trees, fc.nat(), ([all, index], place) => {
        const parts = [all[index] ?? new Uint8Array(), ...inclusionOf(index, all, sha256Bytes).path];
        const changed = parts.map((part) => Uint8Array.from(part));
        const part = changed[place % changed.length];
        if (part !== undefined) part[place % 32] = (part[place % 32] ?? 0) ^ (1 << (place % 8));
        const [leaf = new Uint8Array(), ...path] = changed;
        const root = rootFrom(leaf, { index, size: all.length, path }, sha256Bytes);
        expect(hex(root)).not.toBe(hex(rootOf(all, sha256Bytes)));
      }),
    );
  });

  it('is none with a hash too few or too many, or for a place outside', () => {
    const proof = inclusionOf(5, leaves, sha256Bytes);
    const [leaf = new Uint8Array()] = leaves.slice(5);
    expect(rootFrom(leaf, { ...proof, path: proof.path.slice(1) }, sha256Bytes)).toBeUndefined();
    expect(rootFrom(leaf, { ...proof, path: [...proof.path, leaf] }, sha256Bytes)).toBeUndefined();
    expect(rootFrom(leaf, { ...proof, index: 8 }, sha256Bytes)).toBeUndefined();
    expect(rootFrom(leaf, { ...proof, index: -1 }, sha256Bytes)).toBeUndefined();
    expect(() => inclusionOf(8, leaves, sha256Bytes)).toThrow(RangeError);
  });
});
