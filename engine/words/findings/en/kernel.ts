import type { KernelFindings } from '../../../findings/kernel.ts';
import type { FindingSentences } from '../finding-words.ts';

const atLine = (line: number | undefined): string => (line === undefined ? '' : ` at line ${line}`);

const times: Readonly<Record<KernelFindings['timer.time-wrong']['kind'], string>> = {
  date: 'an ISO 8601 date',
  duration: 'an ISO 8601 duration (for example P30D)',
  cycle: 'an ISO 8601 cycle (for example R3/PT10H) or cron',
};

/** What keeps a process from being run, in English. */
export const englishKernel: FindingSentences<KernelFindings> = {
  'boundary.error-must-interrupt': ({ elementId }) => `The error event ${elementId} has to interrupt.`,
  'boundary.host-missing': ({ elementId }) =>
    `The event ${elementId} does not stand on the border of any activity (attachedToRef).`,
  'boundary.host-wrong': ({ elementId, host }) =>
    `The event ${elementId} stands on the border of ${host}, which is not an activity of the same level.`,
  'bpmn.content': ({ reason, line }) => `The diagram holds something that is not BPMN${atLine(line)}: ${reason}.`,
  'bpmn.duplicate-id': ({ elementId, line }) => `The identifier ${elementId} appears more than once${atLine(line)}.`,
  'bpmn.encoding': ({ reason }) => `The diagram is in an encoding that may lose accents: ${reason}.`,
  'bpmn.not-executable': ({ elementId, type }) => `Element ${elementId} (${type}) cannot be executed yet.`,
  'bpmn.parse': ({ reason, line }) => `The diagram cannot be read as BPMN${atLine(line)}: ${reason}.`,
  'bpmn.reference-missing': ({ elementId, reference }) =>
    `Element ${elementId} refers to ${reference}, which the diagram does not have.`,
  'call.binding-unknown': ({ elementId, type }) =>
    `Activity ${elementId} has the bindingType “${type}”: it takes latest, deployment or versionTag.`,
  'call.process-missing': ({ elementId, process }) =>
    process === undefined
      ? `Activity ${elementId} calls a process, but does not say which (calledElement).`
      : `Activity ${elementId} calls the process ${process} of this very diagram (bindingType="deployment"), which is not there or is not executable.`,
  'call.version-tag-missing': ({ elementId }) =>
    `Activity ${elementId} calls a version by its tag (bindingType="versionTag"), but does not say which: versionTag is missing.`,
  'condition.missing': ({ elementId }) => `The event ${elementId} waits for a condition, but does not say which.`,
  'decision.unknown': ({ elementId, decision }) =>
    `Activity ${elementId} applies the decision ${decision}, which no DMN file has.`,
  'element.id-missing': ({ type }) => `An element of type ${type} has no identifier.`,
  'element.part-twice': ({ elementId, part }) =>
    `Element ${elementId} has more than one part “${part}”: only one is foreseen.`,
  'event.definition-wrong': ({ elementId, type }) => `The event ${elementId} cannot be of type “${type}”.`,
  'flow.condition-missing': ({ elementId, source }) => `The flow ${elementId} leaves ${source} without a condition.`,
  'flow.crosses-border': ({ elementId, source, target }) =>
    `The flow ${elementId} crosses the border of a sub-process, from ${source} to ${target}.`,
  'flow.default-conditional': ({ elementId }) =>
    `The flow ${elementId} is the default: its condition is never looked at.`,
  'flow.default-foreign': ({ elementId, flow }) => `The default flow ${flow} does not leave element ${elementId}.`,
  'flow.incoming-forbidden': ({ elementId }) => `No flow can enter the event ${elementId}.`,
  'flow.incoming-missing': ({ elementId }) => `Element ${elementId} cannot be reached: no flow enters it.`,
  'flow.outgoing-forbidden': ({ elementId }) => `No flow can leave the end event ${elementId}.`,
  'flow.source-missing': ({ elementId }) => `The flow ${elementId} leaves no element.`,
  'flow.target-missing': ({ elementId }) => `The flow ${elementId} reaches no element.`,
  'gateway.event-expected': ({ elementId, gateway }) =>
    `Only an intermediate event or a receive task can follow ${gateway}, not ${elementId}.`,
  'gateway.events-missing': ({ elementId }) => `No event follows the gateway ${elementId}.`,
  'loop.count-missing': ({ elementId }) =>
    `The repeated activity ${elementId} does not say how many times: it needs a number (loopCardinality) or a list.`,
  'mapping.ignored': ({ elementId, target }) =>
    `Element ${elementId} does not carry out the assignment to “${target}”: it has no effect here.`,
  'message.missing': ({ elementId, by }) =>
    `${by === 'event' ? 'The event' : 'Activity'} ${elementId} waits for a message, but does not say which (messageRef).`,
  'process.missing': ({ process }) =>
    `The diagram has nothing to execute: ${process === undefined ? 'no executable process (isExecutable="true")' : `the process ${process} is missing`}.`,
  'process.not-executable': ({ elementId }) =>
    `The process ${elementId} is not marked as executable: to be published it needs isExecutable="true".`,
  'script.format': ({ elementId, format }) =>
    `The script of ${elementId} is written in ${format}: only FEEL is executed.`,
  'script.missing': ({ elementId }) => `Activity ${elementId} holds no script.`,
  'signal.missing': ({ elementId }) => `The event ${elementId} does not say which signal is meant (signalRef).`,
  'start.several': ({ block }) =>
    `${block === undefined ? 'The process' : `The sub-process ${block}`} has more than one plain start event: it needs one.`,
  'task.decision-missing': ({ elementId }) =>
    `Activity ${elementId} does not say which decision to apply: zeebe:calledDecision is missing.`,
  'task.job-missing': ({ elementId }) =>
    `Activity ${elementId} does not say which job to do: zeebe:taskDefinition with its type is missing.`,
  'timer.time-missing': ({ elementId }) =>
    `The timer ${elementId} does not say when it fires: it needs a date, a duration or a cycle.`,
  'timer.time-wrong': ({ elementId, kind, expression }) =>
    `The timer ${elementId} says “${expression}”: it needs ${times[kind]}, or FEEL with “=”.`,
};
