import { lengthInEnglish } from './length.ts';
import type { RecordNames } from './names.ts';
import { internal, isReaders, titlesIn, whichOf, word, wordsIn } from './sentence.ts';
import type { EventSentences, Facts, Reader, Sentence, Wording } from './sentence.ts';

/*
 * A party reads what a procedure calls things beside the sentence, because it may be Italian; the office reads it in
 * the sentence, in English where there is an English name.
 */

const englishDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A day written out in English: `2 April 2026`. */
export const dayInEnglish = (day: string): string => englishDay.format(new Date(day));

type Name = Pick<Sentence, 'name' | 'nameInEnglish'>;

const named = (name: string, nameInEnglish?: string): Name => ({
  ...(name === '' ? {} : { name }),
  ...(nameInEnglish === undefined ? {} : { nameInEnglish }),
});

const best = ({ name = '', nameInEnglish }: Name): string => nameInEnglish ?? name;

/** The titles of documents, each once; in English when all of them have an English one. */
function ofTitles(facts: Facts, { english }: RecordNames): Name {
  const italian = titlesIn(facts);
  const translated = italian.map((title) => english.title(title));
  const isTranslated = italian.length > 0 && !translated.includes(undefined);
  return named(italian.join(', '), isTranslated ? translated.join(', ') : undefined);
}

const elementNamed = (facts: Facts, key: string, { english }: RecordNames): Name =>
  named(word(facts, key), english.element(word(facts, 'elementId')));

/** A term's sentence: what happened to it, its last day, its name unless it is that of the answer, its article. */
const ofTerm =
  (act: string, then: string | ((day: string) => string)): Wording =>
  (facts, reader, { english }) => {
    const { deadlineOn, main } = facts;
    const isMain = main === true;
    const whole = word(facts, 'days') === '' || act !== STARTED ? '' : ` of ${lengthInEnglish(facts)}`;
    const day = typeof deadlineOn === 'string' ? dayInEnglish(deadlineOn) : undefined;
    const text = typeof then === 'string' ? then : day === undefined ? undefined : then(day);
    const name = isMain ? {} : named(word(facts, 'label'), english.term(word(facts, 'termId')));
    const other = reader === 'office' ? `The time limit “${best(name)}”` : 'Another time limit';
    return {
      title: `${isMain ? 'The time limit' : other}${whole} ${act}`,
      ...(text === undefined ? {} : { text }),
      ...(reader === 'office' ? {} : name),
      ground: word(facts, 'ground'),
    };
  };

const changes: Readonly<Record<string, string>> = { extend: 'is extended', shorten: 'is shortened' };

const STARTED = 'has started';

const endsNow = (day: string): string => `It now ends on ${day}.`;

const documentsAdded: Wording = (facts, reader, names) => {
  if (facts['kind'] === 'receipt') return receiptIssued(facts, reader);
  const isOne = facts['count'] === 1;
  const counted = isOne ? 'a document' : `${word(facts, 'count')} documents`;
  const titles = ofTitles(facts, names);
  if (reader === 'office') return { title: `Added to the case: ${counted}`, text: best(titles) };
  if (isReaders(facts, 'by', reader)) return { title: `You attached ${counted}`, ...titles };
  const { readableBy } = facts;
  if (!Array.isArray(readableBy) || !readableBy.includes(reader)) return undefined;
  return { title: isOne ? 'There is a document for you' : 'There are documents for you', ...titles };
};

const receiptIssued = (facts: Facts, reader: Reader): Sentence | undefined => {
  const text = `Registration ${word(facts, 'registration')}.`;
  if (reader === 'office') return { title: 'The receipt of the application was issued', text };
  return reader === 'applicant' ? { title: 'The receipt of your application is there', text } : undefined;
};

/** A correction is a task too; the office reads which fields have changed. */
const corrected: Wording = (facts, reader, names) => {
  const name = elementNamed(facts, 'name', names);
  if (reader === 'office') return { title: `Corrected: ${best(name)}${whichOf(facts)}`, ...changedIn(facts) };
  if (isReaders(facts, 'audience', reader)) return { title: 'You sent the correction', ...changedIn(facts) };
  return {
    title:
      word(facts, 'audience') === 'third-parties'
        ? 'Another person concerned has sent a correction'
        : 'The applicant has corrected what they had sent',
  };
};

const changedIn = (facts: Facts) => {
  const labels = wordsIn(facts, 'labels');
  return labels.length === 0 ? {} : { text: `Fields changed: ${labels.join('; ')}.` };
};

const taskCompleted: Wording = (facts, reader, names) => {
  if ('corrects' in facts) return corrected(facts, reader, names);
  const by = word(facts, 'audience');
  const name = elementNamed(facts, 'name', names);
  if (reader === 'office')
    return { title: `Completed: ${best(name)}${whichOf(facts)}`, text: `A task of ${ownerOf(by, names)}.` };
  if (isReaders(facts, 'audience', reader)) return { title: 'You sent your answer', ...name };
  if (by === 'third-parties') return { title: 'Another person concerned has answered' };
  if (by === 'applicant') return { title: 'The applicant has answered the office' };
  return { title: 'The office has completed a step', ...name };
};

/** Whose a task was: a party, or an office named by its code, as `documenti/officer`. */
function ownerOf(audience: string, names: RecordNames): string {
  if (audience === 'applicant') return 'the applicant';
  if (audience === 'third-parties') return 'another person concerned';
  const office = names.office(audience.replace(/\/.*$/, ''));
  return office === undefined ? 'the office' : `the office “${office}”`;
}

const actReceived: Wording = (facts, reader, names) => {
  const name = elementNamed(facts, 'label', names);
  if (isReaders(facts, 'by', reader)) return { title: 'You made a choice', ...name };
  const who = facts['by'] === 'applicant' ? 'The applicant' : 'Another person concerned';
  if (reader === 'office') return { title: `${who} chose “${best(name)}”` };
  return { title: `${who} made a choice`, ...name };
};

const noticeIssued: Wording = (facts, reader, names) => {
  const to = word(facts, 'to');
  const subject = named(word(facts, 'subject'), names.english.letter(word(facts, 'templateId')));
  if (reader === 'office') return { title: `Letter sent: ${best(subject)}`, text: `To: ${recipientsOf(to, names)}.` };
  if (to === reader) return { title: 'We wrote to you', ...subject };
  return to === 'third-parties' ? { title: 'We informed the other people concerned' } : undefined;
};

function recipientsOf(to: string, names: RecordNames): string {
  if (to === 'applicant') return 'the applicant';
  if (to === 'third-parties') return 'other people concerned';
  return names.office(to.replace('office:', '')) ?? 'another office';
}

const decisionEvaluated: Wording = (facts, reader, names) => {
  if (reader !== 'office') return undefined;
  const decisionId = word(facts, 'decisionId');
  const text = names.decided(decisionId, facts['result'] ?? null);
  const name = names.decision(decisionId);
  return {
    title: name === undefined ? 'Rule applied' : `Rule applied: ${name}`,
    ...(text === undefined ? {} : { text }),
  };
};

/** For the office: what happened, and the name of the element where it did, or else of what was exchanged there. */
const at = (act: string): Wording =>
  internal((facts, names) => {
    const elementId = word(facts, 'elementId');
    const name =
      names.english.element(elementId) ||
      word(facts, 'name') ||
      names.element(elementId) ||
      names.exchange(word(facts, 'message') || word(facts, 'signal'));
    return name ? `${act}: ${name}` : act;
  });

interface Arrival {
  readonly title: string;
  readonly office: string;
  readonly kind: 'milestone' | 'outcome';
}

// What the diagram words itself is Italian; its code has an English name all the same.
const reached =
  ({ title, office, kind }: Arrival): Wording =>
  (facts, reader, names) => {
    const code = word(facts, 'code');
    const name = named(word(facts, 'label') || (names[kind](code) ?? ''), names.english[kind](code));
    return reader === 'office' ? { title: `${office}: ${best(name)}` } : { title, ...name };
  };

const registered = (facts: Facts): string => `Registration number ${word(facts, 'registration')}.`;

/** Every event in English words. */
export const englishEvents: EventSentences = {
  'application.submitted': (facts, reader) => ({
    title: {
      applicant: 'You sent the application',
      'third-parties': 'An application was made',
      office: 'Application submitted',
    }[reader],
    ...(reader === 'third-parties' ? {} : { text: registered(facts) }),
  }),
  'dossier.opened': (facts) => ({ title: 'The office opened the case on its own initiative', text: registered(facts) }),
  'documents.added': documentsAdded,
  'task.opened': at('To do'),
  'task.claimed': at('Taken in charge'),
  'task.released': at('Put back in the queue'),
  'task.completed': taskCompleted,
  'task.cancelled': at('No longer to do'),
  'task.refused': internal(
    (facts, names) => `Refused to a party to the case: ${best(elementNamed(facts, 'name', names))}`,
  ),
  'record.sealed': internal(() => 'The record now vouches for earlier data and documents too'),
  'reading.refused': internal(() => 'Reading refused to a party to the case'),
  'conflict.declared': internal(
    (facts) => `Conflict of interest declared by ${String(facts['personName'])}`,
    (facts) => `Why: ${String(facts['reason'])}`,
  ),
  'conflict.assessed': internal(
    (facts) =>
      facts['decision'] === 'lifted'
        ? `Conflict of interest of ${String(facts['personName'])}: there is none, they may work on the case`
        : `Conflict of interest of ${String(facts['personName'])}: confirmed, they keep off the case`,
    (facts) => `Why: ${String(facts['reason'])}`,
  ),
  'act.received': actReceived,
  'timer.fired': at('The time is over'),
  'decision.evaluated': decisionEvaluated,
  'signal.thrown': at('Signal given to the other cases'),
  'signal.received': at('Signal received from another case'),
  'message.thrown': at('Message sent to another case'),
  'message.received': at('Message received from another case'),
  'message.undelivered': at('Message that no case was waiting for'),
  'escalation.raised': at('Something out of the ordinary was reported'),
  'error.raised': internal((facts) => {
    const said = word(facts, 'message');
    return said === '' ? 'Stopped by an error' : `Stopped by an error: ${said}`;
  }),
  'process.called': at('A related procedure has begun'),
  'process.returned': at('A related procedure has ended'),
  'process.cancelled': at('A related procedure was cancelled'),
  'milestone.reached': reached({
    title: 'The case has reached a new stage',
    office: 'The case is now',
    kind: 'milestone',
  }),
  'term.started': ofTerm(STARTED, (day) => `It ends on ${day}.`),
  'term.suspended': ofTerm('is suspended', 'The days are not counted while the suspension lasts.'),
  'term.resumed': ofTerm('runs again', endsNow),
  'term.interrupted': ofTerm(
    'is interrupted',
    'When the application is complete, the days are counted again from the first.',
  ),
  'term.restarted': ofTerm('has started again from the first day', endsNow),
  'term.length-changed': (facts, reader, names) => {
    const { reason } = facts;
    const act = changes[word(facts, 'act')] ?? 'has got another length';
    const told = ofTerm(act, endsNow)(facts, reader, names);
    const text = [
      `From ${word(facts, 'daysBefore')} to ${lengthInEnglish(facts)}.`,
      ...(told?.text === undefined ? [] : [told.text]),
      ...(typeof reason === 'string' ? [`Why: ${reason}`] : []),
    ].join(' ');
    return told && { ...told, text };
  },
  'term.ended': ofTerm('has ended', 'No more days are counted.'),
  'party.added': internal(() => 'Another person concerned was found'),
  'party.address-changed': internal(
    (facts) =>
      `Changed the address for notices to ${facts['role'] === 'applicant' ? 'the applicant' : 'a third party'}`,
    (facts) => (typeof facts['reason'] === 'string' ? `Why: ${facts['reason']}` : undefined),
  ),
  'notice.issued': noticeIssued,
  'notice.delivered': internal(() => 'Courtesy e-mail handed over to the mail service'),
  'notice.failed': internal(() => 'Courtesy e-mail not delivered: the letter stays in the personal area'),
  'job.requested': at('Being prepared'),
  'job.finished': at('Prepared'),
  'job.failed': at('Not successful'),
  'job.resolved': (facts, reader, names) => {
    const told = at('Answer given by hand')(facts, reader, names);
    return told && { ...told, text: `Given by ${word(facts, 'who')}: ${word(facts, 'why')}` };
  },
  'outcome.reached': reached({ title: 'The case has an outcome', office: 'Outcome', kind: 'outcome' }),
  'dossier.closed': () => ({ title: 'The case is closed' }),
};
