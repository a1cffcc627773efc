import canonicalize from 'canonicalize';
import type { Dossier } from './dossier.ts';
import type { DossierEvent, EventDraft } from './event.ts';

/** SHA-256 of a text in UTF-8, as 64 lower-case hexadecimal digits. */
export type Sha256 = (text: string) => string;

/** What stands before the first event of a record. */
export const zeroHash = '0'.repeat(64);

/** Where a record stands: how many events it holds and the hash of the last. */
export type RecordHead = Pick<Dossier, 'dossierId' | 'eventCount' | 'headHash'>;

/**
 * The canonical JSON of an event in two halves: between them belong the hash of the event before and, on the last of a
 * step, the seals of its rows.
 */
export interface OpenLink {
  readonly before: string;
  readonly after: string;
  readonly isLast: boolean;
}

/**
 * The events with their places in the chain, following on the head, before their hashes are known: those are made in
 * the statement that saves them (`run/save-sql.ts`), where the number of the register is taken that stands in them.
 */
export function openLinks(drafts: readonly EventDraft[], head: RecordHead): readonly OpenLink[] {
  return drafts.map((draft, index) => {
    const sequence = head.eventCount + index + 1;
    const text = canonicalText({ ...draft, dossierId: head.dossierId, sequence, previousHash: '' });
    // The members stand in alphabetical order: only `sequence` and `type` come after, and neither holds these signs.
    const at = text.lastIndexOf(gap) + gap.length - 1;
    return { before: text.slice(0, at), after: text.slice(at + 1), isLast: index === drafts.length - 1 };
  });
}

const gap = '"previousHash":""';

/** Why an event does not fit into its chain. */
export type LinkFault = 'sequence-gap' | 'previous-hash-differs' | 'hash-differs';

/** What is wrong with an event that should follow on the head; undefined when it fits. */
export function linkFault(event: DossierEvent, head: RecordHead, sha256: Sha256): LinkFault | undefined {
  const { hash, ...unsealed } = event;
  if (event.sequence !== head.eventCount + 1) return 'sequence-gap';
  if (event.previousHash !== head.headHash) return 'previous-hash-differs';
  return hash === sealOf(unsealed, sha256) && event.dossierId === head.dossierId ? undefined : 'hash-differs';
}

/** The answer to *is the record as it was written?* */
export type ChainCheck =
  | { readonly intact: true }
  | {
      readonly intact: false;
      readonly brokenAt: { readonly sequence: number; readonly reason: LinkFault | 'head-differs' };
    };

/**
 * Recomputes a whole record, in order of sequence, and compares its end with what the dossier says of it: an event cut
 * off at the end shows as `head-differs`.
 */
export function verifyChain(events: readonly DossierEvent[], expected: RecordHead, sha256: Sha256): ChainCheck {
  let head: RecordHead = { dossierId: expected.dossierId, eventCount: 0, headHash: zeroHash };
  for (const event of events) {
    const reason = linkFault(event, head, sha256);
    if (reason) return { intact: false, brokenAt: { sequence: head.eventCount + 1, reason } };
    head = { ...head, eventCount: event.sequence, headHash: event.hash };
  }
  if (head.eventCount === expected.eventCount && head.headHash === expected.headHash) return { intact: true };
  return { intact: false, brokenAt: { sequence: head.eventCount + 1, reason: 'head-differs' } };
}

function sealOf(unsealed: Omit<DossierEvent, 'hash'>, sha256: Sha256): string {
  return sha256(canonicalText(unsealed));
}

function canonicalText(unsealed: Omit<DossierEvent, 'hash'>): string {
  const text = canonicalize(unsealed);
  if (text === undefined) throw new TypeError('an event has no canonical JSON');
  return text;
}
