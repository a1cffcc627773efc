import { describe, expect, it } from 'vitest';
import { codeIn, manyLines, oneLine } from '../../../forms/schema/clean.ts';
import { fc, runsOr } from '../../support/random.ts';

/** Reason, text, the same as one line. */
const lines: readonly (readonly [string, string, string])[] = [
  ['a zero-width space', 'Ada\u200b', 'Ada'],
  ['a byte order mark', '\ufeffAda', 'Ada'],
  ['a soft hyphen', 'Bo\u00adlogna', 'Bologna'],
  ['an override of the direction', 'Anna\u202eirossA', 'AnnairossA'],
  ['an embedding and its end', '\u202aAda\u202c', 'Ada'],
  ['isolates and marks of the direction', '\u2066A\u2069\u200ed\u200fa\u061c', 'Ada'],
  ['tags, which hide words', 'Ada\u{e0041}\u{e0042}', 'Ada'],
  ['fillers of Hangul', 'Ada\u3164\u115f', 'Ada'],
  ['controls beyond ASCII', 'A\u0080d\u009fa', 'Ada'],
  ['a joiner between Latin letters', 'A\u200dd\u200ca', 'Ada'],
  ['a mark to be composed', 'Nicolo\u0300', 'Nicolò'],
  ['a mark behind what cannot be seen', 'Nicolo\u200b\u0300', 'Nicolò'],
  ['no-break spaces', 'Ada\u00a0\u202fProva', 'Ada Prova'],
  ['a joiner of an emoji stays', '👩\u200d🚒', '👩\u200d🚒'],
  ['a non-joiner of Persian stays', 'می\u200cخواهم', 'می\u200cخواهم'],
];

const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '\u200b',
      '\u200d',
      '\u202e',
      '\u0301',
      '\ud800',
      '\udc00',
      '\u{e0041}',
      '\u0085',
      '\u2028',
      'e',
      'م',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
});

describe('text of people', () => {
  it.each(lines)('is cleaned of %s', (_reason, given, expected) => {
    expect(oneLine(given)).toBe(expected);
    expect(manyLines(given.replace(/[\u00a0\u202f]+/, ' '))).toBe(expected);
  });

  it('keeps its lines where it may have many', () => {
    expect(manyLines(' a\u200b \r\n\u202eb\u2028c\u0085\td\u000b ')).toBe('a\nb\nc\n\td');
  });

  it('is a code in upper case, without spaces and full width', () => {
    expect(codeIn(' \u200bprv\u200dＤＡＡ-85 ', /-/g)).toBe('PRVDAA85');
  });

  it.each([
    ['a line', oneLine],
    ['many lines', manyLines],
    ['a code', (text: string) => codeIn(text)],
  ])('stays the same when it is cleaned again as %s', (_kind, clean) => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = clean(text);
        expect(clean(once)).toBe(once);
        expect(once).toBe(once.normalize('NFC'));
      }),
      { numRuns: runsOr(2000) },
    );
  });
});
