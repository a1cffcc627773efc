import { theDayInWords } from '../../core/calendar.ts';
import {
  internal,
  isReaders,
  titlesIn,
  whichOf,
  word,
  wordsIn,
  type EventSentences,
  type Facts,
  type Reader,
  type Sentence,
  type Wording,
} from './sentence.ts';
import { lengthInItalian } from './length.ts';
import type { RecordNames } from './names.ts';

const changes: Readonly<Record<string, string>> = { extend: 'è prorogato', shorten: 'è abbreviato' };

const onDay = (facts: Facts, key: string): string | undefined => {
  const value = facts[key];
  return typeof value === 'string' ? theDayInWords(value) : undefined;
};

const theTerm = (facts: Facts): string =>
  facts['main'] === true ? 'Il termine' : `Il termine «${word(facts, 'label')}»`;

/** A term's sentence: its act in the title, its new last day in the text, its article. */
const ofTerm =
  (act: string, stopped?: string): Wording =>
  (facts) => {
    const end = onDay(facts, 'deadlineOn');
    const text = stopped ?? (end === undefined ? undefined : `Ora scade ${end}.`);
    return {
      title: `${theTerm(facts)} ${act}`,
      ...(text === undefined ? {} : { text }),
      ground: word(facts, 'ground'),
    };
  };

const counted = (facts: Facts): string => (facts['count'] === 1 ? 'un documento' : `${word(facts, 'count')} documenti`);

const titles = (facts: Facts): string => titlesIn(facts).join(', ');

const documentsAdded: Wording = (facts, reader) => {
  const text = titles(facts);
  if (facts['kind'] === 'receipt') return receiptIssued(facts, reader);
  if (reader === 'office') return { title: `Aggiunti alla pratica: ${counted(facts)}`, text };
  if (isReaders(facts, 'by', reader)) return { title: `Hai allegato ${counted(facts)}`, text };
  const { readableBy } = facts;
  const mayRead = Array.isArray(readableBy) && readableBy.includes(reader);
  return mayRead
    ? { title: facts['count'] === 1 ? 'C’è un documento per te' : 'Ci sono documenti per te', text }
    : undefined;
};

const receiptIssued = (facts: Facts, reader: Reader): Sentence | undefined => {
  const text = `Protocollo ${word(facts, 'registration')}.`;
  if (reader === 'office') return { title: 'Rilasciata la ricevuta della richiesta', text };
  return reader === 'applicant' ? { title: 'C’è la ricevuta della tua richiesta', text } : undefined;
};

/** A correction is a task too; the office reads which fields have changed. */
const corrected: Wording = (facts, reader) => {
  const name = word(facts, 'name');
  if (reader === 'office') return { title: `Corretto: ${name}${whichOf(facts)}`, ...changedIn(facts) };
  if (isReaders(facts, 'audience', reader)) return { title: 'Hai inviato la correzione', ...changedIn(facts) };
  return {
    title:
      word(facts, 'audience') === 'third-parties'
        ? 'È arrivata la correzione di un controinteressato'
        : 'Il richiedente ha corretto ciò che aveva presentato',
  };
};

const changedIn = (facts: Facts) => {
  const labels = wordsIn(facts, 'labels');
  return labels.length === 0 ? {} : { text: `Campi cambiati: ${labels.join('; ')}.` };
};

const taskCompleted: Wording = (facts, reader, names) => {
  if ('corrects' in facts) return corrected(facts, reader, names);
  const name = word(facts, 'name');
  const by = word(facts, 'audience');
  if (reader === 'office')
    return { title: `Completata: ${name}${whichOf(facts)}`, text: `Attività ${ownerInWords(by, names)}.` };
  if (isReaders(facts, 'audience', reader)) return { title: 'Hai inviato la tua risposta', text: name };
  if (by === 'third-parties') return { title: 'È arrivata la risposta di un controinteressato' };
  if (by === 'applicant') return { title: 'Il richiedente ha risposto all’ufficio' };
  return { title: 'L’ufficio ha completato un passaggio', text: name };
};

/** Whose a task was: a party, or an office named by its code, as `documenti/officer`. */
function ownerInWords(audience: string, names: RecordNames): string {
  if (audience === 'applicant') return 'del richiedente';
  if (audience === 'third-parties') return 'di un controinteressato';
  const office = names.office(audience.replace(/\/.*$/, ''));
  return office === undefined ? 'dell’ufficio' : `dell’ufficio «${office}»`;
}

const actReceived: Wording = (facts, reader) => {
  const label = word(facts, 'label');
  if (isReaders(facts, 'by', reader)) return { title: `Hai scelto «${label}»` };
  return {
    title:
      facts['by'] === 'applicant' ? `Il richiedente ha scelto «${label}»` : `Un controinteressato ha scelto «${label}»`,
  };
};

const noticeIssued: Wording = (facts, reader, names) => {
  const subject = word(facts, 'subject');
  const to = word(facts, 'to');
  if (reader === 'office')
    return { title: `Comunicazione inviata: ${subject}`, text: `Destinatari: ${recipientsInWords(to, names)}.` };
  if (to === reader) return { title: 'Ti abbiamo scritto', text: subject };
  return to === 'third-parties' ? { title: 'Abbiamo informato i controinteressati' } : undefined;
};

function recipientsInWords(to: string, names: RecordNames): string {
  if (to === 'applicant') return 'richiedente';
  if (to === 'third-parties') return 'controinteressati';
  return names.office(to.replace('office:', '')) ?? 'un altro ufficio';
}

const decisionEvaluated: Wording = (facts, reader, names) => {
  if (reader !== 'office') return undefined;
  const decisionId = word(facts, 'decisionId');
  const text = names.decided(decisionId, facts['result'] ?? null);
  const name = names.decision(decisionId);
  return {
    title: name === undefined ? 'Regola applicata' : `Regola applicata: ${name}`,
    ...(text === undefined ? {} : { text }),
  };
};

const submitted: Wording = (facts, reader) => ({
  title: {
    applicant: 'Hai inviato la richiesta',
    'third-parties': 'È stata presentata una richiesta',
    office: 'Richiesta presentata',
  }[reader],
  ...(reader === 'third-parties' ? {} : { text: `Numero di protocollo ${word(facts, 'registration')}.` }),
});

/** For the office: what happened, and the name of the element where it did, or else of what was exchanged there. */
const at = (act: string): Wording =>
  internal((facts, names) => {
    const name =
      word(facts, 'name') ||
      names.element(word(facts, 'elementId')) ||
      names.exchange(word(facts, 'message') || word(facts, 'signal'));
    return name ? `${act}: ${name}${whichOf(facts)}` : act;
  });

const plain =
  (title: (facts: Facts, names: RecordNames) => string): Wording =>
  (facts, _, names) => ({ title: title(facts, names) });

// Records of earlier days hold the name itself; later ones hold it only where the diagram words it.
const reached = (facts: Facts, called: (code: string) => string | undefined): string =>
  word(facts, 'label') || (called(word(facts, 'code')) ?? '');

/** Every event in Italian words. */
export const italianEvents: EventSentences = {
  'application.submitted': submitted,
  'dossier.opened': (facts) => ({
    title: 'La pratica è stata aperta d’ufficio',
    text: `Numero di protocollo ${word(facts, 'registration')}.`,
  }),
  'documents.added': documentsAdded,
  'task.opened': at('Da fare'),
  'task.claimed': at('Presa in carico'),
  'task.released': at('Rimessa in coda'),
  'task.completed': taskCompleted,
  'task.cancelled': at('Non più da fare'),
  'task.refused': internal((facts) => `Negata a chi è parte della pratica: ${word(facts, 'name')}`),
  'record.sealed': internal(() => 'Il registro garantisce anche i dati e i documenti scritti prima'),
  'reading.refused': internal(() => 'Lettura negata a chi è parte della pratica'),
  'conflict.declared': internal(
    (facts) => `Conflitto di interessi dichiarato da ${word(facts, 'personName')}`,
    (facts) => `Perché: ${word(facts, 'reason')}`,
  ),
  'conflict.assessed': internal(
    (facts) =>
      facts['decision'] === 'lifted'
        ? `Conflitto di interessi di ${word(facts, 'personName')}: non c’è, può lavorare la pratica`
        : `Conflitto di interessi di ${word(facts, 'personName')}: confermato, resta fuori dalla pratica`,
    (facts) => `Perché: ${word(facts, 'reason')}`,
  ),
  'act.received': actReceived,
  'timer.fired': at('È scaduto il tempo'),
  'signal.thrown': at('Segnale dato alle altre pratiche'),
  'signal.received': at('Segnale ricevuto da un’altra pratica'),
  'message.thrown': at('Messaggio mandato a un’altra pratica'),
  'message.received': at('Messaggio ricevuto da un’altra pratica'),
  'message.undelivered': at('Messaggio che nessuna pratica aspettava'),
  'escalation.raised': at('Segnalata una situazione fuori dall’ordinario'),
  'error.raised': internal((facts) => {
    const said = word(facts, 'message');
    return said === '' ? 'Interrotto da un errore' : `Interrotto da un errore: ${said}`;
  }),
  'process.called': at('Iniziato un procedimento collegato'),
  'process.returned': at('Concluso un procedimento collegato'),
  'process.cancelled': at('Annullato un procedimento collegato'),
  'decision.evaluated': decisionEvaluated,
  'milestone.reached': plain((facts, names) => `Stato della pratica: ${reached(facts, names.milestone)}`),
  'term.started': (facts) => {
    const end = onDay(facts, 'deadlineOn');
    const text = end === undefined ? {} : { text: `Scade ${end}.` };
    return {
      title: `${theTerm(facts)} di ${lengthInItalian(facts)} è iniziato`,
      ...text,
      ground: word(facts, 'ground'),
    };
  },
  'term.suspended': ofTerm('è sospeso', 'I giorni non si contano finché la sospensione dura.'),
  'term.resumed': ofTerm('ha ripreso a decorrere'),
  'term.interrupted': ofTerm(
    'è interrotto',
    'Quando la richiesta sarà completa si ricomincerà a contare dal primo giorno.',
  ),
  'term.restarted': ofTerm('è ricominciato dal primo giorno'),
  'term.length-changed': (facts) => {
    const end = onDay(facts, 'deadlineOn');
    const { reason } = facts;
    const text = [
      `Da ${word(facts, 'daysBefore')} a ${lengthInItalian(facts)}.`,
      ...(end === undefined ? [] : [`Ora scade ${end}.`]),
      ...(typeof reason === 'string' ? [`Perché: ${reason}`] : []),
    ].join(' ');
    const act = changes[word(facts, 'act')] ?? 'ha cambiato durata';
    return { title: `${theTerm(facts)} ${act}`, text, ground: word(facts, 'ground') };
  },
  'term.ended': ofTerm('è concluso', 'Non si contano altri giorni.'),
  'party.added': internal(() => 'Individuato un controinteressato'),
  'party.address-changed': internal(
    (facts) =>
      `Cambiato l’indirizzo per gli avvisi ${facts['role'] === 'applicant' ? 'al richiedente' : 'a un controinteressato'}`,
    (facts) => (typeof facts['reason'] === 'string' ? `Perché: ${facts['reason']}` : undefined),
  ),
  'notice.issued': noticeIssued,
  'notice.delivered': internal(() => 'E-mail di cortesia consegnata al servizio di posta'),
  'notice.failed': internal(() => 'E-mail di cortesia non consegnata: la comunicazione resta nell’area personale'),
  'job.requested': at('In preparazione'),
  'job.finished': at('Preparato'),
  'job.failed': at('Non riuscito'),
  'job.resolved': (facts, reader, names) => {
    const told = at('Risposta data a mano')(facts, reader, names);
    return told && { ...told, text: `L’ha data ${word(facts, 'who')}: ${word(facts, 'why')}` };
  },
  'outcome.reached': plain((facts, names) => `Esito: ${reached(facts, names.outcome)}`),
  'dossier.closed': plain(() => 'La pratica è chiusa'),
};
