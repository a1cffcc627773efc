import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf, escapeMarkdown, linesOf, type Block, type Inline } from '../../../forms/schema/markdown.ts';

const piecesIn = (text: string): readonly Inline[] =>
  blocksOf(text).flatMap((block) => ('content' in block ? block.content : []));

describe('a text in Markdown', () => {
  it('has headings, paragraphs, lists and quotations', () => {
    const kinds = blocksOf('# Titolo\nRiga uno\nriga due\n\n- a\n- b\n\n1. c\n> d').map(({ kind }) => kind);
    expect(kinds).toEqual(['heading', 'paragraph', 'list', 'list', 'quotation']);
  });

  it('has emphasis and links inside a line', () => {
    expect(piecesIn('Leggi **bene** il [testo](https://esempio.it) *ora*')).toEqual([
      { kind: 'text', text: 'Leggi ' },
      { kind: 'strong', content: [{ kind: 'text', text: 'bene' }] },
      { kind: 'text', text: ' il ' },
      { kind: 'link', text: 'testo', href: 'https://esempio.it' },
      { kind: 'text', text: ' ' },
      { kind: 'emphasis', content: [{ kind: 'text', text: 'ora' }] },
    ]);
  });

  it.each(['.', '»', '»,', '”.', '!'])('has bare addresses as links, without the %s after', (after) => {
    expect(piecesIn(`Vedi https://esempio.it/a?b=1${after}`)).toEqual([
      { kind: 'text', text: 'Vedi ' },
      { kind: 'link', text: 'https://esempio.it/a?b=1', href: 'https://esempio.it/a?b=1' },
      { kind: 'text', text: after },
    ]);
  });

  it('shows line breaks of the source', () => {
    expect(linesOf(blocksOf('Regione\nvia A\\\n40127 Bologna'))).toBe('Regione\nvia A\n40127 Bologna');
  });

  it('has lists inside of lists, and lists in quotations', () => {
    expect(linesOf(blocksOf('- uno\n  1. primo\n  2. secondo\n\n> - tre'))).toBe('uno\nprimo\nsecondo\ntre');
  });

  it('has headings of their depth, and lists with numbers or without', () => {
    expect(blocksOf('### Terzo\n\n- a\n\n1. b')).toMatchObject([
      { kind: 'heading', depth: 3 },
      { kind: 'list', ordered: false },
      { kind: 'list', ordered: true },
    ]);
  });

  it('reads in plain lines with the address of a link behind its words', () => {
    const text = 'Leggi **bene** [qui](https://a.it/x), poi https://b.it\n\nE *[là](https://c.it)*';
    expect(linesOf(blocksOf(text))).toBe('Leggi bene qui (https://a.it/x), poi https://b.it\nE là (https://c.it)');
  });

  it.each(['[x](javascript:alert)', '[x](data:text/html,y)', '[x](//altrove.it)'])('leaves %s as text', (line) => {
    expect(piecesIn(line)).toEqual([{ kind: 'text', text: line }]);
  });

  it.each(['<b>ciao</b>', '`codice`', '---', '```\nx\n```', '![x][y]', '[x]: y', '&nbsp'])(
    'shows %s as it is',
    (text) => {
      expect(blocksOf(text)).toEqual([{ kind: 'paragraph', content: [{ kind: 'text', text }] }]);
    },
  );

  it('takes a sign after a backslash as it is', () => {
    expect(piecesIn(String.raw`\*non\* \[qui\](https:\/\/a.it) \d`)).toEqual([
      { kind: 'text', text: String.raw`*non* [qui](https://a.it) \d` },
    ]);
  });
});

const isText = (block: Block): boolean => {
  if (block.kind === 'quotation') return block.blocks.every(isText);
  if (block.kind === 'list') return block.items.flat().every(isText);
  return block.content.every(({ kind }) => kind === 'text');
};

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
  '    rientrata di quattro',
  'con spazi in fondo  ',
  'AT&amp;T &#42;',
  'scrivi a paga@evil.example o vai su www.evil.example',
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
    expect(linesOf(blocks)).toBe(`Prima ${value}`);
  });

  it.each(['', '# ', '> ', '- ', '**', 'https:', 'www', '1', 'a&'])(
    'is text wherever it stands: after %j',
    (before) => {
      for (const value of hostile) {
        const blocks = blocksOf(`${before}${escapeMarkdown(value)}`);
        expect(blocks).toHaveLength(1);
        expect(blocks.every(isText)).toBe(true);
        expect(linesOf(blocks)).toContain(value);
      }
    },
  );

  it('is never anything but text', () => {
    const signs = fc.array(fc.constantFrom(...'#>-+*_`[]()!<.:/@&;\\1 a\n\t', 'http', 'www.', 'amp;', '#10;'), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(signs, signs, (one, other) => {
        const value = one.join('');
        const blocks = blocksOf(`a${escapeMarkdown(value)}${escapeMarkdown(other.join(''))}`);
        expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph']);
        expect(blocks.every(isText)).toBe(true);
        expect(linesOf(blocks)).toBe(`a${value}${other.join('')}`);
      }),
      { seed: 27, numRuns: 2000 },
    );
  });

  it('may be the target of a link that the text makes', () => {
    expect(piecesIn(`[Pagina](${escapeMarkdown('https://www.regione.it/a_b?c=1#d')})`)).toEqual([
      { kind: 'link', text: 'Pagina', href: 'https://www.regione.it/a_b?c=1#d' },
    ]);
    expect(piecesIn(`[Pagina](${escapeMarkdown('javascript:alert')})`)[0]?.kind).toBe('text');
  });
});
