import { describe, expect, it } from 'vitest';
import { detailInWords, problemWords } from '../../../../engine/words/problems/words.ts';

describe.each(['it', 'en'] as const)('a problem in words (%s)', (language) => {
  const { titles, reasons } = problemWords[language];

  it('has a title of its own', () => {
    const all = Object.values(titles);
    expect(all.filter((title) => !/^\p{Lu}.+[^.]$/u.test(title))).toEqual([]);
    expect(new Set(all).size).toBe(all.length);
  });

  it('says every refusal in a sentence', () => {
    const all = Object.values(reasons);
    expect(all.filter((sentence) => !/^\p{Lu}.+[.)]$/u.test(sentence))).toEqual([]);
    expect(new Set(all).size).toBe(all.length);
  });
});

it('a refusal tells why, or until when it was possible, in the language of who reads', () => {
  expect(detailInWords({ reason: 'dossier-closed' }, 'it')).toBe('La pratica è chiusa.');
  expect(detailInWords({ untilOn: '2026-04-08' }, 'it')).toBe('L’ultimo giorno era l’8 aprile 2026.');
  expect(detailInWords({ untilOn: '2026-04-08' }, 'en')).toBe('The last day was 8 April 2026.');
  expect(detailInWords({ reason: 'step.endless' }, 'en')).toBeUndefined();
});
