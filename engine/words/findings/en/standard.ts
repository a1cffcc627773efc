import type { StandardFindings } from '../../../findings/standard.ts';
import type { FindingSentences } from '../finding-words.ts';

/** What breaks a rule of the standard, in English. */
export const englishStandard: FindingSentences<StandardFindings> = {
  'activity.quantity-wrong': ({ element }) =>
    `Activity ${element} has to take and give at least one token (startQuantity, completionQuantity).`,
  'ad-hoc.content-wrong': ({ block, element }) =>
    `The ad-hoc sub-process ${block} cannot hold the event ${element}, a start or end event.`,
  'ad-hoc.empty': ({ element }) => `The ad-hoc sub-process ${element} holds no activity.`,
  'association.end-missing': ({ element }) =>
    `The association ${element} has to join two elements (sourceRef, targetRef).`,
  'attribute.value-wrong': ({ holder, attribute, value, values }) =>
    `${holder} has ${attribute}="${value}": it can be ${values.join(', ')}.`,
  'binding.data-wrong': ({ holder, operation }) =>
    `${holder} offers the operation ${operation} with data of another type than its messages.`,
  'boundary.cancel-wrong': ({ element, host }) =>
    `The cancel event ${element} can only stand on a transaction, not on ${host}.`,
  'boundary.compensation-handler': ({ element }) =>
    `The compensation event ${element} has to be associated with a single activity that compensates (isForCompensation).`,
  'boundary.compensation-in-flow': ({ flow, element }) =>
    `The flow ${flow} cannot leave the compensation event ${element}: it takes an association.`,
  'boundary.compensation-twice': ({ host, first, element }) =>
    `Activity ${host} already has a compensation event, ${first}: ${element} would never be used.`,
  'boundary.outgoing-missing': ({ element }) =>
    `A flow has to leave the event ${element} on the border of an activity.`,
  'call.start-missing': ({ element, process }) =>
    `Activity ${element} calls ${process}, which has no plain start event.`,
  'compensation.handler-alone': ({ element }) =>
    `Activity ${element}, which compensates, has to be associated with a compensation event on the border of another one.`,
  'compensation.handler-in-flow': ({ element, flow }) =>
    `Activity ${element}, which compensates, cannot stand in a flow such as ${flow}.`,
  'data.association-wrong': (told) =>
    told.because === 'unmapped'
      ? `The association ${told.element} joins several data without saying how.`
      : `The association ${told.element} copies ${told.source} into ${told.target}, which is of another type.`,
  'data.collection-wrong': ({ element, item }) =>
    `${element} and its definition ${item} both have to be a list, or neither of them (isCollection).`,
  'data.reference-name': ({ element, name, object, state }) =>
    `The reference ${element} is called “${name}”: its name has to be “${object} [${state}]”.`,
  'data.set-missing': ({ data, holder }) => `The data ${data} of ${holder} is in no set (inputSet, outputSet).`,
  'data.set-wrong': ({ data }) => `The data ${data} is optional or streaming in a set that does not hold it.`,
  'end.missing': ({ element }) => `${element} has a start event but no end event.`,
  'error.code-missing': ({ element }) =>
    `The event ${element} raises an error without saying which: it needs a code (errorCode).`,
  'escalation.code-missing': ({ element }) =>
    `The event ${element} raises an escalation without saying which: it needs a code (escalationCode).`,
  'event-sub-process.in-flow': ({ element, flow }) =>
    `The event sub-process ${element} cannot stand in a flow, but ${flow} is tied to it.`,
  'event-sub-process.start-wrong': ({ element }) =>
    `The event sub-process ${element} has to have a single start event, which says what sets it off.`,
  'event.cancel-nested': ({ element, transaction, block }) =>
    `The event ${element} cancels the transaction ${transaction} from inside ${block}: it has to stand in the transaction itself.`,
  'event.cancel-outside-transaction': ({ element }) =>
    `The event ${element} cancels a transaction, but stands in none.`,
  'event.data-wrong': ({ data, element }) =>
    `The data ${data} of the event ${element} is of another type than what the event carries.`,
  'event.must-interrupt': ({ element, kinds }) =>
    `The event ${element} cannot let go on what it interrupts (${kinds.join(', ')}).`,
  'expression.language-wrong': ({ language, holder }) => `The language “${language}” of ${holder} is not a URI.`,
  'expression.not-boolean': ({ condition, holder }) =>
    `The condition “${condition}” of ${holder} can be neither true nor false.`,
  'expression.not-formal': ({ property, holder }) =>
    `The expression ${property} of ${holder} is not formal (xsi:type="tFormalExpression").`,
  'flow.condition-alone': ({ element, source }) =>
    `The flow ${element} has a condition, but there is no other way to go on from ${source}.`,
  'flow.condition-forbidden': ({ element, source }) =>
    `The flow ${element} leaves ${source}, which does not look at conditions.`,
  'flow.condition-ignored': ({ element, source }) =>
    `The flow ${element} leaves ${source}, which does not look at conditions.`,
  'flow.end-wrong': ({ element, end }) =>
    `The flow ${element} is tied to ${end}, which is not an activity, an event or a gateway.`,
  'flow.listed-once': ({ end, element, other }) => `${end} does not list the flow ${element}, which ${other} lists.`,
  'flow.not-immediate': ({ element }) =>
    `The flow ${element} of an executable process has to be immediate (isImmediate).`,
  'flow.outgoing-missing': (told) =>
    told.because === 'intermediate'
      ? `A flow has to leave the intermediate event ${told.element}.`
      : `After element ${told.element} the path breaks off: no flow leads to an end event.`,
  'flow.twice': ({ element, source, target, first }) =>
    `The flow ${element} joins ${source} to ${target} as ${first} does already: what it leads to gets a token from each.`,
  'gateway.direction-wrong': ({ element, direction, enters, leaves }) =>
    `The gateway ${element} calls itself “${direction}”, but ${enters} flows enter and ${leaves} leave.`,
  'gateway.event-shared': ({ target, element }) =>
    `No other flows can enter ${target}, which follows the gateway ${element}.`,
  'gateway.events-few': ({ element }) => `At least two events have to follow the event-based gateway ${element}.`,
  'gateway.receivers-mixed': ({ element }) =>
    `Both receive tasks and message events follow the gateway ${element}: use one way only.`,
  'gateway.start-wrong': (told) =>
    told.because === 'entered'
      ? `No flow can enter the gateway ${told.element}, which starts the process.`
      : `The gateway ${told.element} waits for all its events: it can only do so if it starts the process (instantiate).`,
  'gateway.ways-few': ({ element }) =>
    `The gateway ${element} neither joins nor splits: it needs more flows in or out.`,
  'import.incomplete': (told) =>
    told.because === 'missing'
      ? `An imported file (import) is named without ${told.missing}.`
      : `An imported file (import) is of type “${told.type}”, which is not a URI.`,
  'import.unread': ({ location, unknownType }) =>
    `The imported file “${location}”${unknownType === undefined ? '' : `, of an unforeseen type (“${unknownType}”),`} is not read: what is needed has to be put into this diagram.`,
  'lane.node-twice': ({ node, element }) =>
    `${node} stands both in the lane ${element} and in another one: it can stand in one only.`,
  'link.end-wrong': ({ link }) => `The two parts of the link ${link} do not name each other (source, target).`,
  'link.flow-wrong': (told) =>
    told.because === 'jumped'
      ? `The link ${told.element} jumps: it does not need the flow ${told.flow}.`
      : `No flow enters the link ${told.element}.`,
  'link.name-missing': ({ element }) =>
    `The link ${element} has to have a name, the same where it leaves and where it arrives.`,
  'link.source-missing': ({ element }) => `Nothing of the same name and level leads to the link ${element}.`,
  'link.target-missing': ({ element }) =>
    `The link ${element} has to have a single arrival of the same name, on the same level.`,
  'loop.behaviour-missing': ({ activity, behaviour, needed }) =>
    `The repeated activity ${activity} has behavior="${behaviour}": it needs ${needed}.`,
  'loop.count-twice': ({ activity }) =>
    `The repeated activity ${activity} says how many times both with a number and with a list: use one way only.`,
  'loop.data-wrong': ({ activity, data }) =>
    `The repeated activity ${activity} goes through ${data}, which is not data.`,
  'loop.maximum-wrong': ({ activity, maximum }) =>
    `The repeated activity ${activity} cannot have loopMaximum ${maximum}: it takes a whole number from 0 up.`,
  'message-flow.direction-wrong': (told) =>
    told.because === 'from-receiver'
      ? `The message flow ${told.element} cannot leave the event ${told.event}, which receives.`
      : `The message flow ${told.element} cannot reach the event ${told.event}, which sends.`,
  'message-flow.end-wrong': ({ element, end }) =>
    `The message flow ${element} is tied to ${end}, which neither sends nor receives messages.`,
  'message-flow.event-plain': ({ element, event }) =>
    `The message flow ${element} is tied to the event ${event}, which does not say which message.`,
  'message-flow.event-wrong': ({ element, event }) =>
    `The message flow ${element} is tied to the event ${event}, which is not a message event.`,
  'message-flow.inside-pool': ({ element, pool }) =>
    `The message flow ${element} stays in the pool ${pool}: it has to join different pools.`,
  'message.data-wrong': (told) =>
    told.because === 'several'
      ? `Activity ${told.element} exchanges a single message: it can have a single piece of data.`
      : `The data ${told.data} of activity ${told.element} is of another type than the message ${told.message}.`,
  'mime.wrong': ({ format, holder }) =>
    `The format “${format}” of ${holder} is not a MIME type (for example text/plain).`,
  'pool.multiplicity-wrong': ({ pool, minimum, maximum }) =>
    `The pool ${pool} cannot have from ${minimum} to ${maximum} participants.`,
  'process.id-missing': ({ element }) =>
    `The process ${element} is executable but has no identifier (id), by which it is started.`,
  'process.public-executable': ({ element }) =>
    `The process ${element} is public (processType="Public"): it cannot be executable.`,
  'receive.start-in-flow': ({ flow, element }) => `The flow ${flow} cannot enter ${element}, which starts the process.`,
  'reference.kind-wrong': ({ holder, property, target, kind, expected }) =>
    `${holder} refers by ${property} to ${target}, which is ${kind} and not ${expected}.`,
  'resource.ambiguous': ({ holder }) =>
    `Who does ${holder} is said twice, by a resource and by an expression: use one way only.`,
  'script.format-missing': ({ element }) =>
    `Activity ${element} has a script without saying in which language: it needs scriptFormat="text/feel".`,
  'service.data-wrong': ({ data, element }) =>
    `The data ${data} of activity ${element} is of another type than the message of the operation.`,
  'service.sets-wrong': ({ element, operation, needsOutput }) =>
    `Activity ${element} uses the operation ${operation}: it needs an input set${needsOutput ? ' and an output set' : ''}.`,
  'start.definition-wrong': (told) =>
    told.because === 'outside'
      ? `The start event ${told.element} cannot be of type “${told.definition}” outside an event sub-process.`
      : `The start event ${told.element} of the sub-process ${told.block} has to be a plain one.`,
  'start.message-twice': ({ message, first, element }) =>
    `The message “${message}” already starts the process at ${first}: ${element} would never receive it.`,
  'start.missing': ({ element }) => `${element} has an end event but no start event.`,
  'sub-process.data-wrong': ({ element, data }) =>
    `The sub-process ${element} cannot have inputs or outputs of its own, such as ${data}.`,
  'timer.time-ambiguous': ({ timer, given }) =>
    `The timer ${timer} says more than once when it fires (${given.join(', ')}): use one way only.`,
  'transaction.cancel-uncaught': ({ event, element }) =>
    `The event ${event} cancels the transaction ${element}, which has no cancel event on its border: the process goes on as if it had succeeded.`,
  'transaction.method-wrong': ({ method, element }) =>
    `The method “${method}” of the transaction ${element} is neither a URI nor one of those foreseen (##Compensate).`,
};
