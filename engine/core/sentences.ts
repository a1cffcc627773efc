import type { Json } from '../kernel/types.ts';
import { theDayInWords } from './calendar.ts';
import type { EventActor, EventType } from './event.ts';
import type { PartyRole } from './dossier.ts';
import type { DenialReason } from './grant.ts';
import type { RecordWords } from './record-words.ts';

/** For whom a sentence is: a party of the dossier, or its office. */
export type Reader = PartyRole | 'office';

/** An event in words. */
export interface Sentence {
  readonly title: string;
  readonly text?: string;
  /**
   * What the procedure, the office or a person calls what it is about, where the sentence itself is in another
   * language.
   */
  readonly name?: string;
  /** The same in English, where the procedure says it. */
  readonly nameInEnglish?: string;
  /** The code of the milestone or outcome that was reached: its name in another language is known by it. */
  readonly code?: string;
  /** The article of law behind it. */
  readonly ground?: string;
}

/** What an event keeps, by key. */
export type Facts = { readonly [key: string]: Json };

/** How an event reads; undefined where it is none of the reader's business. */
export type Wording = (facts: Facts, reader: Reader, words: RecordWords) => Sentence | undefined;

/** A fact as it stands, when it is a text or a number; else nothing. */
export const word = (facts: Facts, key: string): string => {
  const value = facts[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

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

/** The titles of the documents of an event, each once. */
export const titlesIn = (facts: Facts): readonly string[] => {
  const value: Json | undefined = facts['titles'];
  return Array.isArray(value) ? [...new Set(value.map(String))] : [];
};

const titles = (facts: Facts): string => titlesIn(facts).join(', ');

const documentsAdded: Wording = (facts, reader) => {
  const text = titles(facts);
  if (facts['kind'] === 'receipt') return receiptIssued(facts, reader);
  if (reader === 'office') return { title: `Aggiunti alla pratica: ${counted(facts)}`, text };
  if (facts['by'] === reader) return { title: `Hai allegato ${counted(facts)}`, text };
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

const taskCompleted: Wording = (facts, reader, words) => {
  const name = word(facts, 'name');
  const by = word(facts, 'audience');
  if (reader === 'office') return { title: `Completata: ${name}`, text: `Attività ${ownerInWords(by, words)}.` };
  if (by === reader) return { title: 'Hai inviato la tua risposta', text: name };
  if (by === 'third-parties') return { title: 'È arrivata la risposta di un controinteressato' };
  if (by === 'applicant') return { title: 'Il richiedente ha risposto all’ufficio' };
  return { title: 'L’ufficio ha completato un passaggio', text: name };
};

/** Whose a task was: a party, or an office named by its code, as `documenti/officer`. */
function ownerInWords(audience: string, words: RecordWords): string {
  if (audience === 'applicant') return 'del richiedente';
  if (audience === 'third-parties') return 'di un controinteressato';
  const office = words.office(audience.replace(/\/.*$/, ''));
  return office === undefined ? 'dell’ufficio' : `dell’ufficio «${office}»`;
}

const actReceived: Wording = (facts, reader) => {
  const label = word(facts, 'label');
  if (facts['by'] === reader) return { title: `Hai scelto «${label}»` };
  return {
    title:
      facts['by'] === 'applicant' ? `Il richiedente ha scelto «${label}»` : `Un controinteressato ha scelto «${label}»`,
  };
};

const noticeIssued: Wording = (facts, reader, words) => {
  const subject = word(facts, 'subject');
  const to = word(facts, 'to');
  if (reader === 'office')
    return { title: `Comunicazione inviata: ${subject}`, text: `Destinatari: ${recipientsInWords(to, words)}.` };
  if (to === reader) return { title: 'Ti abbiamo scritto', text: subject };
  return to === 'third-parties' ? { title: 'Abbiamo informato i controinteressati' } : undefined;
};

function recipientsInWords(to: string, words: RecordWords): string {
  if (to === 'applicant') return 'richiedente';
  if (to === 'third-parties') return 'controinteressati';
  return words.office(to.replace('office:', '')) ?? 'un altro ufficio';
}

const decisionEvaluated: Wording = (facts, reader, words) => {
  if (reader !== 'office') return undefined;
  const decisionId = word(facts, 'decisionId');
  const text = words.decided(decisionId, facts['result'] ?? null);
  const name = words.decision(decisionId);
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

const internal =
  (title: (facts: Facts, words: RecordWords) => string): Wording =>
  (facts, reader, words) =>
    reader === 'office' ? { title: title(facts, words) } : undefined;

/** For the office: what happened, and the name of the element where it did, or else of what was exchanged there. */
const at = (act: string): Wording =>
  internal((facts, words) => {
    const name =
      word(facts, 'name') ||
      words.element(word(facts, 'elementId')) ||
      words.exchange(word(facts, 'message') || word(facts, 'signal'));
    return name ? `${act}: ${name}` : act;
  });

const plain =
  (title: (facts: Facts) => string): Wording =>
  (facts) => ({ title: title(facts) });

/** Every event in words. */
export const eventSentences: Readonly<Record<EventType, Wording>> = {
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
  'reading.refused': internal(() => 'Lettura negata a chi è parte della pratica'),
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
  'milestone.reached': plain((facts) => `Stato della pratica: ${word(facts, 'label')}`),
  'term.started': (facts) => {
    const end = onDay(facts, 'deadlineOn');
    const text = end === undefined ? {} : { text: `Scade ${end}.` };
    return {
      title: `${theTerm(facts)} di ${word(facts, 'days')} giorni è iniziato`,
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
  'term.ended': ofTerm('è concluso', 'Non si contano altri giorni.'),
  'party.added': internal(() => 'Individuato un controinteressato'),
  'notice.issued': noticeIssued,
  'notice.delivered': internal(() => 'E-mail di cortesia consegnata al servizio di posta'),
  'notice.failed': internal(() => 'E-mail di cortesia non consegnata: la comunicazione resta nell’area personale'),
  'job.requested': at('In preparazione'),
  'job.finished': at('Preparato'),
  'job.failed': at('Non riuscito'),
  'job.resolved': (facts, reader, words) => {
    const told = at('Risposta data a mano')(facts, reader, words);
    return told && { ...told, text: `L’ha data ${word(facts, 'who')}: ${word(facts, 'why')}` };
  },
  'outcome.reached': plain((facts) => `Esito: ${word(facts, 'label')}`),
  'dossier.closed': plain(() => 'La pratica è chiusa'),
};

/** Who did what an event tells: a person, or the system, in consequence of somebody where it was so. */
export function actorInWords({ name, following }: EventActor): string {
  return following === undefined ? name : `${name}, in seguito a ${following.name}`;
}

/** Why something is refused, said to whom it is refused. */
export const policyReasons: Readonly<Record<DenialReason, string>> = {
  'wrong-audience': 'Questa operazione non si fa da qui.',
  'level-too-low': 'Serve un accesso con un livello di sicurezza più alto.',
  'not-a-party': 'Questa pratica non ti riguarda.',
  'not-a-manager': 'Serve il ruolo di dirigente dell’ufficio: chiedilo a chi amministra il sistema.',
  'not-an-administrator': 'Serve il ruolo di amministratore dell’ente: chiedilo a chi amministra il sistema.',
  'not-an-analyst': 'Serve il ruolo di analista: chiedilo a chi amministra il sistema.',
  'not-of-the-office': 'L’attività o la pratica non è del tuo ufficio, oppure serve un altro ruolo.',
  'not-addressed': 'Il documento o la comunicazione non è per te.',
  'system-only': 'Solo il sistema può farlo.',
  'dossier-closed': 'La pratica è chiusa.',
  'claimed-by-another': 'L’attività è in carico a un’altra persona.',
  'is-a-party': 'Sei parte in questa pratica: per legge la lavora una collega o un collega (L. 241/1990, art. 6-bis).',
  'not-claimed': 'Prima devi prendere in carico l’attività.',
  'service-suspended': 'Il servizio è sospeso.',
  'not-by-application': 'Questo procedimento comincia d’ufficio: non si presenta una richiesta.',
};
