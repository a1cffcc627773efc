import type { Language } from '../../core/language.ts';
import { isShared, type DossierEvent, type EventActor, type EventType } from '../../core/event.ts';
import type { Instant } from '../../kernel/types.ts';
import { englishEvents } from './en.ts';
import { italianEvents } from './it.ts';
import type { RecordNames } from './names.ts';
import { anothers, type EventSentences, type Facts, type Reader, type Sentence } from './sentence.ts';

/** An event as its reader sees it. */
export interface TimelineEntry extends Sentence {
  readonly sequence: number;
  readonly at: Instant;
  readonly type: EventType;
}

/** The language of a story, and what the codes of the record are called. */
export interface Telling {
  readonly language: Language;
  readonly names: RecordNames;
  /** Which of the parties in the role reads: what another of them did is not told as theirs. */
  readonly personId?: string;
}

/** The sentences of every event, by language. */
export const eventSentences: Readonly<Record<Language, EventSentences>> = { it: italianEvents, en: englishEvents };

/**
 * The story of a dossier for a reader, in the order of the record: the office reads every event, a party what concerns
 * it. The same sentence twice in one instant, such as a notice to each of several third parties, is said once.
 */
export function timelineOf(
  events: readonly DossierEvent[],
  reader: Reader,
  { language, names, personId }: Telling,
): readonly TimelineEntry[] {
  const sentences = eventSentences[language];
  const entries = events.flatMap((event) =>
    reader === 'office' || isShared(event.type)
      ? entryOf(event, sentences[event.type](factsFor(event, personId), reader, names))
      : [],
  );
  return reader === 'office' ? entries : eachOnce(entries);
}

function factsFor({ data, actor }: DossierEvent, personId: string | undefined): Facts {
  const isAnothers = personId !== undefined && actor.type === 'person' && actor.id !== personId;
  return isAnothers ? { ...data, [anothers]: true } : data;
}

const inTheName: Readonly<Record<Language, string>> = { it: 'per conto di', en: 'on behalf of' };

const consequence: Readonly<Record<Language, string>> = { it: 'in seguito a', en: 'following' };

/** Who did what an event tells: a person, or the system, in consequence of somebody where it was so. */
export function actorInWords({ name, onBehalfOf, following }: EventActor, language: Language): string {
  if (onBehalfOf !== undefined) return `${name}, ${inTheName[language]} ${onBehalfOf}`;
  return following === undefined ? name : `${name}, ${consequence[language]} ${following.name}`;
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
