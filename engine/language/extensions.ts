import { clock } from './clock.ts';
import { correction } from './correction.ts';
import { deadline } from './deadline.ts';
import { document } from './document.ts';
import { each } from './each.ts';
import type { Extension } from './extension.ts';
import { gathered } from './gathered.ts';
import { hold } from './hold.ts';
import { lends } from './lends.ts';
import { milestone } from './milestone.ts';
import { notice } from './notice.ts';
import { operation } from './operation.ts';
import { outcome } from './outcome.ts';
import { parties } from './parties.ts';
import { personalAct } from './personal-act.ts';
import { role } from './role.ts';
import { term } from './term.ts';

const dialect = [
  term,
  parties,
  clock,
  hold,
  lends,
  deadline,
  milestone,
  outcome,
  notice,
  document,
  operation,
  personalAct,
  each,
  gathered,
  correction,
  role,
] as const;

/** An extension of the dialect, known by its name and attributes. */
export type DialectExtension = (typeof dialect)[number];

/**
 * All extension elements of the dialect. A new one is a file of its own, a line here, and its words in
 * `engine/words/extensions`. Consequences at one moment are drawn in this order: who is concerned, the clocks, what is
 * seen, what is decided.
 */
export const extensions: readonly Extension[] = dialect;
