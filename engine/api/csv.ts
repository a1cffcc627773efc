/** Stands before the first line, so that spreadsheets read the accents. */
export const csvStart = '\uFEFF';

/** Ends a line (RFC 4180). */
export const csvLineEnd = '\r\n';

/**
 * Cells as a line of CSV (RFC 4180), without its end. Cells may be put before it with a comma between. A cell that a
 * spreadsheet would take for a formula, or for one behind a semicolon or in a further line, is kept a text by an
 * apostrophe before the sign.
 */
export function csvLine(cells: readonly string[]): string {
  return cells.map(cell).join(',');
}

/** Where a cell begins for some program, then blanks, then a sign that begins a formula, in full width too. */
const formula = /(^|[;\t\r\n])(\s*[=+\-@＝＋－＠])/g;

function cell(text: string): string {
  const safe = text.replace(formula, "$1'$2");
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
