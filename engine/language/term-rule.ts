import type { TermUnit } from '../core/dossier.ts';
import type { Json } from '../kernel/types.ts';

/** A legal term as a procedure declares it, with an `<iter:term>`. */
export interface TermRule {
  readonly id: string;
  readonly label: string;
  /** Its length in its unit as a text, or FEEL that gives it. */
  readonly days: string;
  /** Calendar days without it. */
  readonly unit?: TermUnit | undefined;
  /** FEEL that gives the day from which it is counted; without it the day on which it begins. */
  readonly from?: string | undefined;
  /** The term from whose end it is counted. */
  readonly after?: string | undefined;
  /** What it means when it passes, an `Expiry`, or FEEL that gives it. */
  readonly expiry?: string | undefined;
  /** FEEL; while it is true, silence is no consent. */
  readonly unless?: string | undefined;
  /** The article that sets it, or FEEL that gives it. */
  readonly ground: string;
  readonly main: boolean;
  /** How the remedy is used that the term is for. */
  readonly remedy?: string | undefined;
  /** FEEL; the time for a remedy begins only while it is true. */
  readonly when?: string | undefined;
}

/**
 * A term that a part is lent, under the name that the part has for it: its rule is read with the parameters of whoever
 * declared it, and sees what the part has found out since.
 */
export interface LentTermRule extends TermRule {
  readonly parameters: Json;
}
