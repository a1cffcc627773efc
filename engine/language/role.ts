import { extension } from './extension.ts';
import { role as roleAttribute } from './kinds.ts';
import { onLane } from './places.ts';

/** `<iter:role>` on a lane: the user tasks in it are for whoever plays the role, unless they say otherwise. */
export const role = extension({
  name: 'role',
  on: onLane,
  attributes: {
    role: roleAttribute(),
  },
});
