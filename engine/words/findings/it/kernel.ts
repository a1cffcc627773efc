import type { KernelFindings } from '../../../findings/kernel.ts';
import type { FindingSentences } from '../finding-words.ts';

const atLine = (line: number | undefined): string => (line === undefined ? '' : ` alla riga ${line}`);

const times: Readonly<Record<KernelFindings['timer.time-wrong']['kind'], string>> = {
  date: 'una data ISO 8601',
  duration: 'una durata ISO 8601 (per esempio P30D)',
  cycle: 'un ciclo ISO 8601 (per esempio R3/PT10H) o cron',
};

/** What keeps a process from being run, in Italian. */
export const italianKernel: FindingSentences<KernelFindings> = {
  'boundary.error-must-interrupt': ({ elementId }) => `L’evento di errore ${elementId} deve interrompere.`,
  'boundary.host-missing': ({ elementId }) =>
    `L’evento ${elementId} non è collocato sul bordo di alcuna attività (attachedToRef).`,
  'boundary.host-wrong': ({ elementId, host }) =>
    `L’evento ${elementId} sta sul bordo di ${host}, che non è un’attività dello stesso livello.`,
  'bpmn.content': ({ reason, line }) => `Il diagramma contiene qualcosa che non è BPMN${atLine(line)}: ${reason}.`,
  'bpmn.duplicate-id': ({ elementId, line }) => `L’identificativo ${elementId} compare più volte${atLine(line)}.`,
  'bpmn.encoding': ({ reason }) => `Il diagramma è in una codifica che potrebbe perdere accenti: ${reason}.`,
  'bpmn.not-executable': ({ elementId, type }) => `L’elemento ${elementId} (${type}) non è ancora eseguibile.`,
  'bpmn.parse': ({ reason, line }) => `Il diagramma non è leggibile come BPMN${atLine(line)}: ${reason}.`,
  'bpmn.reference-missing': ({ elementId, reference }) =>
    `L’elemento ${elementId} rimanda a ${reference}, che nel diagramma non esiste.`,
  'call.binding-unknown': ({ elementId, type }) =>
    `L’attività ${elementId} ha bindingType «${type}»: serve latest, deployment o versionTag.`,
  'call.process-missing': ({ elementId, process }) =>
    process === undefined
      ? `L’attività ${elementId} richiama un processo, ma non dice quale (calledElement).`
      : `L’attività ${elementId} richiama il processo ${process} di questo stesso diagramma (bindingType="deployment"), che però non c’è o non è eseguibile.`,
  'call.version-tag-missing': ({ elementId }) =>
    `L’attività ${elementId} richiama una versione per etichetta (bindingType="versionTag"), ma non dice quale: manca versionTag.`,
  'condition.missing': ({ elementId }) => `L’evento ${elementId} aspetta una condizione, ma non dice quale.`,
  'decision.unknown': ({ elementId, decision }) =>
    `L’attività ${elementId} applica la decisione ${decision}, che in nessun file DMN esiste.`,
  'element.id-missing': ({ type }) => `Un elemento di tipo ${type} non ha identificativo.`,
  'element.part-twice': ({ elementId, part }) =>
    `L’elemento ${elementId} ha più di una parte «${part}»: ne è prevista una sola.`,
  'event.definition-wrong': ({ elementId, type }) => `L’evento ${elementId} non può essere di tipo «${type}».`,
  'flow.condition-missing': ({ elementId, source }) => `Il flusso ${elementId} esce da ${source} senza condizione.`,
  'flow.crosses-border': ({ elementId, source, target }) =>
    `Il flusso ${elementId} attraversa il confine di un sottoprocesso, da ${source} a ${target}.`,
  'flow.default-conditional': ({ elementId }) =>
    `Il flusso ${elementId} è predefinito: la sua condizione non viene mai esaminata.`,
  'flow.default-foreign': ({ elementId, flow }) => `Il flusso predefinito ${flow} non esce dall’elemento ${elementId}.`,
  'flow.incoming-forbidden': ({ elementId }) => `Nell’evento ${elementId} non può entrare alcun flusso.`,
  'flow.incoming-missing': ({ elementId }) => `L’elemento ${elementId} non è raggiungibile: nessun flusso vi entra.`,
  'flow.outgoing-forbidden': ({ elementId }) => `Dall’evento finale ${elementId} non può uscire alcun flusso.`,
  'flow.source-missing': ({ elementId }) => `Il flusso ${elementId} non parte da alcun elemento.`,
  'flow.target-missing': ({ elementId }) => `Il flusso ${elementId} non arriva ad alcun elemento.`,
  'gateway.event-expected': ({ elementId, gateway }) =>
    `A ${gateway} può seguire soltanto un evento intermedio o un’attività di ricezione, non ${elementId}.`,
  'gateway.events-missing': ({ elementId }) => `Al gateway ${elementId} non segue alcun evento.`,
  'loop.count-missing': ({ elementId }) =>
    `L’attività ripetuta ${elementId} non dice quante volte: serve un numero (loopCardinality) o un elenco.`,
  'mapping.ignored': ({ elementId, target }) =>
    `L’elemento ${elementId} non esegue l’assegnazione a «${target}»: qui non ha effetto.`,
  'message.missing': ({ elementId, by }) =>
    `${by === 'event' ? 'L’evento' : 'L’attività'} ${elementId} aspetta un messaggio, ma non dice quale (messageRef).`,
  'process.missing': ({ process }) =>
    `Nel diagramma non c’è niente da eseguire: ${process === undefined ? 'nessun processo eseguibile (isExecutable="true")' : `il processo ${process} manca`}.`,
  'process.not-executable': ({ elementId }) =>
    `Il processo ${elementId} non è segnato come eseguibile: per pubblicarlo serve isExecutable="true".`,
  'script.format': ({ elementId, format }) =>
    `Lo script di ${elementId} è scritto in ${format}: si esegue soltanto FEEL.`,
  'script.missing': ({ elementId }) => `L’attività ${elementId} non contiene alcuno script.`,
  'signal.missing': ({ elementId }) => `L’evento ${elementId} non dice di quale segnale si tratta (signalRef).`,
  'start.several': ({ block }) =>
    `${block === undefined ? 'Il processo' : `Il sottoprocesso ${block}`} ha più di un evento iniziale semplice: ne serve uno.`,
  'task.decision-missing': ({ elementId }) =>
    `L’attività ${elementId} non dice quale decisione applicare: manca zeebe:calledDecision.`,
  'task.job-missing': ({ elementId }) =>
    `L’attività ${elementId} non dice quale lavoro svolgere: manca zeebe:taskDefinition con il tipo.`,
  'timer.time-missing': ({ elementId }) =>
    `Il timer ${elementId} non dice quando scatta: serve una data, una durata o un ciclo.`,
  'timer.time-wrong': ({ elementId, kind, expression }) =>
    `Il timer ${elementId} dice «${expression}»: serve ${times[kind]} o FEEL con «=».`,
};
