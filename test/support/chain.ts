import { openLinks, type RecordHead, type Sha256 } from '../../engine/core/record.ts';
import type { DossierEvent, EventDraft } from '../../engine/core/event.ts';

/** The events with their places in the chain, following on the head, sealed as the saving statement seals those
 * of a step that writes no rows. */
export function chain(drafts: readonly EventDraft[], head: RecordHead, sha256: Sha256): readonly DossierEvent[] {
  const events: DossierEvent[] = [];
  let previousHash = head.headHash;
  for (const [index, { before, after }] of openLinks(drafts, head).entries()) {
    const draft = drafts[index];
    if (draft === undefined) throw new Error('a link without an event');
    const hash = sha256(`${before}${previousHash}"${after}`);
    const place = { dossierId: head.dossierId, sequence: head.eventCount + index + 1, previousHash };
    events.push({ ...draft, ...place, hash });
    previousHash = hash;
  }
  return events;
}
