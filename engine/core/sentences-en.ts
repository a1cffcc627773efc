import type { SharedEventType } from './event.ts';
import type { EnglishNames } from './english-names.ts';
import type { PartyRole } from './dossier.ts';
import { titlesIn, word, type Facts, type Sentence } from './sentences.ts';

/** How an event reads for a party in English; undefined where it is none of the party's business. */
type EnglishWording = (facts: Facts, reader: PartyRole, names: EnglishNames) => Sentence | undefined;

const englishDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A day written out in English: `2 April 2026`. */
export const dayInEnglish = (day: string): string => englishDay.format(new Date(day));

const named = (name: string, nameInEnglish?: string): Pick<Sentence, 'name' | 'nameInEnglish'> =>
  name === '' ? {} : { name, ...(nameInEnglish === undefined ? {} : { nameInEnglish }) };

/** The titles of documents, each once; in English when all of them have an English one. */
function ofTitles(facts: Facts, names: EnglishNames): Pick<Sentence, 'name' | 'nameInEnglish'> {
  const italian = titlesIn(facts);
  const english = italian.map((title) => names.title(title));
  return named(italian.join(', '), english.includes(undefined) ? undefined : english.join(', '));
}

/** A term's sentence: what happened to it, its last day, its name unless it is that of the answer, its article. */
const ofTerm =
  (act: string, then: string | ((day: string) => string)): EnglishWording =>
  (facts, _, names) => {
    const { deadlineOn, main } = facts;
    const isMain = main === true;
    const length = word(facts, 'days');
    const whole = length === '' ? '' : ` of ${length} days`;
    const day = typeof deadlineOn === 'string' ? dayInEnglish(deadlineOn) : undefined;
    const text = typeof then === 'string' ? then : day === undefined ? undefined : then(day);
    return {
      title: `${isMain ? 'The time limit' : 'Another time limit'}${act === STARTED ? whole : ''} ${act}`,
      ...(text === undefined ? {} : { text }),
      ...(isMain ? {} : named(word(facts, 'label'), names.term(word(facts, 'termId')))),
      ground: word(facts, 'ground'),
    };
  };

const STARTED = 'has started';

const endsNow = (day: string): string => `It now ends on ${day}.`;

const documentsAdded: EnglishWording = (facts, reader, names) => {
  if (facts['kind'] === 'receipt') {
    const text = `Registration ${word(facts, 'registration')}.`;
    return reader === 'applicant' ? { title: 'The receipt of your application is there', text } : undefined;
  }
  const isOne = facts['count'] === 1;
  const counted = isOne ? 'a document' : `${word(facts, 'count')} documents`;
  if (facts['by'] === reader) return { title: `You attached ${counted}`, ...ofTitles(facts, names) };
  const { readableBy } = facts;
  if (!Array.isArray(readableBy) || !readableBy.includes(reader)) return undefined;
  return { title: isOne ? 'There is a document for you' : 'There are documents for you', ...ofTitles(facts, names) };
};

const taskCompleted: EnglishWording = (facts, reader, names) => {
  const by = word(facts, 'audience');
  const name = named(word(facts, 'name'), names.element(word(facts, 'elementId')));
  if (by === reader) return { title: 'You sent your answer', ...name };
  if (by === 'third-parties') return { title: 'Another person concerned has answered' };
  if (by === 'applicant') return { title: 'The applicant has answered the office' };
  return { title: 'The office has completed a step', ...name };
};

const actReceived: EnglishWording = (facts, reader, names) => {
  const name = named(word(facts, 'label'), names.element(word(facts, 'elementId')));
  if (facts['by'] === reader) return { title: 'You made a choice', ...name };
  const who = facts['by'] === 'applicant' ? 'The applicant' : 'Another person concerned';
  return { title: `${who} made a choice`, ...name };
};

const noticeIssued: EnglishWording = (facts, reader, names) => {
  const to = word(facts, 'to');
  const subject = named(word(facts, 'subject'), names.letter(word(facts, 'templateId')));
  if (to === reader) return { title: 'We wrote to you', ...subject };
  return to === 'third-parties' ? { title: 'We informed the other people concerned' } : undefined;
};

const reached =
  (title: string): EnglishWording =>
  (facts) => ({ title, ...named(word(facts, 'label')), code: word(facts, 'code') });

const registered = (facts: Facts): string => `Registration number ${word(facts, 'registration')}.`;

/** Every event that a party is told of, in English words; what a procedure calls things stays apart, in Italian. */
export const englishSentences: Readonly<Record<SharedEventType, EnglishWording>> = {
  'application.submitted': (facts, reader) =>
    reader === 'applicant'
      ? { title: 'You sent the application', text: registered(facts) }
      : { title: 'An application was made' },
  'dossier.opened': (facts) => ({ title: 'The office opened the case on its own initiative', text: registered(facts) }),
  'documents.added': documentsAdded,
  'task.completed': taskCompleted,
  'act.received': actReceived,
  'milestone.reached': reached('The case has reached a new stage'),
  'term.started': ofTerm(STARTED, (day) => `It ends on ${day}.`),
  'term.suspended': ofTerm('is suspended', 'The days are not counted while the suspension lasts.'),
  'term.resumed': ofTerm('runs again', endsNow),
  'term.interrupted': ofTerm(
    'is interrupted',
    'When the application is complete, the days are counted again from the first.',
  ),
  'term.restarted': ofTerm('has started again from the first day', endsNow),
  'term.ended': ofTerm('has ended', 'No more days are counted.'),
  'notice.issued': noticeIssued,
  'outcome.reached': reached('The case has an outcome'),
  'dossier.closed': () => ({ title: 'The case is closed' }),
};
