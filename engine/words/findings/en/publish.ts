import type { BodyFromDay, ComparedAspect, Moment, PublishFindings } from '../../../findings/publish.ts';
import type { FindingSentences } from '../finding-words.ts';
import { englishFailure } from './scenario-failure.ts';

const aspects: Readonly<Record<ComparedAspect, string>> = {
  asked: 'as to what the process is asked',
  problem: 'as to what keeps it from going on',
  trail: 'as to the elements it passes',
  waits: 'as to what it waits for',
  variables: 'as to the variables',
  emitted: 'as to what is sent to others',
  ending: 'as to how it ends',
};

function momentOf(after: Moment | undefined): string {
  if (after === undefined) return 'at the beginning';
  if (after.elementId !== undefined) return `after ${after.elementId}`;
  return after.message === undefined
    ? `after an event of type “${after.type}”`
    : `after the message “${after.message}”`;
}

const naming: Readonly<Record<PublishFindings['office.unknown']['namedBy'], (name: string) => string>> = {
  task: (name) => `Task ${name} is for`,
  role: (name) => `The role “${name}” of the card is played by`,
  notice: (name) => `Notice ${name} is for`,
  card: () => 'The card gives competence to',
};

const placed = (file: string, place: string): string => (place === '' ? file : `${file}, ${place}`);

const MOST = 5;

function listed(bodies: readonly BodyFromDay[]): string {
  const told = bodies.slice(0, MOST).map(({ ipaCode, on }) => `${ipaCode} (from ${on})`);
  const more = bodies.length - told.length;
  return `${told.join(', ')}${more === 0 ? '' : ` and ${more} more`}`;
}

/** What is found when a procedure is published, in English. */
export const englishPublish: FindingSentences<PublishFindings> = {
  'api.invalid': ({ file, place, reason }) =>
    `The document ${file} is not valid OpenAPI${place === undefined ? '' : ` at ${place}`}: ${reason}.`,
  'check.not-ended': () =>
    'The check did not end: it took too much time or memory. Usually an expression repeats a computation without end, or the diagram is too large.',
  'body-value.missing': ({ place, bodies }) =>
    `Every body has to give ${place}, and it is missing in: ${listed(bodies)}.`,
  'body-value.twice': ({ place, bodies }) => `${place} has two values for one day in: ${listed(bodies)}.`,
  'competence.place': ({ place }) =>
    `competence.from.place is “${place}”: the form of the application needs a municipality, a cadastral parcel or an address there.`,
  'figure.typed': ({ file, place, written, names }) =>
    `In ${placed(file, place)} “${written}” is typed, while ${names.join(', ')} already has the figure: with {{ parameters.… }} there is only one.`,
  'placeholder.open-block': ({ file, place, mark }) =>
    `In ${placed(file, place)} the mark “${mark}” is not opened or not closed.`,
  'placeholder.unknown': ({ file, place, name }) =>
    `In ${placed(file, place)} the placeholder uses “${name}”, which is not known there.`,
  'office.unknown': ({ office, namedBy, name }) =>
    `${naming[namedBy](name)} the office “${office}”, which no body of this installation has.`,
  'portability.companion': ({ elementId, callers }) => {
    const how = callers.length === 0 ? 'it begins with an event of its own' : `it is called by ${callers.join(', ')}`;
    return `Process ${elementId} cannot be carried over to bpmn-engine: ${how}, and there a procedure has one process only.`;
  },
  'portability.scenario-differs': ({ elementId, scenario, after, aspect, onKernel, onBpmnEngine }) => {
    const what =
      elementId === ''
        ? 'On bpmn-engine it goes differently'
        : `Element ${elementId} cannot be carried over to bpmn-engine`;
    const where = `in the scenario ${scenario}, ${momentOf(after)}, ${aspects[aspect]}`;
    return `${what}: ${where} the kernel has “${onKernel}”, bpmn-engine “${onBpmnEngine}”.`;
  },
  'portability.scenario-failed': ({ file, failure }) => `${file}: ${englishFailure(failure)}`,
  'portability.scenario-surprise': ({ file, failure }) => `${file}, on bpmn-engine: ${englishFailure(failure)}`,
  'portability.scenarios-missing': () =>
    'The procedure has no scenarios: nothing proves that it behaves the same on bpmn-engine.',
  'role.unplayed': ({ role }) =>
    `The role “${role}” has no office in the card, and no body has assigned it to an office.`,
  'start.body-unknown': (told) =>
    'body' in told
      ? `The procedure begins by itself for the body “${told.body}”, which is not a body of this installation.`
      : `The start ${told.elementId} opens dossiers without an application, but nothing tells for which body: service.json needs competence.bodies, or parameters.json the parameter ${told.key}.`,
  'start.office-unknown': (told) =>
    'body' in told
      ? `The procedure begins by itself for the body “${told.body}”, which does not have the office “${told.office}” of competence.officeCode.`
      : `The procedure opens dossiers without an application, but competence.officeCode uses ${told.names.join(', ')}, which only an application gives: it needs the code of an office, or an expression over the parameters.`,
};
