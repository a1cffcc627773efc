import { extension } from './extension.ts';
import { feel, variable } from './kinds.ts';
import { onUserTask } from './places.ts';

/**
 * `<iter:correction>` on a user task that is opened once for each form to correct: a form that a party has sent opens
 * again, for who sent it, with only some fields open. What is sent is a submission on the original form; the variables
 * of the process that asked the form get it, whichever process has this task. The expressions see the item.
 */
export const correction = extension({
  name: 'correction',
  on: onUserTask,
  attributes: {
    of: feel(),
    fields: feel(),
    into: variable().optional(),
  },
});
