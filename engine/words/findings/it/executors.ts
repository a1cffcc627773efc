import type { ExecutorFindings, UntriedType } from '../../../findings/executors.ts';
import type { FindingSentences } from '../finding-words.ts';

const untried = 'non è tra ciò che vi è stato provato';

const types: Readonly<Record<UntriedType, string>> = {
  'bpmn:ComplexGateway': 'un gateway complesso',
  'bpmn:Transaction': 'una transazione',
  'bpmn:AdHocSubProcess': 'un sottoprocesso ad hoc',
  'bpmn:CallActivity': 'la chiamata di un altro processo',
};

const beginnings: Readonly<Record<ExecutorFindings['portability.beginning']['because'], string>> = {
  instantiates: 'apre il processo, e lì lo apre soltanto un inizio semplice',
  event: 'comincia da un evento, e lì si comincia soltanto da un inizio semplice',
  'no-flow': 'nessun flusso vi entra, e lì comincerebbe insieme al processo',
};

const refused =
  <Params extends { readonly elementId: string }>(why: (params: Params) => string) =>
  (params: Params): string =>
    `L’elemento ${params.elementId} non è portabile su bpmn-engine: ${why(params)}.`;

/** What keeps a process from bpmn-engine, in Italian. */
export const italianExecutors: FindingSentences<ExecutorFindings> = {
  'portability.automatic-loop': ({ elementId: id }) =>
    `Da ${id} si può tornare a ${id} senza mai aspettare: su bpmn-engine molti giri di seguito traboccano.`,
  'portability.beginning': refused(({ because }) => beginnings[because]),
  'portability.choice-before-join': refused(
    ({ choice }) =>
      `aspetta un ramo in cui ${choice} sceglie, e lì ciò che è scartato vale come arrivato; si può chiudere il ramo in un sottoprocesso`,
  ),
  'portability.compensation': refused(() => 'compensa, e lì chi compensa non è atteso'),
  'portability.default-flow': refused(
    () => 'ha un flusso predefinito accanto a uno senza condizione, e lì il primo si perde',
  ),
  'portability.element-type': refused(({ type }) => `è ${types[type]}, che ${untried}`),
  'portability.error-not-caught': refused(
    () => 'solleva un errore che nessuno cattura, e lì il processo non finirebbe in errore',
  ),
  'portability.event': refused(({ type }) => `è un evento «${type}», che ${untried}`),
  'portability.event-gateway': refused(() => `aspetta tutti i suoi eventi, cosa che ${untried}`),
  'portability.event-sub-process': refused(
    () => 'è un sottoprocesso evento, che lì non parte né da un messaggio né da un timer',
  ),
  'portability.inclusive-join': refused(() => 'riunisce flussi inclusivi, che lì non si aspettano l’un l’altro'),
  'portability.join-in-loop': refused(
    () =>
      'riunisce rami dentro un ciclo, e lì vi arriva anche ciò che il ciclo ha scartato; si possono chiudere i rami in un sottoprocesso',
  ),
  'portability.long-chain': refused(
    ({ elements }) => `dopo di esso si passa da oltre ${elements} elementi senza mai aspettare, e lì lo stack trabocca`,
  ),
  'portability.long-timer': ({ elementId }) =>
    `Il timer ${elementId} dura più di 24,8 giorni: l’orologio di bpmn-engine non lo farebbe scattare, quello di Iter sì.`,
  'portability.own-message': refused(
    ({ message }) => `manda il messaggio «${message}», che lì arriverebbe anche a questa stessa pratica`,
  ),
  'portability.quantity': refused(() => `conta i token (startQuantity, completionQuantity), cosa che ${untried}`),
  'portability.repetition': refused(() => `è una ripetizione, che ${untried}`),
  'portability.second-token': refused(
    ({ fork }) => `vi possono arrivare più token insieme da ${fork}, e lì vi sta un token alla volta`,
  ),
  'portability.sent-event': refused(() => `manda un messaggio con un lavoro esterno, cosa che ${untried}`),
  'portability.side-event': refused(() => 'non interrompe e può accadere più volte, ma lì soltanto una'),
  'portability.timer-cycle': refused(() => `è un timer ciclico, che ${untried}`),
  'portability.twin-flow': refused(() => 'unisce due elementi già uniti da un altro flusso, e lì vale uno solo'),
  'portability.unreadable': ({ reason }) => `Il motore bpmn-engine non riesce a leggere il diagramma: ${reason}.`,
};
