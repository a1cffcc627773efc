import type { Instant } from '../kernel/types.ts';
import type { EnglishNames } from './english-names.ts';
import { isShared, type DossierEvent, type EventType } from './event.ts';
import type { PartyRole } from './dossier.ts';
import type { RecordWords } from './record-words.ts';
import { englishSentences } from './sentences-en.ts';
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
 * it. `words` names what the record holds as codes. The same sentence twice in one instant, such as a notice to each of
 * several third parties, is said once.
 */
export function timelineOf(
  events: readonly DossierEvent[],
  reader: Reader,
  words: RecordWords,
): readonly TimelineEntry[] {
  const entries = events.flatMap((event) =>
    reader === 'office' || isShared(event.type)
      ? entryOf(event, eventSentences[event.type](event.data, reader, words))
      : [],
  );
  return reader === 'office' ? entries : eachOnce(entries);
}

/** The same story for a party who reads in English; `names` are those that the procedure has in English. */
export function englishTimelineOf(
  events: readonly DossierEvent[],
  reader: PartyRole,
  names: EnglishNames,
): readonly TimelineEntry[] {
  return eachOnce(
    events.flatMap((event) =>
      isShared(event.type) ? entryOf(event, englishSentences[event.type](event.data, reader, names)) : [],
    ),
  );
}

function entryOf({ sequence, at, type }: DossierEvent, sentence: Sentence | undefined): readonly TimelineEntry[] {
  return sentence === undefined ? [] : [{ sequence, at, type, ...sentence }];
}

const eachOnce = (entries: readonly TimelineEntry[]): readonly TimelineEntry[] =>
  entries.filter((entry, index) => !saysTheSame(entry, entries[index - 1]));

function saysTheSame(entry: TimelineEntry, previous: TimelineEntry | undefined): boolean {
  return (
    previous?.at === entry.at &&
    previous.title === entry.title &&
    previous.text === entry.text &&
    previous.name === entry.name
  );
}
