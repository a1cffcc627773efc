import { fc } from '../../support/random.ts';
import { describe, expect, it } from 'vitest';
import type { DossierEvent, EventDraft } from '../../../engine/core/event.ts';
import { verifyChain, zeroHash } from '../../../engine/core/record.ts';
import { chain } from '../../support/chain.ts';
import { dossierId, sha256 } from '../../support/builders.ts';

const draft = (at: string): EventDraft => ({
  type: 'milestone.reached',
  at,
  actor: { type: 'person', id: 'paola', name: 'Paola Conti' },
  data: { code: 'in-verifica', n: 1 },
});

const empty = { dossierId, eventCount: 0, headHash: zeroHash };
const written = chain([draft('a'), draft('b'), draft('c')], empty, sha256);
const head = { dossierId, eventCount: 3, headHash: written[2]?.hash ?? '' };

const tampered = (index: number, changes: Partial<DossierEvent>) =>
  written.map((event, at) => (at === index ? { ...event, ...changes } : event));

describe('a record', () => {
  it('links every event to the one before', () => {
    expect(written.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
    expect(written[0]?.previousHash).toBe(zeroHash);
    expect(written[1]?.previousHash).toBe(written[0]?.hash);
  });

  it('grows the same in one go or in two', () => {
    const first = chain([draft('a')], empty, sha256);
    const middle = { dossierId, eventCount: 1, headHash: first[0]?.hash ?? '' };
    expect([...first, ...chain([draft('b'), draft('c')], middle, sha256)]).toEqual(written);
  });

  it('is intact as it was written, whatever the order of members', () => {
    const reordered = written.map(
      (event) => Object.fromEntries(Object.entries(event).reverse()) as unknown as DossierEvent,
    );
    expect(verifyChain(written, head, sha256)).toEqual({ intact: true });
    expect(verifyChain(reordered, head, sha256)).toEqual({ intact: true });
  });

  const cases: readonly (readonly [string, readonly DossierEvent[], unknown])[] = [
    ['a changed fact', tampered(1, { data: { code: 'conclusa', n: 1 } }), { sequence: 2, reason: 'hash-differs' }],
    ['a changed time', tampered(0, { at: 'z' }), { sequence: 1, reason: 'hash-differs' }],
    ['an event of another dossier', tampered(0, { dossierId: 'other' }), { sequence: 1, reason: 'hash-differs' }],
    ['a removed event', written.filter(({ sequence }) => sequence !== 2), { sequence: 2, reason: 'sequence-gap' }],
    ['a cut end', written.slice(0, 2), { sequence: 3, reason: 'head-differs' }],
    ['a broken link', tampered(2, { previousHash: zeroHash }), { sequence: 3, reason: 'previous-hash-differs' }],
  ];
  it.each(cases)('shows %s', (_what, events, brokenAt) => {
    expect(verifyChain(events, head, sha256)).toEqual({ intact: false, brokenAt });
  });

  it('notices any single changed character of any fact', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 }), fc.string({ minLength: 1 }), (index, code) => {
        fc.pre(code !== 'in-verifica');
        return !verifyChain(tampered(index, { data: { code, n: 1 } }), head, sha256).intact;
      }),
    );
  });
});
