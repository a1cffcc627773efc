import { describe, expect, it } from 'vitest';
import { isNear } from '../../../../engine/core/search/near.ts';
import { wantedIn, wordsOf } from '../../../../engine/core/search/words.ts';

const plain = (text: string) => wordsOf(text).map((word) => word.plain);
const wanted = (query: string) => wantedIn(query).map(({ words }) => words.map((word) => word.plain).join('+'));

describe('the words of a text', () => {
  it.each([
    ['«Accesso» “agli” ‘atti’…', ['accesso', 'agli', 'atti']],
    ['PERCHÉ è così', ['perche', 'e', 'cosi']],
    // A letter and its accent may come as two characters.
    ['perche\u0301', ['perche']],
    ['r_emiro/2026/0000042', ['r', 'emiro', '2026', '0000042', '42']],
    ['l’ambiente', ['l', 'ambiente', 'lambiente']],
    ["Dall'Olio", ['dall', 'olio', 'dallolio']],
    ['RSS MRA 80A01 H501U', ['rssmra80a01h501u']],
    ['Straße, Ærø, Łódź', ['strasse', 'aero', 'lodz']],
    ['mario.rossi@example.org', ['mario', 'rossi', 'example', 'org']],
    ['verbale_2025-03.pdf', ['verbale', '2025', '03', '3', 'pdf']],
    ['?!—', []],
  ])('of %j are %j', (text, expected) => {
    expect(plain(text)).toEqual(expected);
  });

  it('keep their accents for the list of stop words', () => {
    expect(wordsOf('PERCHÉ')).toEqual([{ written: 'perché', plain: 'perche' }]);
  });

  it('are no longer than a word', () => {
    expect(wordsOf('a'.repeat(61))).toEqual([]);
  });
});

describe('what a query wants', () => {
  it.each([
    ['atti  accesso', ['atti', 'accesso']],
    ['bnc gli 85d50 a944 d', ['bncgli85d50a944d']],
    ["d'angelo", ['d+angelo']],
    ["citta' metropolitana", ['citta', 'metropolitana']],
    ['   ', []],
  ])('%j is %j', (query, expected) => {
    expect(wanted(query)).toEqual(expected);
  });

  it('is the joined word too where an apostrophe divides it', () => {
    expect(wantedIn('d’Angelo')).toMatchObject([{ joined: 'dangelo' }]);
  });
});

describe('a misspelling', () => {
  it.each([
    ['acesso', 'accesso', true],
    ['bianhci', 'bianchi', true],
    ['rosis', 'rossi', true],
    ['vinachi', 'bianchi', false],
    ['concrsoo', 'concorso', true],
    ['ambeinte', 'ambiente', true],
    ['rosa', 'rossi', false],
    ['atto', 'atti', true],
    // In three letters every slip makes another word.
    ['tir', 'tar', false],
    // Another number is another thing.
    ['0000006', '0000002', false],
    ['2025', '2026', false],
    ['istruttoria', 'istruttore', true],
    ['diniego', 'diniego', true],
  ])('%s for %s: %s', (word, other, expected) => {
    expect(isNear(word, other)).toBe(expected);
    expect(isNear(other, word)).toBe(expected);
  });
});
