/**
 * Rows as CSV (RFC 4180, UTF-8 with a byte order mark, so that spreadsheets read the accents): the first are the headings.
 * A cell that a spreadsheet would take for a formula is kept a text by an apostrophe before it.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
