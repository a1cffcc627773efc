import { idOf, textOf } from '../rules/moddle.ts';
import { expression, refuse, required } from './checks.ts';
import type { Extension } from './extension.ts';

/** `<iter:parties>` on a user task: when it is left, each listed person becomes a third party of the dossier. */
export const parties: Extension = {
  type: 'iter:Parties',
  attributes: ['from'],
  read: ([found]) => {
    const from = textOf(found, 'from');
    return from === undefined ? {} : { parties: { from } };
  },
  check: (found, bearer) => {
    const { element } = bearer;
    const message = `iter:parties sta su ${idOf(element)}, che non è un’attività di una persona (userTask).`;
    return [
      ...required(found, ['from'], bearer),
      ...expression(found, 'from', bearer),
      ...(element.$type === 'bpmn:UserTask' ? [] : [refuse(bearer, 'parties.not-a-user-task', message)]),
    ];
  },
};
