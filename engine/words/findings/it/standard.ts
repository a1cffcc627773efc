import type { StandardFindings } from '../../../findings/standard.ts';
import type { FindingSentences } from '../finding-words.ts';

/** What breaks a rule of the standard, in Italian. */
export const italianStandard: FindingSentences<StandardFindings> = {
  'activity.quantity-wrong': ({ element }) =>
    `L’attività ${element} deve ricevere e dare almeno un token (startQuantity, completionQuantity).`,
  'ad-hoc.content-wrong': ({ block, element }) =>
    `Nel sottoprocesso ad hoc ${block} non può stare l’evento ${element}, iniziale o finale.`,
  'ad-hoc.empty': ({ element }) => `Il sottoprocesso ad hoc ${element} non contiene alcuna attività.`,
  'association.end-missing': ({ element }) =>
    `L’associazione ${element} deve unire due elementi (sourceRef, targetRef).`,
  'attribute.value-wrong': ({ holder, attribute, value, values }) =>
    `${holder} ha ${attribute}="${value}": può essere ${values.join(', ')}.`,
  'binding.data-wrong': ({ holder, operation }) =>
    `${holder} offre l’operazione ${operation} con dati di un altro tipo dei suoi messaggi.`,
  'boundary.cancel-wrong': ({ element, host }) =>
    `L’evento di annullamento ${element} può stare solo su una transazione, non su ${host}.`,
  'boundary.compensation-handler': ({ element }) =>
    `L’evento di compensazione ${element} va associato a una sola attività che compensa (isForCompensation).`,
  'boundary.compensation-in-flow': ({ element, flow }) =>
    `Dall’evento di compensazione ${element} non può uscire il flusso ${flow}: serve un’associazione.`,
  'boundary.compensation-twice': ({ host, first, element }) =>
    `L’attività ${host} ha già un evento di compensazione, ${first}: ${element} non verrebbe mai usato.`,
  'boundary.outgoing-missing': ({ element }) =>
    `Dall’evento ${element} sul bordo di un’attività deve uscire un flusso.`,
  'call.start-missing': ({ element, process }) =>
    `L’attività ${element} richiama ${process}, che non ha un evento iniziale semplice.`,
  'compensation.handler-alone': ({ element }) =>
    `L’attività ${element}, che compensa, va associata a un evento di compensazione sul bordo di un’altra.`,
  'compensation.handler-in-flow': ({ element, flow }) =>
    `L’attività ${element}, che compensa, non può stare in un flusso come ${flow}.`,
  'data.association-wrong': (told) =>
    told.because === 'unmapped'
      ? `L’associazione ${told.element} unisce più dati senza dire come.`
      : `L’associazione ${told.element} copia ${told.source} in ${told.target}, che è di un altro tipo.`,
  'data.collection-wrong': ({ element, item }) =>
    `${element} e la sua definizione ${item} devono essere entrambi un elenco, o nessuno dei due (isCollection).`,
  'data.reference-name': ({ element, name, object, state }) =>
    `Il riferimento ${element} si chiama «${name}»: il nome deve essere «${object} [${state}]».`,
  'data.set-missing': ({ data, holder }) =>
    `Il dato ${data} di ${holder} non è in alcun insieme (inputSet, outputSet).`,
  'data.set-wrong': ({ data }) => `Il dato ${data} è facoltativo o continuo in un insieme che non lo contiene.`,
  'end.missing': ({ element }) => `${element} ha un evento iniziale ma nessun evento finale.`,
  'error.code-missing': ({ element }) =>
    `L’evento ${element} segnala un errore senza dire quale: serve un codice (errorCode).`,
  'escalation.code-missing': ({ element }) =>
    `L’evento ${element} segnala una situazione senza dire quale: serve un codice (escalationCode).`,
  'event-sub-process.in-flow': ({ element, flow }) =>
    `Il sottoprocesso a evento ${element} non può stare in un flusso, ma ${flow} vi è legato.`,
  'event-sub-process.start-wrong': ({ element }) =>
    `Il sottoprocesso a evento ${element} deve avere un solo evento iniziale, che dica quale evento lo avvia.`,
  'event.cancel-nested': ({ element, transaction, block }) =>
    `L’evento ${element} annulla la transazione ${transaction} da dentro ${block}: deve stare nella transazione stessa.`,
  'event.cancel-outside-transaction': ({ element }) =>
    `L’evento ${element} annulla una transazione, ma non sta in alcuna.`,
  'event.data-wrong': ({ data, element }) =>
    `Il dato ${data} dell’evento ${element} è di un altro tipo di ciò che l’evento porta.`,
  'event.must-interrupt': ({ element, kinds }) =>
    `L’evento ${element} non può lasciar proseguire ciò che interrompe (${kinds.join(', ')}).`,
  'expression.language-wrong': ({ language, holder }) => `Il linguaggio «${language}» di ${holder} non è un URI.`,
  'expression.not-boolean': ({ condition, holder }) =>
    `La condizione «${condition}» di ${holder} non può essere né vera né falsa.`,
  'expression.not-formal': ({ property, holder }) =>
    `L’espressione ${property} di ${holder} non è formale (xsi:type="tFormalExpression").`,
  'flow.condition-alone': ({ element, source }) =>
    `Il flusso ${element} ha una condizione, ma da ${source} non c’è altro modo di proseguire.`,
  'flow.condition-forbidden': ({ element, source }) =>
    `Il flusso ${element} esce da ${source}, che non esamina condizioni.`,
  'flow.condition-ignored': ({ element, source }) =>
    `Il flusso ${element} esce da ${source}, che non esamina condizioni.`,
  'flow.end-wrong': ({ element, end }) =>
    `Il flusso ${element} è legato a ${end}, che non è un’attività, un evento o un gateway.`,
  'flow.listed-once': ({ end, element, other }) => `${end} non elenca il flusso ${element}, che ${other} elenca.`,
  'flow.not-immediate': ({ element }) =>
    `Il flusso ${element} di un processo eseguibile deve essere immediato (isImmediate).`,
  'flow.outgoing-missing': (told) =>
    told.because === 'intermediate'
      ? `Dall’evento intermedio ${told.element} deve uscire un flusso.`
      : `Dopo l’elemento ${told.element} il percorso si interrompe: nessun flusso porta a un evento finale.`,
  'flow.twice': ({ element, source, target, first }) =>
    `Il flusso ${element} unisce ${source} a ${target} come già ${first}: chi arriva riceve un token da ciascuno.`,
  'gateway.direction-wrong': ({ element, direction, enters, leaves }) =>
    `Il gateway ${element} si dice «${direction}», ma vi entrano ${enters} flussi e ne escono ${leaves}.`,
  'gateway.event-shared': ({ target, element }) =>
    `In ${target}, che segue il gateway ${element}, non possono entrare altri flussi.`,
  'gateway.events-few': ({ element }) => `Al gateway basato su eventi ${element} devono seguire almeno due eventi.`,
  'gateway.receivers-mixed': ({ element }) =>
    `Al gateway ${element} seguono sia attività di ricezione sia eventi di messaggio: serve un solo modo.`,
  'gateway.start-wrong': (told) =>
    told.because === 'entered'
      ? `Nel gateway ${told.element}, che avvia il processo, non può entrare alcun flusso.`
      : `Il gateway ${told.element} attende tutti gli eventi: può farlo solo se avvia il processo (instantiate).`,
  'gateway.ways-few': ({ element }) =>
    `Il gateway ${element} non unisce né divide: servono più flussi in ingresso o in uscita.`,
  'import.incomplete': (told) =>
    told.because === 'missing'
      ? `Un file importato (import) è indicato senza ${told.missing}.`
      : `Un file importato (import) è di tipo «${told.type}», che non è un URI.`,
  'import.unread': ({ location, unknownType }) =>
    `Il file importato «${location}»${unknownType === undefined ? '' : `, di un tipo non previsto («${unknownType}»)`} non viene letto: ciò che serve va messo in questo diagramma.`,
  'lane.node-twice': ({ node, element }) =>
    `${node} sta sia nella corsia ${element} sia in un’altra: può stare in una sola.`,
  'link.end-wrong': ({ link }) => `Le due parti del collegamento ${link} non si indicano a vicenda (source, target).`,
  'link.flow-wrong': (told) =>
    told.because === 'jumped'
      ? `Il collegamento ${told.element} salta: il flusso ${told.flow} non vi serve.`
      : `Nel collegamento ${told.element} non entra alcun flusso.`,
  'link.name-missing': ({ element }) =>
    `Il collegamento ${element} deve avere un nome, lo stesso alla partenza e all’arrivo.`,
  'link.source-missing': ({ element }) =>
    `Al collegamento ${element} non porta alcuna partenza con lo stesso nome, allo stesso livello.`,
  'link.target-missing': ({ element }) =>
    `Il collegamento ${element} deve avere un solo arrivo con lo stesso nome, allo stesso livello.`,
  'loop.behaviour-missing': ({ activity, behaviour, needed }) =>
    `L’attività ripetuta ${activity} ha behavior="${behaviour}": le serve ${needed}.`,
  'loop.count-twice': ({ activity }) =>
    `L’attività ripetuta ${activity} dice quante volte sia con un numero sia con un elenco: serve un solo modo.`,
  'loop.data-wrong': ({ activity, data }) => `L’attività ripetuta ${activity} scorre ${data}, che non è un dato.`,
  'loop.maximum-wrong': ({ activity, maximum }) =>
    `L’attività ripetuta ${activity} non può avere loopMaximum ${maximum}: serve un numero intero da 0 in su.`,
  'message-flow.direction-wrong': (told) =>
    told.because === 'from-receiver'
      ? `Dall’evento ${told.event}, che riceve, non può partire il flusso di messaggi ${told.element}.`
      : `All’evento ${told.event}, che invia, non può arrivare il flusso di messaggi ${told.element}.`,
  'message-flow.end-wrong': ({ element, end }) =>
    `Il flusso di messaggi ${element} è legato a ${end}, che non invia né riceve messaggi.`,
  'message-flow.event-plain': ({ element, event }) =>
    `Il flusso di messaggi ${element} è legato all’evento ${event}, che non dice quale messaggio.`,
  'message-flow.event-wrong': ({ element, event }) =>
    `Il flusso di messaggi ${element} è legato all’evento ${event}, che non è di messaggio.`,
  'message-flow.inside-pool': ({ element, pool }) =>
    `Il flusso di messaggi ${element} resta nel pool ${pool}: deve unire pool diversi.`,
  'message.data-wrong': (told) =>
    told.because === 'several'
      ? `L’attività ${told.element} scambia un solo messaggio: può avere un solo dato.`
      : `Il dato ${told.data} dell’attività ${told.element} è di un altro tipo del messaggio ${told.message}.`,
  'mime.wrong': ({ format, holder }) =>
    `Il formato «${format}» di ${holder} non è un tipo MIME (per esempio text/plain).`,
  'pool.multiplicity-wrong': ({ pool, minimum, maximum }) =>
    `Il pool ${pool} non può avere da ${minimum} a ${maximum} partecipanti.`,
  'process.id-missing': ({ element }) =>
    `Il processo ${element} è eseguibile ma non ha un identificativo (id), con cui viene avviato.`,
  'process.public-executable': ({ element }) =>
    `Il processo ${element} è pubblico (processType="Public"): non può essere eseguibile.`,
  'receive.start-in-flow': ({ element, flow }) =>
    `In ${element}, che avvia il processo, non può entrare il flusso ${flow}.`,
  'reference.kind-wrong': ({ holder, property, target, kind, expected }) =>
    `${holder} rimanda con ${property} a ${target}, che è ${kind} e non ${expected}.`,
  'resource.ambiguous': ({ holder }) =>
    `Chi svolge ${holder} è indicato due volte, da una risorsa e da un’espressione: serve un solo modo.`,
  'script.format-missing': ({ element }) =>
    `L’attività ${element} ha uno script senza dire in quale linguaggio: serve scriptFormat="text/feel".`,
  'service.data-wrong': ({ data, element }) =>
    `Il dato ${data} dell’attività ${element} è di un altro tipo del messaggio dell’operazione.`,
  'service.sets-wrong': ({ element, operation, needsOutput }) =>
    `L’attività ${element} usa l’operazione ${operation}: le serve un insieme di ingresso${needsOutput ? ' e uno di uscita' : ''}.`,
  'start.definition-wrong': (told) =>
    told.because === 'sub-process'
      ? `L’evento iniziale ${told.element} del sottoprocesso ${told.block} deve essere semplice.`
      : `L’evento iniziale ${told.element} non può essere di tipo «${told.definition}» fuori da un sottoprocesso a evento.`,
  'start.message-twice': ({ message, first, element }) =>
    `Il messaggio «${message}» avvia il processo già in ${first}: ${element} non lo riceverebbe mai.`,
  'start.missing': ({ element }) => `${element} ha un evento finale ma nessun evento iniziale.`,
  'sub-process.data-wrong': ({ element, data }) =>
    `Il sottoprocesso ${element} non può avere dati di ingresso o uscita propri, come ${data}.`,
  'timer.time-ambiguous': ({ timer, given }) =>
    `Il timer ${timer} dice più volte quando scatta (${given.join(', ')}): serve un solo modo.`,
  'transaction.cancel-uncaught': ({ event, element }) =>
    `L’evento ${event} annulla la transazione ${element}, che non ha sul bordo un evento di annullamento: il processo prosegue come se fosse riuscita.`,
  'transaction.method-wrong': ({ method, element }) =>
    `Il metodo «${method}» della transazione ${element} non è un URI né uno di quelli previsti (##Compensate).`,
};
