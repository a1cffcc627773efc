import { dayInWords } from '../../../core/calendar.ts';
import type { BodyFromDay, ComparedAspect, Moment, PublishFindings } from '../../../findings/publish.ts';
import type { FindingSentences } from '../finding-words.ts';
import { italianFailure } from './scenario-failure.ts';

const aspects: Readonly<Record<ComparedAspect, string>> = {
  asked: 'per ciò che si chiede al processo',
  problem: 'per ciò che impedisce di andare avanti',
  trail: 'per gli elementi attraversati',
  waits: 'per ciò che si aspetta',
  variables: 'per le variabili',
  emitted: 'per ciò che si manda ad altri',
  ending: 'per come finisce',
};

function momentOf(after: Moment | undefined): string {
  if (after === undefined) return 'all’inizio';
  if (after.elementId !== undefined) return `dopo ${after.elementId}`;
  return after.message === undefined ? `dopo un evento «${after.type}»` : `dopo il messaggio «${after.message}»`;
}

const naming: Readonly<Record<PublishFindings['office.unknown']['namedBy'], (name: string) => string>> = {
  task: (name) => `L’attività ${name} è per l’ufficio`,
  role: (name) => `Il ruolo «${name}» della scheda è svolto dall’ufficio`,
  notice: (name) => `La comunicazione ${name} è per l’ufficio`,
  card: () => 'La scheda dà la competenza all’ufficio',
};

const placed = (file: string, place: string): string => (place === '' ? file : `${file}, ${place}`);

const MOST = 5;

function listed(bodies: readonly BodyFromDay[]): string {
  const told = bodies.slice(0, MOST).map(({ ipaCode, on }) => `${ipaCode} (dal ${dayInWords(on)})`);
  const more = bodies.length - told.length;
  return `${told.join(', ')}${more === 0 ? '' : ` e altri ${more}`}`;
}

/** What is found when a procedure is published, in Italian. */
export const italianPublish: FindingSentences<PublishFindings> = {
  'api.invalid': ({ file, place, reason }) =>
    `Il documento ${file} non è OpenAPI valido${place === undefined ? '' : ` in ${place}`}: ${reason}.`,
  'check.not-ended': () =>
    'Il controllo non è arrivato alla fine: ci voleva troppo tempo o troppa memoria. Di solito un’espressione ripete un calcolo senza fine, oppure il diagramma è troppo grande.',
  'body-value.missing': ({ place, bodies }) => `${place} lo deve dare ogni ente, e manca in: ${listed(bodies)}.`,
  'body-value.twice': ({ place, bodies }) => `${place} ha due valori per lo stesso giorno in: ${listed(bodies)}.`,
  'competence.place': ({ place }) =>
    `competence.from.place è «${place}»: nel modulo iniziale serve lì un campo comune, particella catastale o indirizzo.`,
  'figure.typed': ({ file, place, written, names }) =>
    `In ${placed(file, place)} «${written}» è scritto a mano, e la cifra sta già in ${names.join(', ')}: con {{ parameters.… }} resta una sola.`,
  'placeholder.open-block': ({ file, place, mark }) =>
    `In ${placed(file, place)} il segno «${mark}» non è aperto o non è chiuso.`,
  'placeholder.unknown': ({ file, place, name }) =>
    `In ${placed(file, place)} il segnaposto usa «${name}», che lì non si conosce.`,
  'office.unknown': ({ office, namedBy, name }) =>
    `${naming[namedBy](name)} «${office}», che nessun ente di questa installazione ha.`,
  'portability.companion': ({ elementId, callers }) => {
    const how = callers.length === 0 ? 'parte per un evento suo' : `è chiamato da ${callers.join(', ')}`;
    return `Il processo ${elementId} non è portabile su bpmn-engine: ${how}, e lì il procedimento ha un processo solo.`;
  },
  'portability.scenario-differs': ({ elementId, scenario, after, aspect, onKernel, onBpmnEngine }) => {
    const what =
      elementId === '' ? 'Su bpmn-engine va diversamente' : `L’elemento ${elementId} non è portabile su bpmn-engine`;
    const where = `nello scenario ${scenario}, ${momentOf(after)}, ${aspects[aspect]}`;
    return `${what}: ${where} il kernel ha «${onKernel}», bpmn-engine «${onBpmnEngine}».`;
  },
  'portability.scenario-failed': ({ file, failure }) => `${file}: ${italianFailure(failure)}`,
  'portability.scenario-surprise': ({ file, failure }) => `${file}, su bpmn-engine: ${italianFailure(failure)}`,
  'portability.scenarios-missing': () =>
    'Il procedimento non ha scenari: niente prova che su bpmn-engine si comporti nello stesso modo.',
  'role.unplayed': ({ role }) =>
    `Il ruolo «${role}» non ha un ufficio nella scheda, e nessun ente l’ha assegnato a un ufficio.`,
  'start.body-unknown': (told) =>
    'body' in told
      ? `Il procedimento comincia d’ufficio per l’ente «${told.body}», che non è tra gli enti di questa installazione.`
      : `L’inizio ${told.elementId} apre pratiche senza una domanda, ma non si sa per quale ente: in service.json serve competence.bodies, oppure in parameters.json il parametro ${told.key}.`,
  'start.office-unknown': (told) =>
    'body' in told
      ? `Il procedimento comincia d’ufficio per l’ente «${told.body}», che non ha l’ufficio «${told.office}» di competence.officeCode.`
      : `Il procedimento apre pratiche senza una domanda, ma competence.officeCode usa ${told.names.join(', ')}, che soltanto una domanda valorizza: serve il codice di un ufficio, o un’espressione sui parametri.`,
};
