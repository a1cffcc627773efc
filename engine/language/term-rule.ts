import type { Json } from '../kernel/types.ts';

/** A legal term as a procedure declares it, with an `<iter:term>`. */
export interface TermRule {
  readonly id: string;
  readonly label: string;
  /** A number of days as a text, or FEEL that gives it. */
  readonly days: string;
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
