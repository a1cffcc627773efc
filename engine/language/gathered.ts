import { idOf, textOf } from '../rules/moddle.ts';
import { refuse, required } from './checks.ts';
import type { Extension } from './extension.ts';

/**
 * `<iter:gathered>` on a user task that several people complete one after another: the variable `in` is the list where
 * the diagram keeps what each has answered, every item with the keys of the form. It is shown item by item.
 */
export const gathered: Extension = {
  type: 'iter:Gathered',
  attributes: ['in'],
  read: ([found]) => {
    const list = textOf(found, 'in');
    return list === undefined ? {} : { gathered: { in: list } };
  },
  check: (found, bearer) => {
    const { element } = bearer;
    const message = `iter:gathered sta su ${idOf(element)}, che non è un’attività di una persona (userTask).`;
    return [
      ...required(found, ['in'], bearer),
      ...(element.$type === 'bpmn:UserTask' ? [] : [refuse(bearer, 'gathered.not-a-user-task', message)]),
    ];
  },
};
