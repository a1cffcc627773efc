import { extension } from './extension.ts';
import { role as roleAttribute } from './kinds.ts';
import { onLane } from './places.ts';

/** `<iter:role>` on a lane: the user tasks in it are for whoever plays the role, unless they say otherwise. */
export const role = extension({
  name: 'role',
  label: 'Ruolo',
  hint: 'Chi svolge le attività delle persone che stanno in questa corsia.',
  on: onLane,
  attributes: {
    role: roleAttribute({ label: 'Ruolo', hint: 'Uno dei ruoli della scheda, o una parte della pratica.' }),
  },
});
