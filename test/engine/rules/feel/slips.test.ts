import { describe, expect, it } from 'vitest';
import { parseFeel, parseUnary } from '../../../../engine/rules/feel.ts';
import type { FeelSyntaxError } from '../../../../engine/rules/feel.ts';
import { feelFaultInWords } from '../../../../engine/words/findings/feel-words.ts';

const told = (errors: readonly FeelSyntaxError[]) => errors.map(({ fault }) => feelFaultInWords(fault, 'it'));

describe('a slip in an expression', () => {
  it.each([
    ['a == 1', 'l’operatore «==» non è di FEEL: l’uguaglianza si scrive ='],
    ['a === 1', 'l’operatore «===» non è di FEEL: l’uguaglianza si scrive ='],
    ['=b ==== true', 'l’operatore «====» non è di FEEL: l’uguaglianza si scrive ='],
    ['a != != 1', 'l’operatore «!=!=» non è di FEEL'],
    ['== b', 'davanti a «=» manca che cosa si confronta'],
    ['!= b', 'davanti a «!=» manca che cosa si confronta'],
    ['a <> 1', 'l’operatore «<>» non è di FEEL: «diverso da» si scrive !='],
    ['a !== 1', 'l’operatore «!==» non è di FEEL: «diverso da» si scrive !='],
    ['a =< 1', '«minore o uguale» si scrive <='],
    ['if a => 1 then b else c', '«maggiore o uguale» si scrive >='],
    ['list[a == 1]', 'l’operatore «==»'],
    ['a in (== 5)', 'l’operatore «==»'],
    ['a b', '«a b», che nessuno definisce: fra due nomi manca un operatore?'],
    ['not(a b = 1)', '«a b»'],
    ['person.first name = "x"', '«first name»'],
    ['f(a b)', '«a b»'],
    ['NOT(a)', 'la funzione «NOT» non esiste: si scrive «not»'],
    ['if Count(list) > 1 then 1 else 2', 'la funzione «Count» non esiste: si scrive «count»'],
    ['startsWith(a, "x")', 'si scrive «starts with»'],
    ['string Length(a)', 'si scrive «string length»'],
    ['Date("2026-01-01")', 'si scrive «date»'],
    ['a = true = b', 'si confronta l’esito di un confronto'],
    ['1 < x < 3', 'si confronta l’esito di un confronto: due confronti si uniscono con «and»'],
    ['a between 1 and 2 = true', 'si confronta l’esito di un confronto'],
    ['code = 12345678901234567', 'ha più di 15 cifre'],
    ['0.1234567890123456789', 'ha più di 15 cifre'],
  ])('%s is told', (expression, sentence) => {
    expect(told(parseFeel(expression))).toEqual([expect.stringContaining(sentence)]);
  });

  it.each([
    ['== 1', 'l’uguaglianza si scrive ='],
    ['> 1, <> 2', '«diverso da» si scrive !='],
    ['not(a b)', '«a b»'],
    ['NOT("a")', 'si scrive «not»'],
    ['? = 1 = 2', 'si confronta l’esito di un confronto'],
    ['12345678901234567', 'ha più di 15 cifre'],
  ])('%s is told in a cell', (tests, sentence) => {
    expect(told(parseUnary(tests))).toEqual([expect.stringContaining(sentence)]);
  });

  it.each([
    'a = (> 5)',
    '(= 5)',
    'a in > 5',
    'string length("x") > 1',
    '@"2026-01-01T10:00:00Z".time offset = duration("PT0S")',
    '[1..3].start included',
    'function(first name) first name + 1',
    '{first name: 1, b: first name}.first name',
    'x instance of date and time',
    'years and months duration(date("2026-01-01"), today())',
    '100000000000000000000',
    '-a != -1',
    '(a = b) = c',
    'a = (b = c)',
    'a = b and c = d',
    'a = b between c and d',
    'if a = b then c = d else e = f',
    'function(Not) Not(1)',
    'person.Count(1)',
    'unheard(a)',
  ])('none is seen in %s', (expression) => {
    expect(parseFeel(expression)).toEqual([]);
  });

  it('none is a name that is known', () => {
    const known = { 'tax rate': 1, person: { 'first name': 'Ada' }, list: [{ 'due day': 1 }] };
    expect(parseFeel('tax rate + 1', known)).toEqual([]);
    expect(parseFeel('person.first name = "Ada"', known)).toEqual([]);
    expect(parseFeel('list[due day > 0]', known)).toEqual([]);
    expect(parseFeel('Count(1)', { Count: null })).toEqual([]);
  });

  it('quotes at most eighty characters of a long expression', () => {
    const [slip] = parseFeel(`${'x + '.repeat(100)}1 == 2`);
    expect(told(slip === undefined ? [] : [slip])[0]?.length).toBeLessThan(200);
  });
});

describe('a text literal', () => {
  it.each([
    ['matches("40121", "^\\d{5}$")', []],
    ['"a\\qb"', []],
  ])('keeps a backslash before a sign that needs none: %s', (expression, mistakes) => {
    expect(parseFeel(expression)).toEqual(mistakes);
  });
});
