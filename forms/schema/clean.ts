/**
 * Text of people, made clean: what cannot be seen, what turns the direction of writing and what cannot be stored goes,
 * and letters are composed (Unicode NFC). Codes, lines, long texts and the claims of an identity provider all come
 * through here.
 */

// Half of a surrogate pair cannot be stored by PostgreSQL. It goes first: what stands between two halves must not join
// them.
const HALVES = /\p{Cs}/gu;

/** Control characters but tab and line ends. */
const CONTROLS = '\\u0000-\\u0008\\u000e-\\u001f\\u007f-\\u0084\\u0086-\\u009f';

/** Marks, embeddings, overrides and isolates of the direction (UAX #9). */
const DIRECTIONS = '\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u206f';

/** What has no width or stands for nothing: soft hyphen, zero-width space, byte order mark, fillers, tags. */
const INVISIBLE =
  '\\u00ad\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b\\u2060-\\u2065\\u3164\\ufeff\\uffa0\\ufff0-\\ufffb';
const INVISIBLE_ABOVE = '\\u{e0000}-\\u{e0fff}';

// The marks are meant one by one, not as parts of letters.
// eslint-disable-next-line no-misleading-character-class
const DROPPED = new RegExp(`[${CONTROLS}${DIRECTIONS}${INVISIBLE}${INVISIBLE_ABOVE}]`, 'gu');

/** Zero-width joiner and non-joiner: letters of some scripts need them, and so do emoji made of several. */
const JOINERS = /[\u200c\u200d]/g;
const NEEDS_JOINERS = new RegExp(
  '[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\ufe0f]|' +
    // A mark of any script (Inherited) may be composed with a Latin letter: it needs none either.
    '(?!\\p{Script=Latin}|\\p{Script=Greek}|\\p{Script=Cyrillic}|\\p{Script=Inherited}|\\p{Script=Common})[\\p{L}\\p{M}]',
  'u',
);

/** The characters left and right of a place; whole ones, also above U+FFFF. */
function beside(text: string, index: number): readonly [string, string] {
  const before = [...text.slice(Math.max(index - 2, 0), index)].at(-1) ?? '';
  return [before, String.fromCodePoint(text.codePointAt(index + 1) ?? 0)];
}

const withoutLooseJoiners = (text: string): string =>
  text.replace(JOINERS, (joiner, index: number) =>
    beside(text, index).every((character) => NEEDS_JOINERS.test(character)) ? joiner : '',
  );

/** Whole text without what cannot be seen or stored, composed; line ends stay as they are. */
const storable = (text: string): string =>
  withoutLooseJoiners(text.replace(HALVES, '').replace(DROPPED, '')).normalize('NFC');

// Most answers are short texts of letters that are in their normal form already: seeing that takes a tenth of the time.
const PLAIN = /^[!-~¡-¬®-ÿ’](?:[ -~¡-¬®-ÿ’]*[!-~¡-¬®-ÿ’])?$/;

/** One line of text: clean, single spaces, trimmed. */
export const oneLine = (text: string): string =>
  PLAIN.test(text) && !text.includes('  ')
    ? text
    : storable(text)
        .replace(/[\s\u0085]+/g, ' ')
        .trim();

/** Text of many lines: clean, line ends as `\n`, trimmed. */
export const manyLines = (text: string): string =>
  PLAIN.test(text)
    ? text
    : storable(text)
        .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
        .replace(/[ \t]+$/gm, '')
        .trim();

/**
 * A code: clean, without spaces, in upper case, letters and figures of full width as plain ones (Unicode NFKC).
 * `dropped` are further characters that people write in it, such as dots.
 */
export const codeIn = (text: string, dropped = /\s/g): string =>
  storable(text)
    .normalize('NFKC')
    .replace(/[\s\u0085\u200c\u200d]/g, '')
    .replace(dropped, '')
    .toUpperCase()
    .normalize('NFKC');
