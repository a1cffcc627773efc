import { end, path, process, start } from '../../support/bpmn.ts';
import type { Piece } from '../../support/bpmn.ts';

/** A process from `s` by the element with the id to `e`. */
export const around = (id: string, ...pieces: readonly Piece[]) =>
  process('p', start('s'), ...pieces, end('e'), ...path('s', id, 'e'));

/** A definition of an event that says nothing more. */
export const definition = (kind: string) => `<bpmn:${kind}EventDefinition/>`;

/** What undoes the activity `a`: the event on its border and the task to which it leads. */
export const undoneBy = (id: string) =>
  `<bpmn:boundaryEvent id="on-${id}" attachedToRef="a">${definition('compensate')}</bpmn:boundaryEvent>` +
  `<bpmn:userTask id="${id}" isForCompensation="true"/>` +
  `<bpmn:association id="to-${id}" sourceRef="on-${id}" targetRef="${id}"/>`;

/** A start event that hears a message of its own. */
export const heard = (id: string) =>
  `<bpmn:startEvent id="${id}"><bpmn:messageEventDefinition messageRef="m-${id}"/></bpmn:startEvent>`;
