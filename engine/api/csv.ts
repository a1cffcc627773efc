/**
 * Rows as CSV (RFC 4180, UTF-8 with a byte order mark, so that spreadsheets read the accents): the first are the headings.
 * A cell that a spreadsheet would take for a formula, or for one behind a semicolon or in a further line, is kept a text
 * by an apostrophe before the sign.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** Where a cell begins for some program, then blanks, then a sign that begins a formula, in full width too. */
const formula = /(^|[;\t\r\n])(\s*[=+\-@＝＋－＠])/g;

function cell(text: string): string {
  const safe = text.replace(formula, "$1'$2");
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
