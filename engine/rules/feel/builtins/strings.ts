import { define, number, optional, text, texts } from './define.ts';
import type { Form } from './define.ts';

/** Functions on texts (DMN 1.5, 10.3.4.3). Characters are code points, as in XPath. */
export const strings: readonly Form[] = [
  define('substring', [text('string'), number('start position'), optional(number('length'))], substring),
  define('string length', [text('string')], ([string]) => Array.from(string).length),
  define('upper case', [text('string')], ([string]) => string.toUpperCase()),
  define('lower case', [text('string')], ([string]) => string.toLowerCase()),
  define('substring before', [text('string'), text('match')], ([string, match]) => {
    return string.slice(0, Math.max(string.indexOf(match), 0));
  }),
  define('substring after', [text('string'), text('match')], ([string, match]) => {
    const at = string.indexOf(match);
    return at < 0 ? '' : string.slice(at + match.length);
  }),
  define('contains', [text('string'), text('match')], ([string, match]) => string.includes(match)),
  define('starts with', [text('string'), text('match')], ([string, match]) => string.startsWith(match)),
  define('ends with', [text('string'), text('match')], ([string, match]) => string.endsWith(match)),
  define('matches', [text('input'), text('pattern'), optional(text('flags'))], ([input, pattern, flags]) =>
    regularExpression(pattern, flags)?.test(input),
  ),
  define('replace', [text('input'), text('pattern'), text('replacement'), optional(text('flags'))], replaceAll),
  define('split', [text('string'), text('delimiter')], ([string, delimiter]) => {
    const pattern = regularExpression(delimiter, undefined);
    return pattern && string.split(pattern);
  }),
  define('string join', [texts('list'), optional(text('delimiter'))], ([parts, delimiter = '']) =>
    parts.filter((part) => part !== null).join(delimiter),
  ),
];

function substring(values: readonly [string, number, number | undefined]): string | undefined {
  const [string, start, length] = values;
  const characters = Array.from(string);
  const from = start < 0 ? characters.length + Math.trunc(start) : Math.trunc(start) - 1;
  if (Math.trunc(start) === 0 || from < 0 || (length !== undefined && length < 1)) return undefined;
  return characters.slice(from, length === undefined ? undefined : from + Math.trunc(length)).join('');
}

function replaceAll(values: readonly [string, string, string, string | undefined]): string | undefined {
  const [input, pattern, replacement, flags] = values;
  const expression = regularExpression(pattern, `${flags ?? ''}g`);
  // XPath writes $0 for the whole and \$ for a dollar sign, where JavaScript has $& and $$.
  const translated = replacement.replace(/\\\$/g, '$$$$').replace(/\$0/g, '$$&').replace(/\\\\/g, '\\');
  // XPath refuses a pattern that matches nothing at all, such as `a*`.
  return expression === undefined || expression.test('') ? undefined : input.replace(expression, translated);
}

// A class in brackets, an escaped sign, or white space.
const pieces = /\[(?:[^\]\\]|\\.)*\]|\\.|\s+/g;

/** A pattern of XPath as one of JavaScript; undefined when it is none, or a flag is unknown. */
function regularExpression(pattern: string, flags = ''): RegExp | undefined {
  if (!/^[smixg]*$/.test(flags)) return undefined;
  const translated = pattern.replace(pieces, (piece) => translate(piece, flags.includes('x')));
  try {
    return new RegExp(translated, `u${[...new Set(flags.replaceAll('x', ''))].join('')}`);
  } catch {
    // The engine of regular expressions is the only judge of what is one.
    return undefined;
  }
}

// JavaScript has no flag to leave out white space, and knows the escaped hyphen in brackets only.
function translate(piece: string, leaveOutSpace: boolean): string {
  if (piece === '\\-') return '-';
  return leaveOutSpace && piece.trim() === '' ? '' : piece;
}
