import { RE2JS } from 're2js';

/** A regular expression that takes time in proportion to the text, whatever the text is. */
export interface Pattern {
  test(text: string): boolean;
  split(text: string): readonly string[];
  /** The text with each match replaced; `$1` in `replacement` is a group, `$&` the whole match, `$$` a dollar sign. */
  replaceAll(text: string, replacement: string): string;
  /** How much work it does for each character, at most: a count of the steps that it is compiled to. */
  readonly cost: number;
}

/**
 * A pattern of XPath (DMN 1.5, 10.3.4.3) or of a form; undefined when it is none, or a flag is unknown. `i` ignores
 * case, `s` lets the dot match a line break, `m` lets `^` and `$` match at lines, `x` leaves out white space.
 *
 * RE2 has neither references to groups (`\1`) nor looks ahead: no engine that has them ends in time on every text.
 */
export function readPattern(pattern: string, flags = ''): Pattern | undefined {
  const key = `${flags}/${pattern}`;
  if (known.has(key)) return known.get(key);
  if (known.size >= mostKnown) known.clear();
  const made = compile(pattern, flags);
  known.set(key, made);
  return made;
}

const known = new Map<string, Pattern | undefined>();
const mostKnown = 1000;

const flagValues: Readonly<Record<string, number>> = {
  i: RE2JS.CASE_INSENSITIVE,
  s: RE2JS.DOTALL,
  m: RE2JS.MULTILINE,
  x: 0,
};

function compile(pattern: string, flags: string): Pattern | undefined {
  const values = [...new Set(flags)].map((flag) => flagValues[flag]);
  if (values.includes(undefined)) return undefined;
  const translated = pattern.replace(pieces, (piece) => translate(piece, flags.includes('x')));
  try {
    return patternOf(
      RE2JS.compile(
        translated,
        values.reduce<number>((sum, value) => sum | (value ?? 0), 0),
      ),
    );
  } catch {
    // The engine of regular expressions is the only judge of what is one.
    return undefined;
  }
}

function patternOf(compiled: RE2JS): Pattern {
  return {
    test: (text) => compiled.test(text),
    split: (text) => compiled.split(text, -1),
    replaceAll: (text, replacement) => compiled.matcher(text).replaceAll(replacement),
    cost: compiled.programSize(),
  };
}

// A class in brackets, an escaped sign, or white space.
const pieces = /\[(?:[^\]\\]|\\.)*\]|\\.|\s+/gs;

function translate(piece: string, leaveOutSpace: boolean): string {
  return leaveOutSpace && piece.trim() === '' ? '' : piece;
}
