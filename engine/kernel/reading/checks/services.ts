import { elementOf, elementsOf } from '../../../rules/moddle.ts';
import type { ModdleElement } from '../../../rules/moddle.ts';
import { isSameItem } from './events.ts';
import { activityTypes } from '../../element-types.ts';
import type { StandardRules } from '../../../findings/standard.ts';
import { called, parentOf } from './rule.ts';
import type { Rule } from './rule.ts';

interface Side {
  readonly data: readonly ModdleElement[];
  readonly sets: readonly ModdleElement[];
}

function inputsOf(activity: ModdleElement): Side {
  const specification = elementOf(activity, 'ioSpecification');
  return { data: elementsOf(specification, 'dataInputs'), sets: elementsOf(specification, 'inputSets') };
}

function outputsOf(activity: ModdleElement): Side {
  const specification = elementOf(activity, 'ioSpecification');
  return { data: elementsOf(specification, 'dataOutputs'), sets: elementsOf(specification, 'outputSets') };
}

const serviceSets: Rule<'service.sets-wrong'> = {
  name: 'service.sets-wrong',
  on: ['bpmn:ServiceTask'],
  check: (task) => {
    const operation = elementOf(task, 'operationRef');
    if (operation === undefined) return undefined;
    const needsOutput = elementOf(operation, 'outMessageRef') !== undefined;
    const isRight = inputsOf(task).sets.length === 1 && (!needsOutput || outputsOf(task).sets.length === 1);
    if (isRight) return undefined;
    return { operation: called(operation), needsOutput };
  },
};

const serviceItems: Rule<'service.data-wrong'> = {
  name: 'service.data-wrong',
  on: ['bpmn:ServiceTask'],
  check: (task) => {
    const operation = elementOf(task, 'operationRef');
    if (operation === undefined) return undefined;
    const wrong =
      inputsOf(task).data.find((data) => !isCarried(data, elementOf(operation, 'inMessageRef'))) ??
      outputsOf(task).data.find((data) => !isCarried(data, elementOf(operation, 'outMessageRef')));
    return wrong && { data: called(wrong) };
  },
};

function isCarried(data: ModdleElement, message: ModdleElement | undefined): boolean {
  return message === undefined || isSameItem(elementOf(data, 'itemSubjectRef'), elementOf(message, 'itemRef'));
}

const sendData: Rule<'message.data-wrong'> = {
  name: 'message.data-wrong',
  on: ['bpmn:SendTask'],
  check: (task) => messageComplaint(task, inputsOf(task)),
};

const receiveData: Rule<'message.data-wrong'> = {
  name: 'message.data-wrong',
  on: ['bpmn:ReceiveTask'],
  check: (task) => messageComplaint(task, outputsOf(task)),
};

// A message is one piece of data, of the message's own type.
function messageComplaint(task: ModdleElement, { data, sets }: Side): StandardRules['message.data-wrong'] | undefined {
  const message = elementOf(task, 'messageRef');
  if (data.length > 1 || sets.length > 1) return { because: 'several' };
  const wrong = data.find((item) => !isCarried(item, message));
  return wrong && { because: 'kind', data: called(wrong), message: called(message) };
}

const bindingItems: Rule<'binding.data-wrong'> = {
  name: 'binding.data-wrong',
  on: ['bpmn:InputOutputBinding'],
  check: (binding) => {
    const operation = elementOf(binding, 'operationRef');
    const input = elementOf(elementOf(binding, 'inputDataRef'), 'itemSubjectRef') ?? boundItem(binding, 'input');
    const output = elementOf(elementOf(binding, 'outputDataRef'), 'itemSubjectRef') ?? boundItem(binding, 'output');
    const isInput = isSameItem(input, elementOf(elementOf(operation, 'inMessageRef'), 'itemRef'));
    const outMessage = elementOf(operation, 'outMessageRef');
    const isOutput = outMessage === undefined || isSameItem(output, elementOf(outMessage, 'itemRef'));
    if (operation === undefined || (isInput && isOutput)) return undefined;
    return { holder: called(parentOf(binding)), operation: called(operation) };
  },
};

// A binding names sets; where they hold one piece of data, that is meant.
function boundItem(binding: ModdleElement, side: 'input' | 'output'): ModdleElement | undefined {
  const set = elementOf(binding, `${side}DataRef`);
  const [data] = elementsOf(set, side === 'input' ? 'dataInputRefs' : 'dataOutputRefs');
  return elementOf(data, 'itemSubjectRef');
}

const resourceRole: Rule<'resource.ambiguous'> = {
  name: 'resource.ambiguous',
  on: ['bpmn:ResourceRole', 'bpmn:Performer', 'bpmn:HumanPerformer', 'bpmn:PotentialOwner'],
  check: (role) => {
    const isResource = elementOf(role, 'resourceRef') ?? elementsOf(role, 'resourceParameterBindings')[0];
    if (!isResource || !elementOf(role, 'resourceAssignmentExpression')) return undefined;
    return { holder: called(parentOf(role)) };
  },
};

const quantities: Rule<'activity.quantity-wrong'> = {
  name: 'activity.quantity-wrong',
  on: activityTypes,
  check: (activity) => {
    const isWrong = [activity.startQuantity, activity.completionQuantity].some((n) => typeof n === 'number' && n < 1);
    if (!isWrong) return undefined;
    return {};
  },
};

/** Rules about services, messages and people of activities (BPMN 2.0.2, 8.4 and 10.3). */
export const serviceRules: readonly Rule[] = [
  serviceSets,
  serviceItems,
  sendData,
  receiveData,
  bindingItems,
  resourceRole,
  quantities,
];
