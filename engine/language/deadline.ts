import { idOf, textOf } from '../rules/moddle.ts';
import { expression, hasEvent, knownTerm, refuse, required } from './checks.ts';
import type { Extension } from './extension.ts';

/**
 * `<iter:deadline>` on a timer event: the timer fires when the legal term has passed, wherever suspensions move it. The
 * time drawn in the diagram is the nominal one, by which an engine without the dialect goes.
 */
export const deadline: Extension = {
  type: 'iter:Deadline',
  attributes: ['term', 'when'],
  read: ([found]) => {
    const [term, when] = [textOf(found, 'term'), textOf(found, 'when')];
    return term === undefined ? {} : { deadline: { term, ...(when !== undefined && { when }) } };
  },
  check: (found, bearer) => {
    const id = idOf(bearer.element);
    const isTimer = hasEvent(bearer.element, 'bpmn:TimerEventDefinition');
    const message = `iter:deadline sta su ${id}, che non è un evento a tempo: spostalo su un timer.`;
    return [
      ...required(found, ['term'], bearer),
      ...knownTerm(found, bearer),
      ...expression(found, 'when', bearer),
      ...(isTimer ? [] : [refuse(bearer, 'deadline.not-a-timer', message)]),
    ];
  },
};
