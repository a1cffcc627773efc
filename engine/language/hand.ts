import type { Dossier, Day } from '../core/dossier.ts';
import type { EventDraft } from '../core/event.ts';
import type { OwnStatus } from '../core/status.ts';
import type { LentTermRule, TermRule } from './term-rule.ts';

/**
 * The dossier in the hand of a consequence: what it sees, and how it moves it on. Immutable: each movement gives the
 * hand after it. It is a place for the expressions of `core/expression.ts`.
 */
export interface Hand<Carried> {
  /** What the hand carries for whoever made it; a consequence leaves it alone. */
  readonly carried: Carried;
  readonly elementId: string;
  readonly dossier: Dossier;
  readonly now: string;
  /** The day on which the acts of law of the step take effect. */
  readonly day: Day;
  /** The terms that the procedure declares or is lent, by their names in it. */
  readonly terms: Readonly<Record<string, TermRule | LentTermRule>>;
  /** The outcomes and milestones that the procedure has of its own. */
  readonly own: OwnStatus;
  readonly change: (changes: Partial<Dossier>) => Hand<Carried>;
  readonly record: (happened: Pick<EventDraft, 'type' | 'data'>) => Hand<Carried>;
}
