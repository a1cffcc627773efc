/** Something beside the events that is not as the record says. */
export interface Alteration {
  /**
   * The value of a column is another one; the record tells of a row that is gone; a row is there of which nothing
   * tells; one of the rows that are sealed together is another one.
   */
  readonly code: 'column.differs' | 'row.missing' | 'row.unexpected' | 'rows.differ';
  /** As the database calls it, like the column. */
  readonly table: string;
  /**
   * The key of the row; empty for that of the dossier itself; of rows sealed together the instant before which they
   * are.
   */
  readonly row: string;
  /** Only of a value. */
  readonly column?: string;
}
