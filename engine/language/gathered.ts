import { extension } from './extension.ts';
import { variable } from './kinds.ts';
import { onUserTask } from './places.ts';

/**
 * `<iter:gathered>` on a user task that several people complete, each in a task of their own (`iter:each`): what each
 * has answered becomes an item of the list `into`, with the keys of the form, and no variable of its own. So nobody who
 * answers later reads what was answered before, what was answered stays when a timer ends the waiting, and the diagram
 * neither gathers nor clears. With `in` the diagram of an earlier version keeps the list itself.
 */
export const gathered = extension({
  name: 'gathered',
  on: onUserTask,
  attributes: {
    into: variable().optional(),
    in: variable().optional(),
  },
});
