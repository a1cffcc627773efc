import type { PartyRole } from '../core/procedure.ts';
import { idOf, textOf } from '../rules/moddle.ts';
import { expression, hasEvent, oneOf, refuse, required } from './checks.ts';
import type { Extension } from './extension.ts';

const roles: readonly PartyRole[] = ['applicant', 'third-parties'];
const catchers = ['bpmn:IntermediateCatchEvent', 'bpmn:BoundaryEvent'];

/**
 * `<iter:personalAct>` on a message catch event: a person may send the message from their own area while it is awaited.
 */
export const personalAct: Extension = {
  type: 'iter:PersonalAct',
  attributes: ['by', 'label', 'form', 'description', 'when'],
  read: ([found]) => {
    const by = roles.find((role) => role === textOf(found, 'by'));
    const [label, form, description] = [textOf(found, 'label'), textOf(found, 'form'), textOf(found, 'description')];
    const when = textOf(found, 'when');
    if (by === undefined || label === undefined) return {};
    return {
      personalAct: {
        by,
        label,
        ...(form !== undefined && { form }),
        ...(description !== undefined && { description }),
        ...(when !== undefined && { when }),
      },
    };
  },
  check: (found, bearer) => {
    const { element } = bearer;
    const waits = catchers.includes(element.$type) && hasEvent(element, 'bpmn:MessageEventDefinition');
    const message = `iter:personalAct sta su ${idOf(element)}, che non è un evento che aspetta un messaggio.`;
    return [
      ...required(found, ['by', 'label'], bearer),
      ...expression(found, 'when', bearer),
      ...oneOf(found, 'by', { values: roles, bearer, rule: 'personal-act.by' }),
      ...(waits ? [] : [refuse(bearer, 'personal-act.not-a-message', message)]),
    ];
  },
};
