import { extension } from './extension.ts';
import { variable } from './kinds.ts';
import { onUserTask } from './places.ts';

/**
 * `<iter:gathered>` on a user task that several people complete one after another: the variable `in` is the list where
 * the diagram keeps what each has answered, every item with the keys of the form. It is shown item by item.
 */
export const gathered = extension({
  name: 'gathered',
  label: 'Risposte raccolte',
  hint: 'L’attività è svolta da più persone, una dopo l’altra: dove il diagramma tiene ciò che ciascuna ha risposto.',
  on: onUserTask,
  attributes: { in: variable({ label: 'Elenco', hint: 'Il nome della variabile.' }) },
});
