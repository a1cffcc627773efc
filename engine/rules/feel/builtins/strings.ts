import { spend } from '../budget.ts';
import { readPattern } from '../pattern.ts';
import type { Pattern } from '../pattern.ts';
import type { Run } from '../value.ts';
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
  define('matches', [text('input'), text('pattern'), optional(text('flags'))], ([input, pattern, flags], run) =>
    patternOver(input, { pattern, flags, run })?.test(input),
  ),
  define('replace', [text('input'), text('pattern'), text('replacement'), optional(text('flags'))], replaceAll),
  define('split', [text('string'), text('delimiter')], ([string, delimiter], run) =>
    patternOver(string, { pattern: delimiter, run })?.split(string),
  ),
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

function replaceAll(values: readonly [string, string, string, string | undefined], run: Run): string | undefined {
  const [input, pattern, replacement, flags] = values;
  const expression = patternOver(input, { pattern, flags, run });
  // XPath writes $0 for the whole and \$ for a dollar sign, where JavaScript has $& and $$.
  const translated = replacement.replace(/\\\$/g, '$$$$').replace(/\$0/g, '$$&').replace(/\\\\/g, '\\');
  // XPath refuses a pattern that matches nothing at all, such as `a*`.
  return expression === undefined || expression.test('') ? undefined : expression.replaceAll(input, translated);
}

interface Wanted {
  readonly pattern: string;
  readonly flags?: string | undefined;
  readonly run: Run;
}

// A matcher looks at each character once for each step of the pattern at most; sixteen such looks are a unit of work.
function patternOver(input: string, { pattern, flags, run }: Wanted): Pattern | undefined {
  const expression = readPattern(pattern, flags);
  if (expression !== undefined) spend(run, Math.ceil((input.length * expression.cost) / 16));
  return expression;
}
