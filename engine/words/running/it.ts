import type { DecidedPlace, Wanted } from '../../findings/running-failure.ts';
import type { RunningWords } from './running-words.ts';

const wantedWords: Readonly<Record<Wanted, string>> = {
  truth: 'vero o falso',
  text: 'un testo',
  texts: 'un testo o una lista di testi',
  instant: 'una data o un istante ISO 8601',
  duration: 'una durata ISO 8601',
  cycle: 'un ciclo ISO 8601 o cron',
  count: 'un numero intero non negativo',
  list: 'una lista',
};

const notCalled = (signature: string): string => `la funzione (${signature}) non si può chiamare`;

function whose(decisionId: string, place: DecidedPlace): string {
  if (place.type === 'result') return `La decisione ${decisionId}`;
  if (place.type === 'expression') return `Nella decisione ${decisionId} un’espressione`;
  const called = { entry: '', datum: 'il dato ', input: 'l’ingresso ', output: 'l’uscita ' }[place.type];
  return `Nella decisione ${decisionId} ${called}«${place.name}»`;
}

const notFound = { element: 'L’elemento', scope: 'L’ambito', token: 'Il token' } as const;

/** What stops an execution, in Italian. */
export const italianRunning: RunningWords = {
  feel: {
    'argument-missing': ({ signature, name }) => `${notCalled(signature)}: manca l’argomento «${name}»`,
    'argument-type': ({ signature, name }) => `${notCalled(signature)}: l’argomento «${name}» non è del tipo giusto`,
    'arguments-count': ({ signature, wanted, given }) =>
      `${notCalled(signature)}: vuole ${wanted} argomenti, non ${given}`,
    'not-comparable': ({ one, other, operator }) =>
      `${one} e ${other} non si possono confrontare${operator === undefined ? '' : ` con «${operator}»`}`,
    'condition-type': ({ found }) => `la condizione di «if» deve essere vera o falsa, non ${found}`,
    'filter-type': ({ found }) => `un filtro deve dare vero o falso, non ${found}`,
    'truth-type': ({ found }) => `serve vero o falso, non ${found}`,
    'function-foreign': () => 'una funzione scritta in un altro linguaggio non si può eseguire',
    'function-unknown': ({ name }) => `la funzione «${name}» non esiste`,
    'key-twice': ({ name }) => `la chiave «${name}» compare due volte nel contesto`,
    'literal-unreadable': ({ text }) => `@"${text}" non è una data, un’ora o una durata`,
    'member-unknown': ({ type, name }) => `${type} non ha «${name}»`,
    'no-count': ({ from, to }) => `non si può contare da ${from} a ${to}`,
    'no-expression': ({ text }) => `«${text}» non è un’espressione`,
    'no-range': ({ from, to }) => `un intervallo non può andare da ${from} a ${to}`,
    'no-open-range': ({ operator, end }) => `«${operator} ${end}» non è un intervallo`,
    'no-result': ({ call }) => `«${call}» non si può calcolare`,
    'not-callable': () => 'quello che si chiama non è una funzione',
    'not-kept': ({ type }) =>
      `${type === 'function' ? 'una funzione' : 'un intervallo'} non è un valore che si possa conservare`,
    'not-a-number': ({ value }) => `${value} non è un numero`,
    'operation-undefined': ({ sign, one, other }) =>
      `l’operazione «${sign}» non è definita ${other === undefined ? `per ${one}` : `fra ${one} e ${other}`}`,
    'too-much': () => 'il calcolo non finisce o è troppo grande',
    'type-unknown': ({ name }) => `il tipo «${name}» non esiste`,
    unreadable: ({ expression, position }) => `«${expression}» non è FEEL valido alla posizione ${position}`,
    'variable-unknown': ({ name }) => `la variabile «${name}» non esiste`,
  },
  decision: {
    'decision.circular': ({ decisionId }) => `La decisione ${decisionId} dipende da sé stessa.`,
    'decision.different-hits': ({ decisionId }) =>
      `Nella decisione ${decisionId} le regole che valgono danno risultati diversi: con ANY devono coincidere.`,
    'decision.not-numbers': ({ decisionId, aggregation }) =>
      `La decisione ${decisionId} non può applicare ${aggregation} ai valori trovati: servono numeri.`,
    'decision.several-hits': ({ decisionId, rules }) =>
      `Nella decisione ${decisionId} valgono insieme le regole ${rules.join(', ')}: con UNIQUE ne è ammessa una sola.`,
    'decision.unknown': ({ decisionId }) => `La decisione ${decisionId} non esiste.`,
    'decision.value-not-allowed': ({ decisionId, input, value, allowed }) =>
      `La decisione ${decisionId} non ammette ${value} per «${input}»: ammette ${allowed}.`,
    'decision.wrong-type': ({ decisionId, of, value, type }) =>
      `${whose(decisionId, of)} vale ${value}: serve un valore di tipo ${type}.`,
    'feel.evaluation-failed': ({ decisionId, expression, reason }) =>
      expression === undefined
        ? `La decisione ${decisionId} non si può calcolare: ${reason}.`
        : `L’espressione «${expression}» della decisione ${decisionId} non si può calcolare: ${reason}.`,
  },
  running: {
    'decision.failed': ({ elementId, reason }) => `Attività ${elementId}: ${reason}`,
    'engine.failed': ({ reason }) => `Il motore bpmn-engine non prosegue: ${reason}.`,
    'error.not-caught': ({ elementId, error, message }) =>
      `Nessun evento di errore cattura «${error}» sollevato da ${elementId}: ${message}.`,
    'feel.evaluation-failed': ({ elementId, expression, reason }) =>
      `L’espressione «${expression}» di ${elementId} non si può calcolare: ${reason}.`,
    'feel.not-boolean': ({ elementId, expression, value, wanted }) =>
      `L’espressione «${expression}» di ${elementId} dà ${value}: serve ${wantedWords[wanted]}.`,
    'feel.wrong-type': ({ elementId, expression, value, wanted }) =>
      `L’espressione «${expression}» di ${elementId} dà ${value}: serve ${wantedWords[wanted]}.`,
    'gateway.no-flow': ({ elementId }) =>
      `Da ${elementId} non si può proseguire: nessuna condizione è vera e manca un flusso predefinito.`,
    'message.not-expected': ({ message, key }) =>
      `Nessun elemento aspetta il messaggio «${message}»${key === undefined ? '' : ` con chiave «${key}»`}.`,
    'start.unknown': ({ elementId, process }) => `Il processo ${process} non può cominciare da «${elementId}».`,
    'state.foreign': ({ part, id = '' }) =>
      part === undefined
        ? 'Lo stato dell’esecuzione non proviene da questo esecutore.'
        : `${notFound[part]} ${id} non esiste in questo diagramma o in questa istanza.`,
    'step.endless': ({ elementId }) =>
      `L’esecuzione passa da troppi elementi senza mai aspettare${elementId === undefined ? '' : `, l’ultimo è ${elementId}`}.`,
    'step.stuck': ({ elementId }) =>
      `L’esecuzione resta ferma in ${elementId}: aspetta un flusso dal quale non arriverà più nulla.`,
    'wait.not-open': ({ waitId }) => `L’attesa ${waitId} non è aperta.`,
    'wait.wrong-trigger': ({ elementId, waitId, type, wanted }) =>
      `L’attesa ${waitId} di ${elementId} è di tipo «${type}»: serviva ${wanted.join(' o ')}.`,
  },
};
