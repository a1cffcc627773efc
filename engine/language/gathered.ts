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
  label: 'Risposte raccolte',
  hint: 'L’attività è svolta da più persone: in quale elenco va ciò che ciascuna risponde.',
  on: onUserTask,
  attributes: {
    into: variable({ label: 'Elenco', hint: 'Il nome della variabile.' }).optional(),
    in: variable({ label: 'Elenco tenuto dal diagramma', hint: 'Solo nelle versioni di prima.' }).optional(),
  },
});
