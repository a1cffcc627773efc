import { elementsOf, extensionOf, idOf, textOf } from '../rules/moddle.ts';
import type { ModdleElement } from '../rules/moddle.ts';
import { errorAt } from './findings.ts';
import type { Mapping, Work } from './program.ts';
import { readMessage } from './read-event.ts';
import type { Reading } from './read-event.ts';

/** What a task does. A `zeebe:taskDefinition` makes a job of any task but a user task. */
export function readWork(element: ModdleElement): Reading<Work> {
  if (element.$type === 'bpmn:UserTask') return { value: readUserTask(element) };
  const job = readJob(element);
  if (job !== undefined) return { value: job };
  const read = workReaders[element.$type];
  return read ? read(element) : { value: { type: 'pass' } };
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

const workReaders: Readonly<Record<string, (element: ModdleElement) => Reading<Work>>> = {
  'bpmn:ServiceTask': jobMissing,
  'bpmn:SendTask': jobMissing,
  'bpmn:ReceiveTask': readReceiveTask,
  'bpmn:ScriptTask': readScriptTask,
  'bpmn:BusinessRuleTask': readBusinessRuleTask,
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

function jobMissing(element: ModdleElement): Reading<Work> {
  const id = idOf(element);
  const message = `L’attività ${id} non dice quale lavoro svolgere: manca zeebe:taskDefinition con il tipo.`;
  return { finding: errorAt(id, 'task.job-missing', message) };
}

function readReceiveTask(element: ModdleElement): Reading<Work> {
  const message = readMessage(element);
  if (message !== undefined) return { value: { type: 'message', message } };
  const id = idOf(element);
  return {
    finding: errorAt(id, 'message.missing', `L’attività ${id} aspetta un messaggio, ma non dice quale (messageRef).`),
  };
}

function readScriptTask(element: ModdleElement): Reading<Work> {
  const id = idOf(element);
  const zeebeScript = extensionOf(element, 'zeebe:Script');
  const format = textOf(element, 'scriptFormat')?.toLowerCase();
  const expression = textOf(zeebeScript, 'expression') ?? textOf(element, 'script');
  if (expression === undefined) {
    return { finding: errorAt(id, 'script.missing', `L’attività ${id} non contiene alcuno script.`) };
  }
  if (zeebeScript === undefined && format !== undefined && !format.includes('feel')) {
    const message = `Lo script di ${id} è scritto in ${format}: si esegue soltanto FEEL.`;
    return { finding: errorAt(id, 'script.format', message) };
  }
  const resultVariable = textOf(zeebeScript, 'resultVariable');
  const script = expression.replace(/^=\s*/, '');
  return { value: { type: 'script', expression: script, ...(resultVariable !== undefined && { resultVariable }) } };
}

function readBusinessRuleTask(element: ModdleElement): Reading<Work> {
  const called = extensionOf(element, 'zeebe:CalledDecision');
  const decisionId = textOf(called, 'decisionId');
  const id = idOf(element);
  if (decisionId === undefined) {
    const message = `L’attività ${id} non dice quale decisione applicare: manca zeebe:calledDecision.`;
    return { finding: errorAt(id, 'task.decision-missing', message) };
  }
  const resultVariable = textOf(called, 'resultVariable');
  return { value: { type: 'decision', decisionId, ...(resultVariable !== undefined && { resultVariable }) } };
}
