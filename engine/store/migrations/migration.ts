/** A change of the tables. An applied one is never edited: a new number is added. */
export interface Migration {
  /** Grows along the list. */
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}
