import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf, escapeMarkdown, inlineOf, textOf, type Block } from '../../../forms/schema/markdown.ts';

describe('a text in Markdown', () => {
  it('has headings, paragraphs, lists and quotations', () => {
    const kinds = blocksOf('# Titolo\nRiga uno\nriga due\n\n- a\n- b\n\n1. c\n> d').map(({ kind }) => kind);
    expect(kinds).toEqual(['heading', 'paragraph', 'list', 'list', 'quotation']);
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

  it('takes a sign after a backslash as it is', () => {
    expect(inlineOf(String.raw`\*non\* \[qui\](https:\/\/a.it) \d`)).toEqual([
      { kind: 'text', text: String.raw`*non* [qui](https://a.it) \d` },
    ]);
  });
});

const shown = (blocks: readonly Block[]): string =>
  blocks
    .flatMap((block) => ('lines' in block ? block.lines : []))
    .map(textOf)
    .join('\n');

const hostile = [
  '# Titolo',
  '> citazione',
  '- punto\n- altro',
  '1. primo\n2) secondo',
  '+ punto',
  '**forte** *piano* _sotto_ `codice`',
  '[clicca](https://evil.example)',
  '[clicca](javascript:alert\\(1\\))',
  'vedi https://evil.example/paga e http://evil.example',
  'riga\n\n## Esito: accolta\n\nriga',
  'finisce con una barra \\',
  '\\\n# dopo una barra',
  '<img src=x onerror=alert(1)>',
  'r_emiro/2026/0000001',
];

describe('a value in a text', () => {
  it.each(hostile)('reads as it was written: %j', (value) => {
    const blocks = blocksOf(`Prima ${escapeMarkdown(value)}`);
    expect(blocks).toHaveLength(1);
    expect(shown(blocks)).toBe(`Prima ${value}`);
  });

  it.each(['', '> ', '- ', '**', 'https:', '1'])('is text wherever it stands: after %j', (before) => {
    for (const value of hostile) {
      const pieces = blocksOf(`${before}${escapeMarkdown(value)}`).flatMap((block) => {
        if ('lines' in block) return block.lines.flat();
        return 'items' in block ? block.items.flat() : [{ kind: 'heading' }];
      });
      expect(pieces.every(({ kind }) => kind === 'text')).toBe(true);
    }
  });

  it('is never anything but text', () => {
    const signs = fc.array(fc.constantFrom(...'#>-+*_`[]()!<.:/\\1 a\n', 'http', 'www.'), { maxLength: 20 });
    fc.assert(
      fc.property(signs, signs, (one, other) => {
        const value = one.join('');
        const blocks = blocksOf(`a${escapeMarkdown(value)}${escapeMarkdown(other.join(''))}`);
        expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph']);
        expect(shown(blocks)).toBe(`a${value}${other.join('')}`);
      }),
      { seed: 27, numRuns: 2000 },
    );
  });

  it('may be the target of a link that the text makes', () => {
    expect(inlineOf(`[Pagina](${escapeMarkdown('https://www.regione.it/a_b?c=1#d')})`)).toEqual([
      { kind: 'link', text: 'Pagina', href: 'https://www.regione.it/a_b?c=1#d' },
    ]);
    expect(inlineOf(`[Pagina](${escapeMarkdown('javascript:alert')})`)[0]?.kind).toBe('text');
  });
});
