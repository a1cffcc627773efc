import { extension } from './extension.ts';
import { days, feel, named } from './kinds.ts';
import { onTimer } from './places.ts';

/**
 * `<iter:deadline>` on a timer event: the timer fires when the legal term has passed, wherever suspensions move it. The
 * time drawn in the diagram is the nominal one, by which an engine without the dialect goes.
 */
export const deadline = extension({
  name: 'deadline',
  on: onTimer,
  attributes: {
    term: named('term'),
    before: days().optional(),
    when: feel().optional(),
  },
});
