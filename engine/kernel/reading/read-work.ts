import { elementsOf, extensionOf, idOf, textOf } from '../../rules/moddle.ts';
import type { ModdleElement } from '../../rules/moddle.ts';
import { feelText } from '../../rules/feel.ts';
import type { Binding, Mapping, Work } from '../node.ts';
import { readMessage } from './read-event.ts';
import type { Reading } from './read-event.ts';
import type { Surroundings } from './surroundings.ts';
import { errorAt } from '../../findings/finding.ts';
import type { Finding } from '../../findings/finding.ts';

/** What a task does. A `zeebe:taskDefinition` makes a job of any task but a user task. */
export function readWork(element: ModdleElement, around: Surroundings): Reading<Work> {
  return readWorkOf(element.$type.replace('bpmn:Global', 'bpmn:'), element, around);
}

function readWorkOf(type: string, element: ModdleElement, around: Surroundings): Reading<Work> {
  if (type === 'bpmn:UserTask') return { value: readUserTask(element) };
  const job = readJob(element);
  if (job !== undefined) return { value: job };
  const read = workReaders[type];
  return read ? read(element, around) : { value: { type: 'pass' } };
}

/** The job of an element with a `zeebe:taskDefinition`. */
export function readJob(element: ModdleElement): Work | undefined {
  const jobType = textOf(extensionOf(element, 'zeebe:TaskDefinition'), 'type');
  if (jobType === undefined) return undefined;
  const headers = elementsOf(extensionOf(element, 'zeebe:TaskHeaders'), 'values').flatMap((header) => {
    const key = textOf(header, 'key');
    return key === undefined ? [] : [[key, textOf(header, 'value') ?? ''] as const];
  });
  return { type: 'job', jobType, headers: Object.fromEntries(headers) };
}

/** The input or output mappings of an element, in order. */
export function readMappings(element: ModdleElement, property: 'inputParameters' | 'outputParameters') {
  return elementsOf(extensionOf(element, 'zeebe:IoMapping'), property).flatMap((parameter): readonly Mapping[] => {
    const target = textOf(parameter, 'target');
    return target === undefined ? [] : [{ source: textOf(parameter, 'source') ?? '', target }];
  });
}

type WorkReader = (element: ModdleElement, around: Surroundings) => Reading<Work>;

const workReaders: Readonly<Record<string, WorkReader>> = {
  'bpmn:ServiceTask': jobMissing,
  'bpmn:SendTask': readSendTask,
  'bpmn:ReceiveTask': readReceiveTask,
  'bpmn:ScriptTask': readScriptTask,
  'bpmn:BusinessRuleTask': readBusinessRuleTask,
  'bpmn:CallActivity': readCallActivity,
};

function readUserTask(element: ModdleElement): Work {
  const assignment = extensionOf(element, 'zeebe:AssignmentDefinition');
  const formId = textOf(extensionOf(element, 'zeebe:FormDefinition'), 'formId');
  const assignee = textOf(assignment, 'assignee');
  const candidateGroups = textOf(assignment, 'candidateGroups');
  const candidateUsers = textOf(assignment, 'candidateUsers');
  const dueDate = textOf(extensionOf(element, 'zeebe:TaskSchedule'), 'dueDate');
  return {
    type: 'task',
    ...(formId !== undefined && { formId }),
    ...(assignee !== undefined && { assignee }),
    ...(candidateGroups !== undefined && { candidateGroups }),
    ...(candidateUsers !== undefined && { candidateUsers }),
    ...(dueDate !== undefined && { dueDate }),
  };
}

// As long as the diagram is being drawn, the job is called as its task.
function jobMissing(element: ModdleElement): Reading<Work> {
  const id = idOf(element);
  return { value: { type: 'job', jobType: id, headers: {} }, finding: errorAt(id, 'task.job-missing') };
}

function readSendTask(element: ModdleElement, around: Surroundings): Reading<Work> {
  const message = readMessage(element, element, around);
  return message === undefined ? jobMissing(element) : { value: { type: 'send', message } };
}

function readReceiveTask(element: ModdleElement, around: Surroundings): Reading<Work> {
  const message = readMessage(element, element, around);
  if (message !== undefined) return { value: { type: 'message', message } };
  const id = idOf(element);
  return { value: { type: 'message', message: { name: id } }, finding: errorAt(id, 'message.missing', { by: 'task' }) };
}

function readScriptTask(element: ModdleElement): Reading<Work> {
  const id = idOf(element);
  const zeebeScript = extensionOf(element, 'zeebe:Script');
  const format = (textOf(element, 'scriptFormat') ?? textOf(element, 'scriptLanguage'))?.toLowerCase();
  const expression = textOf(zeebeScript, 'expression') ?? textOf(element, 'script');
  if (expression === undefined) {
    return { value: { type: 'pass' }, finding: errorAt(id, 'script.missing') };
  }
  if (zeebeScript === undefined && format !== undefined && !format.includes('feel')) {
    return { value: { type: 'pass' }, finding: errorAt(id, 'script.format', { format }) };
  }
  const resultVariable = textOf(zeebeScript, 'resultVariable');
  const script = feelText(expression);
  return { value: { type: 'script', expression: script, ...(resultVariable !== undefined && { resultVariable }) } };
}

function readBusinessRuleTask(element: ModdleElement): Reading<Work> {
  const called = extensionOf(element, 'zeebe:CalledDecision');
  const decisionId = textOf(called, 'decisionId');
  const id = idOf(element);
  if (decisionId === undefined) {
    return { value: { type: 'pass' }, finding: errorAt(id, 'task.decision-missing') };
  }
  const resultVariable = textOf(called, 'resultVariable');
  return { value: { type: 'decision', decisionId, ...(resultVariable !== undefined && { resultVariable }) } };
}

// A call of a global task does what that task does, in the process itself.
function readCallActivity(element: ModdleElement, around: Surroundings): Reading<Work> {
  const id = idOf(element);
  const extension = extensionOf(element, 'zeebe:CalledElement');
  const called = textOf(extension, 'processId') ?? textOf(element, 'calledElement')?.replace(/^[\w.-]+:/, '');
  const target = around.callable.get(called ?? '');
  if (target !== undefined && target.$type !== 'bpmn:Process') return readWork(target, around);
  const value: Work = {
    type: 'call',
    processId: called ?? id,
    binding: bindingOf(extension),
    givesAll: textOf(extension, 'propagateAllParentVariables') !== 'false',
    takesAll: textOf(extension, 'propagateAllChildVariables') !== 'false',
  };
  if (called === undefined) return { value, finding: errorAt(id, 'call.process-missing', {}) };
  return { value, ...bindingFinding(id, extension) };
}

// A binding that is not understood would call the newest version, which may be another process than was meant.
function bindingFinding(id: string, extension: ModdleElement | undefined): { readonly finding?: Finding } {
  const type = textOf(extension, 'bindingType') ?? 'latest';
  if (type === 'versionTag' && textOf(extension, 'versionTag') === undefined) {
    return { finding: errorAt(id, 'call.version-tag-missing') };
  }
  if (['latest', 'deployment', 'versionTag'].includes(type)) return {};
  return { finding: errorAt(id, 'call.binding-unknown', { type }) };
}

function bindingOf(extension: ModdleElement | undefined): Binding {
  const type = textOf(extension, 'bindingType');
  const tag = textOf(extension, 'versionTag');
  if (type === 'versionTag' && tag !== undefined) return { type, tag };
  return { type: type === 'deployment' ? 'deployment' : 'latest' };
}

/** The tag under which other processes may ask for this version of a process. */
export function readVersionTag(process: ModdleElement): string | undefined {
  return textOf(extensionOf(process, 'zeebe:VersionTag'), 'value');
}
