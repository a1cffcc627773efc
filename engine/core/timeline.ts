import type { Instant } from '../kernel/types.ts';
import type { DossierEvent, EventType } from './event.ts';
import { eventTypes } from './event.ts';
import type { RecordWords } from './record-words.ts';
import { eventSentences } from './sentences.ts';
import type { Reader, Sentence } from './sentences.ts';

/** An event as its reader sees it. */
export interface TimelineEntry extends Sentence {
  readonly sequence: number;
  readonly at: Instant;
  readonly type: EventType;
}

/**
 * The story of a dossier for a reader, in the order of the record: the office reads every event, a party what concerns
 * it. `words` names what the record holds as codes. The same sentence twice in one instant, such as a notice to each of several third parties, is said once.
 */
export function timelineOf(
  events: readonly DossierEvent[],
  reader: Reader,
  words: RecordWords,
): readonly TimelineEntry[] {
  const entries = events.flatMap((event) => entryOf(event, reader, words));
  return entries.filter((entry, index) => reader === 'office' || !saysTheSame(entry, entries[index - 1]));
}

function entryOf(
  { sequence, at, type, data }: DossierEvent,
  reader: Reader,
  words: RecordWords,
): readonly TimelineEntry[] {
  if (reader !== 'office' && eventTypes[type] !== 'everyone') return [];
  const sentence = eventSentences[type](data, reader, words);
  return sentence ? [{ sequence, at, type, ...sentence }] : [];
}

function saysTheSame(entry: TimelineEntry, previous: TimelineEntry | undefined): boolean {
  return previous?.at === entry.at && previous.title === entry.title && previous.text === entry.text;
}
