import { describe, expect, it } from 'vitest';
import { blocksOf, inlineOf } from '../../../forms/kit/markdown.ts';

describe('a text in Markdown', () => {
  it('has headings, paragraphs and lists', () => {
    const kinds = blocksOf('# Titolo\nRiga uno\nriga due\n\n- a\n- b\n\n1. c').map(({ kind }) => kind);
    expect(kinds).toEqual(['heading', 'paragraph', 'list', 'list']);
  });

  it('has emphasis and links inside a line', () => {
    expect(inlineOf('Leggi **bene** il [testo](https://esempio.it) *ora*')).toEqual([
      { kind: 'text', text: 'Leggi ' },
      { kind: 'strong', text: 'bene' },
      { kind: 'text', text: ' il ' },
      { kind: 'link', text: 'testo', href: 'https://esempio.it' },
      { kind: 'text', text: ' ' },
      { kind: 'emphasis', text: 'ora' },
    ]);
  });

  it('has bare addresses as links, without the full stop after', () => {
    expect(inlineOf('Vedi https://esempio.it/a?b=1.')).toEqual([
      { kind: 'text', text: 'Vedi ' },
      { kind: 'link', text: 'https://esempio.it/a?b=1', href: 'https://esempio.it/a?b=1' },
      { kind: 'text', text: '.' },
    ]);
  });

  it.each(['[x](javascript:alert)', '[x](data:text/html,y)', '[x](//altrove.it)'])('leaves %s as text', (line) => {
    expect(inlineOf(line)).toEqual([{ kind: 'text', text: line }]);
  });
});
