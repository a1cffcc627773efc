import type { DialectWords, SharedWords } from './extension-words.ts';
import { partyWords } from '../standing.ts';

const condition = { label: 'Solo se', hint: 'Una condizione; senza, vale sempre.' } as const;
const ground = { label: 'Articolo di legge', hint: 'Oppure un’espressione che lo dà.' } as const;
const parties = partyWords.it;
const maxDays = { label: 'Al massimo per giorni', hint: 'Quanti giorni una sospensione può aggiungere.' } as const;
const passes = { entered: 'Quando si arriva all’elemento', left: 'Quando lo si lascia' } as const;

/** What extensions and their attributes are called in Italian. */
export const italianExtensions = {
  term: {
    label: 'Termine di legge',
    hint: 'Un termine del procedimento, con la sua durata e l’articolo che lo fissa.',
    attributes: {
      id: { label: 'Nome', hint: 'Con questo nome lo citano gli orologi e le scadenze.' },
      label: { label: 'Come si chiama per chi legge' },
      days: { label: 'Durata', hint: 'Un numero, oppure un’espressione sui parametri.' },
      unit: {
        label: 'In che cosa si conta',
        hint: 'Senza, in giorni di calendario.',
        choices: {
          days: 'Giorni',
          'working-days': 'Giorni lavorativi, dal lunedì al venerdì',
          'eu-days': 'Giorni del diritto dell’Unione (reg. 1182/71)',
          months: 'Mesi',
          years: 'Anni',
        },
      },
      from: {
        label: 'Da quale giorno',
        hint: 'Una data della pratica, come quella di una riunione. Senza, dal giorno in cui comincia.',
      },
      after: { label: 'Dopo il termine', hint: 'Comincia quando quello è finito o è passato.' },
      expiry: {
        label: 'Che cosa vuol dire quando passa',
        choices: {
          consent: 'Silenzio assenso: vale come un sì',
          refusal: 'Silenzio diniego: vale come un no',
          default: 'Ritardo: resta l’obbligo di rispondere',
          'goes-on': 'Si va avanti senza',
        },
      },
      unless: { label: 'Tranne se', hint: 'Dove il silenzio non vale come un sì: paesaggio, ambiente, salute …' },
      ground: {
        label: 'Articolo di legge',
        hint: 'Oppure un’espressione che lo dà, dove dipende da che cosa si chiede.',
      },
      main: { label: 'È il termine del procedimento' },
      remedy: { label: 'Come si usa il rimedio', hint: 'Solo per il tempo che serve a usare un rimedio.' },
      when: { label: 'Solo se', hint: 'Solo per un rimedio: quando lo si può usare. Senza, si può sempre.' },
    },
  },
  parties: {
    label: 'Controinteressati',
    hint: 'Chi diventa parte della pratica quando l’attività è finita.',
    attributes: {
      from: {
        label: 'Elenco delle persone',
        hint: 'Un’espressione che dà un elenco di { nome, cognome, codiceFiscale, email }.',
      },
    },
  },
  clock: {
    label: 'Orologio',
    hint: 'Che cosa succede a un termine quando si arriva a questo elemento o lo si lascia.',
    attributes: {
      term: { label: 'Termine' },
      act: {
        label: 'Che cosa fa',
        choices: {
          start: 'Comincia',
          suspend: 'È sospeso',
          resume: 'Riprende',
          interrupt: 'È interrotto',
          restart: 'Ricomincia da capo',
          extend: 'È prorogato',
          shorten: 'È abbreviato',
          set: 'Cambia durata',
          end: 'Finisce',
        },
      },
      on: { label: 'Quando', choices: passes },
      ground,
      when: condition,
      maxDays,
      by: { label: 'Di quanto', hint: 'Per una proroga o un’abbreviazione, nell’unità del termine.' },
      to: { label: 'La nuova durata', hint: 'Per intero, invece di «di quanto».' },
      once: {
        label: 'Una volta sola',
        hint: 'Un’altra sospensione o proroga dello stesso termine è rifiutata.',
      },
      reason: { label: 'Perché', hint: 'Dove sta il motivo: una proroga ne ha sempre uno.' },
    },
  },
  hold: {
    label: 'Fermo di un termine',
    hint: 'Il termine sta fermo finché la pratica è qui, e poi riprende da sé.',
    attributes: {
      term: { label: 'Termine' },
      effect: {
        label: 'Che cosa fa',
        choices: {
          suspend: 'Lo sospende: i giorni contati restano',
          interrupt: 'Lo interrompe: poi ricomincia da capo',
        },
      },
      ground,
      maxDays,
      once: { label: 'Una volta sola', hint: 'Un’altra sospensione dello stesso termine è rifiutata.' },
      resumesAfter: {
        label: 'Riprende dopo giorni',
        hint: 'Contati da quando la pratica va avanti: dieci dopo le osservazioni al preavviso di rigetto.',
      },
      within: {
        label: 'Mentre corre il termine',
        hint: 'Se passa senza risposta, quello fermo riprende dal suo ultimo giorno.',
      },
      when: condition,
    },
  },
  lends: {
    label: 'Termine prestato',
    hint: 'Quale termine la parte può fermare, quando lo chiama con un altro nome.',
    attributes: { term: { label: 'Termine di questo procedimento' }, as: { label: 'Nome nella parte' } },
  },
  deadline: {
    label: 'Scadenza di un termine',
    hint: 'L’evento scatta quando il termine è passato, anche se delle sospensioni lo hanno spostato.',
    attributes: {
      term: { label: 'Termine' },
      before: {
        label: 'Giorni prima',
        hint: 'Per un promemoria: scatta tanti giorni prima della fine, e si sposta con il termine.',
      },
      when: condition,
    },
  },
  milestone: {
    label: 'Tappa',
    hint: 'Che cosa vede della pratica, finché è qui, chi l’ha presentata.',
    attributes: { code: { label: 'Tappa' }, label: { label: 'Detta con altre parole' } },
  },
  outcome: {
    label: 'Esito',
    hint: 'Come è decisa la pratica quando si arriva a questo elemento.',
    attributes: {
      code: { label: 'Esito' },
      ground: {
        label: 'Articolo di legge',
        hint: 'Per il quale il termine finisce; senza, è il dovere di concludere con un provvedimento.',
      },
    },
  },
  notice: {
    label: 'Comunicazione',
    hint: 'Quale testo parte, e per chi.',
    attributes: {
      template: { label: 'Testo' },
      to: { label: 'A chi', choices: parties },
      on: {
        label: 'Quando',
        hint: 'Senza, parte quando un’attività è finita e quando un evento accade.',
        choices: passes,
      },
      when: condition,
      pending: {
        label: 'Solo a chi ha qualcosa da fare',
        hint: 'Va solo alle parti che hanno un’attività aperta nello stesso diagramma: per un promemoria, o per un’attività che spetta solo ad alcune.',
      },
      remedies: { label: 'Da qui si contano i giorni per i rimedi' },
    },
  },
  document: {
    label: 'Documento',
    hint: 'Quale testo si redige, e che documento diventa.',
    attributes: {
      template: { label: 'Testo' },
      kind: { label: 'Che cos’è', choices: { 'final-act': 'Provvedimento finale', letter: 'Lettera' } },
      title: { label: 'Titolo' },
    },
  },
  operation: {
    label: 'Servizio esterno',
    hint: 'Quale operazione si chiede, e a quale servizio. Il file OpenAPI del servizio sta in apis.',
    attributes: {
      api: { label: 'Servizio', hint: 'Il nome del file in apis, senza la fine.' },
      name: { label: 'Operazione', hint: 'Il suo operationId nel file del servizio.' },
    },
  },
  personalAct: {
    label: 'Atto di una persona',
    hint: 'Che cosa una persona può fare dalla propria area mentre la pratica aspetta qui.',
    attributes: {
      by: { label: 'Chi', choices: parties },
      label: { label: 'Che cosa dice il pulsante' },
      form: { label: 'Modulo', hint: 'Senza, basta una conferma.' },
      description: { label: 'Spiegazione' },
      when: condition,
    },
  },
  each: {
    label: 'Un’attività per ciascuno',
    hint: 'Per chi è, o che cosa riguarda, ciascuna delle attività che si aprono insieme.',
    attributes: {
      person: {
        label: 'Per chi',
        hint: 'Un’espressione che dà { nome, cognome, codiceFiscale, email }: la vede e la svolge solo quella persona.',
      },
      about: {
        label: 'Che cosa riguarda',
        hint: 'Un’espressione che dà un testo; senza, il nome della persona.',
      },
    },
  },
  gathered: {
    label: 'Risposte raccolte',
    hint: 'L’attività è svolta da più persone: in quale elenco va ciò che ciascuna risponde.',
    attributes: {
      into: { label: 'Elenco', hint: 'Il nome della variabile.' },
      in: { label: 'Elenco tenuto dal diagramma', hint: 'Solo nelle versioni di prima.' },
    },
  },
  correction: {
    label: 'Correzione di ciò che è stato presentato',
    hint: 'Il modulo è quello già presentato, e torna a chi lo ha presentato: si riapre solo ciò che va corretto.',
    attributes: {
      of: {
        label: 'Che cosa si corregge',
        hint: 'Un’espressione che dà il numero di ciò che è stato presentato.',
      },
      fields: {
        label: 'Campi da correggere',
        hint: 'Un’espressione che dà un elenco di { field, remark }: il nome del campo e che cosa non va.',
      },
      into: {
        label: 'Elenco dei campi cambiati',
        hint: 'Il nome della variabile in cui vanno i nomi dei campi che hanno cambiato risposta.',
      },
    },
  },
  role: {
    label: 'Ruolo',
    hint: 'Chi svolge le attività delle persone che stanno in questa corsia.',
    attributes: {
      role: { label: 'Ruolo', hint: 'Uno dei ruoli della scheda, o una parte della pratica.' },
    },
  },
} as const satisfies DialectWords;

/** What is said of attributes whatever they are called, in Italian. */
export const italianShared: SharedWords = {
  others: {
    expression: { label: 'Lo dà un’espressione', asks: 'Espressione' },
    office: { label: 'Un ufficio', asks: 'Codice dell’ufficio' },
  },
  absent: (name) => `${name} (non c’è)`,
};
