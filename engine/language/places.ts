import { activityTypes, eventTypes } from '../kernel/element-types.ts';
import { elementOf, elementsOf, extensionOf, textOf } from '../rules/moddle.ts';
import type { ModdleElement } from '../rules/moddle.ts';
import type { Place } from './extension.ts';

/** The job type of the element, if it has one. */
export function jobTypeOf(element: ModdleElement): string | undefined {
  return textOf(extensionOf(element, 'zeebe:TaskDefinition'), 'type');
}

const hasEvent = (element: ModdleElement, type: string): boolean =>
  elementsOf(element, 'eventDefinitions').some(({ $type }) => $type === type);

const isProcess = ({ $type }: ModdleElement): boolean => $type === 'bpmn:Process';

const isLane = ({ $type }: ModdleElement): boolean => $type === 'bpmn:Lane';

export const onLane: Place = { name: 'lane', fits: isLane };

/** Any flow node: neither the process nor a lane, which nothing passes. */
export const onAnyElement: Place = {
  name: 'any-element',
  fits: (element) => !isProcess(element) && !isLane(element),
};

const catchers = ['bpmn:IntermediateCatchEvent', 'bpmn:BoundaryEvent'];

const isWait = ({ $type }: ModdleElement): boolean =>
  activityTypes.includes($type) || $type === 'bpmn:IntermediateCatchEvent';

/** What a dossier can stand at for a while, or inside of. */
export const onWait: Place = { name: 'wait', fits: isWait };

export const onProcessOrWait: Place = {
  name: 'process-or-wait',
  fits: (element) => isProcess(element) || isWait(element),
};

/** What is done or happens; a task with this job type has to be told what. */
export const onStep = (jobType: string): Place => ({
  name: 'step',
  fits: ({ $type }) => activityTypes.includes($type) || eventTypes.includes($type),
  expects: (element) => jobTypeOf(element) === jobType,
});

export const onCall: Place = {
  name: 'call',
  fits: ({ $type }) => $type === 'bpmn:CallActivity',
};

export const onUserTask: Place = {
  name: 'user-task',
  fits: ({ $type }) => $type === 'bpmn:UserTask',
};

const isRepeated = (element: ModdleElement | undefined): boolean =>
  elementOf(element, 'loopCharacteristics')?.$type === 'bpmn:MultiInstanceLoopCharacteristics';

/**
 * A user task that is opened several times at once, or one after the other: itself, or with a block around it. A
 * correction says itself whom it is for.
 */
export const onRepeatedTask: Place = {
  name: 'repeated-task',
  fits: (element) => onUserTask.fits(element) && aroundAndItself(element).some(isRepeated),
  expects: (element) =>
    onUserTask.fits(element) && isRepeated(element) && extensionOf(element, 'iter:Correction') === undefined,
};

function aroundAndItself(element: ModdleElement): readonly ModdleElement[] {
  const parent = elementOf(element, '$parent');
  return parent === undefined ? [element] : [element, ...aroundAndItself(parent)];
}

export const onTimer: Place = {
  name: 'timer',
  fits: (element) => hasEvent(element, 'bpmn:TimerEventDefinition'),
};

export const onCaughtMessage: Place = {
  name: 'caught-message',
  fits: (element) => catchers.includes(element.$type) && hasEvent(element, 'bpmn:MessageEventDefinition'),
};

/** A task with a job type, which has to say what the job is about. */
export const onJob = (jobType: string): Place => {
  const isAsked = (element: ModdleElement): boolean => jobTypeOf(element) === jobType;
  return { name: 'job', jobType, fits: isAsked, expects: isAsked };
};
