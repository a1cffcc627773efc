import { describe, expect, it } from 'vitest';
import { eventTypes, isShared, type EventType } from '../../../../engine/core/event.ts';
import { noNames, type RecordNames } from '../../../../engine/words/record/names.ts';
import type { Facts, Reader, Sentence } from '../../../../engine/words/record/sentence.ts';
import { actorInWords, eventSentences } from '../../../../engine/words/record/timeline.ts';
import { added } from '../../../support/files-added.ts';

const types = Object.keys(eventTypes).filter((type): type is EventType => type in eventTypes);
const names: RecordNames = {
  ...noNames,
  office: (code) => ({ documenti: 'Ufficio documenti' })[code],
  element: (elementId) => (elementId === 'wait' ? 'Attesa' : undefined),
  exchange: (name) => (name === 'lettera' ? 'Arriva la lettera' : undefined),
};

const say = (type: EventType, facts: Facts, reader: Reader): Sentence | undefined =>
  eventSentences.it[type](facts, reader, names);

type Case = readonly [EventType, Facts, Reader, Sentence | undefined];

const cases: readonly Case[] = [
  [
    'application.submitted',
    { registration: 'p/1' },
    'office',
    { title: 'Richiesta presentata', text: 'Numero di protocollo p/1.' },
  ],
  ['application.submitted', { registration: 'p/1' }, 'third-parties', { title: 'È stata presentata una richiesta' }],
  [
    'dossier.opened',
    { registration: 'p/1' },
    'office',
    { title: 'La pratica è stata aperta d’ufficio', text: 'Numero di protocollo p/1.' },
  ],
  [
    'documents.added',
    added('applicant', 3),
    'office',
    { title: 'Aggiunti alla pratica: 3 documenti', text: 'Delega, Pianta' },
  ],
  [
    'documents.added',
    added('applicant', 1),
    'applicant',
    { title: 'Hai allegato un documento', text: 'Delega, Pianta' },
  ],
  [
    'documents.added',
    added('office', 1, ['applicant']),
    'applicant',
    { title: 'C’è un documento per te', text: 'Delega, Pianta' },
  ],
  [
    'documents.added',
    added('office', 2, ['applicant']),
    'applicant',
    { title: 'Ci sono documenti per te', text: 'Delega, Pianta' },
  ],
  ['documents.added', added('office', 2, ['applicant']), 'third-parties', undefined],
  ['documents.added', { by: 'office', count: 1 }, 'applicant', undefined],
  ['documents.added', { by: 'office', count: 1 }, 'office', { title: 'Aggiunti alla pratica: un documento', text: '' }],
  [
    'task.completed',
    { name: 'Verifica', audience: 'applicant' },
    'office',
    { title: 'Completata: Verifica', text: 'Attività del richiedente.' },
  ],
  [
    'task.completed',
    { name: 'Verifica', audience: 'third-parties' },
    'office',
    { title: 'Completata: Verifica', text: 'Attività di un controinteressato.' },
  ],
  [
    'task.completed',
    { name: 'Verifica', audience: 'documenti/officer' },
    'office',
    { title: 'Completata: Verifica', text: 'Attività dell’ufficio «Ufficio documenti».' },
  ],
  [
    'task.completed',
    { name: 'Verifica', audience: 'altrove/clerk' },
    'office',
    { title: 'Completata: Verifica', text: 'Attività dell’ufficio.' },
  ],
  [
    'task.completed',
    { name: 'Verifica', audience: 'applicant' },
    'applicant',
    { title: 'Hai inviato la tua risposta', text: 'Verifica' },
  ],
  [
    'task.completed',
    { name: 'Verifica', audience: 'applicant' },
    'third-parties',
    { title: 'Il richiedente ha risposto all’ufficio' },
  ],
  [
    'task.completed',
    { name: 'Verifica', audience: 'third-parties' },
    'applicant',
    { title: 'È arrivata la risposta di un controinteressato' },
  ],
  [
    'task.completed',
    { name: 'Verifica', audience: 'urp/clerk' },
    'applicant',
    { title: 'L’ufficio ha completato un passaggio', text: 'Verifica' },
  ],
  ['act.received', { by: 'applicant', label: 'Ritira' }, 'applicant', { title: 'Hai scelto «Ritira»' }],
  ['act.received', { by: 'applicant', label: 'Ritira' }, 'office', { title: 'Il richiedente ha scelto «Ritira»' }],
  [
    'act.received',
    { by: 'third-parties', label: 'Opponiti' },
    'office',
    { title: 'Un controinteressato ha scelto «Opponiti»' },
  ],
  [
    'notice.issued',
    { to: 'applicant', subject: 'Avvio' },
    'office',
    { title: 'Comunicazione inviata: Avvio', text: 'Destinatari: richiedente.' },
  ],
  [
    'notice.issued',
    { to: 'third-parties', subject: 'Avvio' },
    'office',
    { title: 'Comunicazione inviata: Avvio', text: 'Destinatari: controinteressati.' },
  ],
  [
    'notice.issued',
    { to: 'office:altrove', subject: 'Avvio' },
    'office',
    { title: 'Comunicazione inviata: Avvio', text: 'Destinatari: un altro ufficio.' },
  ],
  ['notice.issued', { to: 'applicant', subject: 'Avvio' }, 'applicant', { title: 'Ti abbiamo scritto', text: 'Avvio' }],
  ['notice.issued', { to: 'applicant', subject: 'Avvio' }, 'third-parties', undefined],
  ['decision.evaluated', { decisionId: 'd' }, 'applicant', undefined],
  ['decision.evaluated', { decisionId: 'd' }, 'office', { title: 'Regola applicata' }],
  ['reading.refused', {}, 'office', { title: 'Lettura negata a chi è parte della pratica' }],
  ['task.refused', { name: 'Verifica' }, 'office', { title: 'Negata a chi è parte della pratica: Verifica' }],
  ['task.opened', { name: 'Verifica', elementId: 'wait' }, 'office', { title: 'Da fare: Verifica' }],
  ['timer.fired', { elementId: 'wait' }, 'office', { title: 'È scaduto il tempo: Attesa' }],
  [
    'message.received',
    { message: 'lettera' },
    'office',
    { title: 'Messaggio ricevuto da un’altra pratica: Arriva la lettera' },
  ],
  [
    'signal.received',
    { signal: 'lettera' },
    'office',
    { title: 'Segnale ricevuto da un’altra pratica: Arriva la lettera' },
  ],
  ['signal.received', { signal: 'altro' }, 'office', { title: 'Segnale ricevuto da un’altra pratica' }],
  ['error.raised', { message: 'manca la firma' }, 'office', { title: 'Interrotto da un errore: manca la firma' }],
  ['error.raised', {}, 'office', { title: 'Interrotto da un errore' }],
  [
    'term.started',
    { main: true, days: 30, deadlineOn: '2026-04-01', ground: 'L. 1' },
    'applicant',
    { title: 'Il termine di 30 giorni è iniziato', text: 'Scade il 1° aprile 2026.', ground: 'L. 1' },
  ],
  [
    'term.started',
    { main: false, label: 'Riesame', days: 20, deadlineOn: null, ground: 'L. 1' },
    'applicant',
    { title: 'Il termine «Riesame» di 20 giorni è iniziato', ground: 'L. 1' },
  ],
  [
    'term.resumed',
    { main: true, deadlineOn: null, ground: 'L. 1' },
    'applicant',
    { title: 'Il termine ha ripreso a decorrere', ground: 'L. 1' },
  ],
  [
    'term.length-changed',
    {
      ...{ main: true, act: 'extend', daysBefore: 120, days: 150, deadlineOn: '2026-07-30' },
      ...{ reason: 'Servono altri pareri.', ground: 'L.R. 32/1993, art. 18' },
    },
    'applicant',
    {
      title: 'Il termine è prorogato',
      text: 'Da 120 a 150 giorni. Ora scade il 30 luglio 2026. Perché: Servono altri pareri.',
      ground: 'L.R. 32/1993, art. 18',
    },
  ],
  [
    'term.length-changed',
    { main: true, act: 'set', daysBefore: 2, days: 1, unit: 'months', deadlineOn: null, ground: 'L. 1' },
    'office',
    { title: 'Il termine ha cambiato durata', text: 'Da 2 a 1 mese.', ground: 'L. 1' },
  ],
  [
    'term.ended',
    { main: false, label: 'Riesame', deadlineOn: '2026-04-01', ground: 'L. 1' },
    'office',
    { title: 'Il termine «Riesame» è concluso', text: 'Non si contano altri giorni.', ground: 'L. 1' },
  ],
];

describe('a sentence of the record', () => {
  it.each(cases)('%s %o reads rightly for %s', (...[type, facts, reader, expected]) => {
    expect(say(type, facts, reader)).toEqual(expected);
  });

  it('is never without words, and no two events read alike', () => {
    const facts = { count: 1, audience: 'urp/clerk', by: 'office', to: 'office:x', main: true };
    const read = types.map((type) => say(type, facts, 'office')?.title ?? '');
    expect(read.filter((title) => !/^\p{Lu}.{4,}[\p{L}\p{N}»:]\s*$/u.test(title))).toEqual([]);
    expect(new Set(read).size).toBe(types.length);
  });

  it('tells the applicant only what concerns everyone', () => {
    for (const type of types.filter((each) => !isShared(each)))
      expect(say(type, {}, 'applicant'), type).toBeUndefined();
  });

  it('names whoever the system follows', () => {
    const system = { type: 'system', id: 'worker', name: 'Sistema' } as const;
    expect(actorInWords(system, 'it')).toBe('Sistema');
    const following = { type: 'person', id: 'paola', name: 'Paola Conti' } as const;
    expect(actorInWords({ ...system, following }, 'it')).toBe('Sistema, in seguito a Paola Conti');
    expect(actorInWords({ ...system, following }, 'en')).toBe('Sistema, following Paola Conti');
  });
});
