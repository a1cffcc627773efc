import { fittingNames, plainText, plainWords } from '../../../forms/schema/names.ts';
import { pageOf, placeOf, type Paging, type RowPage } from './cursor.ts';

/**
 * Letters with accents up to U+017F, and the plain one of each, for `translate`: no locale of a database has a say in
 * it.
 */
const accented = Array.from({ length: 0x180 - 0xc0 }, (_, index) => String.fromCharCode(0xc0 + index)).filter(
  (letter) => /^[a-z]$/.test(plainText(letter)),
);

/**
 * Where a name may be found that fits what a reader typed (`fittingNames`), as SQL over the column `name`: each word
 * stands somewhere in the plain name. Null when no word was typed.
 */
export function mayFit(q: string | undefined): { readonly sql: string; readonly values: readonly string[] } | null {
  const words = plainWords(q ?? '');
  if (words.length === 0) return null;
  const plain = `regexp_replace(lower(translate(name, ?, ?)), '[^a-z0-9]', '', 'g')`;
  return {
    sql: `${plain} LIKE ALL (string_to_array(?, ' '))`,
    values: [accented.join(''), accented.map(plainText).join(''), words.map((word) => `%${word}%`).join(' ')],
  };
}

/** One page of rows found by name, the best first; `keyOf` names a row in cursors. */
export function pageOfNames<Row extends { readonly name: string }>(
  rows: readonly Row[],
  query: Paging & { readonly q?: string | undefined },
  keyOf: (row: Row) => readonly string[],
): RowPage<Row> {
  const fitting = fittingNames(rows, query.q ?? '', ({ name }) => name);
  const place = placeOf(query.cursor, rows[0] === undefined ? 1 : keyOf(rows[0]).length);
  const last = place === undefined ? -1 : fitting.findIndex((row) => keyOf(row).join('\n') === place.join('\n'));
  return pageOf(fitting.slice(last + 1, last + 2 + query.limit), query.limit, keyOf);
}
