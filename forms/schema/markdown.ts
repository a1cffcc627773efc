import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';

/**
 * What of Markdown (CommonMark) our texts use, for pages, mails and documents alike: paragraphs, headings, lists,
 * quotations, emphasis and links, bare addresses among them. Everything else, HTML and code included, is text. A line
 * break in the source is one in what is shown.
 */

/** A piece of a text. A text may hold line breaks. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly content: readonly Inline[] }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

/** A block of a text. */
export type Block =
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly kind: 'heading'; readonly depth: number; readonly content: readonly Inline[] }
  | { readonly kind: 'quotation'; readonly blocks: readonly Block[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] };

type Root = ReturnType<typeof fromMarkdown>;
type Flow = Root['children'][number];
type Phrasing = Extract<Flow, { type: 'paragraph' }>['children'][number];

/** Constructs that our texts do not have: their signs stand for themselves. */
const unused = [
  'codeFenced',
  'codeIndented',
  'codeText',
  'definition',
  'htmlFlow',
  'htmlText',
  'labelStartImage',
  'setextUnderline',
  'thematicBreak',
];

const reading = {
  extensions: [gfmAutolinkLiteral(), { disable: { null: unused } }],
  // Its transforms look for addresses once more, in text whose escapes are gone: values of people would become links.
  mdastExtensions: [{ ...gfmAutolinkLiteralFromMarkdown(), transforms: [] }],
};

const SAFE_HREF = /^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i;

/** A text without the marks of emphasis around a value that was empty: Markdown would show them as asterisks. */
export const withoutEmptyEmphasis = (text: string): string => text.replace(/(?<![\\*])\*{4}(?!\*)/g, '');

/**
 * A value as a text that Markdown shows as it is: nothing in it becomes a heading, a list, a quotation, emphasis or a
 * link, bare addresses included, and its line breaks and blanks stay.
 */
export function escapeMarkdown(value: string): string {
  return value
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\\`*_[\]()<>#@]|&(?=[#\w]|$)/g, '\\$&')
    .replace(/^[-+./:]|^\d+(?=\.)|\/(?=\/)|w(?=\.)/gi, (sign) => (/^[\dw]/i.test(sign) ? `${sign}\\` : `\\${sign}`))
    .replace(/^[ \t]|[ \t]$|\n/gm, (sign) => `&#${sign.codePointAt(0) ?? 0};`);
}

/** The blocks of a text. */
export function blocksOf(text: string): readonly Block[] {
  return fromMarkdown(text, reading).children.map(blockOf);
}

function blockOf(node: Flow): Block {
  switch (node.type) {
    case 'heading':
      return { kind: 'heading', depth: node.depth, content: piecesOf(node.children) };
    case 'paragraph':
      return { kind: 'paragraph', content: piecesOf(node.children) };
    case 'blockquote':
      return { kind: 'quotation', blocks: node.children.map(blockOf) };
    case 'list':
      return {
        kind: 'list',
        ordered: node.ordered === true,
        items: node.children.map((item) => item.children.map(blockOf)),
      };
    default:
      throw new TypeError(`Markdown gives ${node.type}, which is disabled`);
  }
}

/** Neighbouring texts are one. */
function piecesOf(nodes: readonly Phrasing[]): readonly Inline[] {
  return nodes.flatMap(pieceOf).reduce<readonly Inline[]>(joined, []);
}

function pieceOf(node: Phrasing): readonly Inline[] {
  switch (node.type) {
    case 'text':
      return [{ kind: 'text', text: node.value }];
    case 'break':
      return [{ kind: 'text', text: '\n' }];
    case 'strong':
    case 'emphasis':
      return [{ kind: node.type, content: piecesOf(node.children) }];
    case 'link':
      return linkOf(node.url, textOf(piecesOf(node.children)));
    default:
      throw new TypeError(`Markdown gives ${node.type}, which is disabled`);
  }
}

/** An address that is not of the web, of mail or of this site stays text. Italian quotation marks end a bare one. */
function linkOf(href: string, text: string): readonly Inline[] {
  if (!SAFE_HREF.test(href)) return [{ kind: 'text', text: `[${text}](${href})` }];
  const end = href.search(/[»”’]/);
  const after = href.slice(end);
  if (end < 0 || !text.endsWith(after)) return [{ kind: 'link', text, href }];
  return [
    { kind: 'link', text: text.slice(0, -after.length), href: href.slice(0, end) },
    { kind: 'text', text: after },
  ];
}

function joined(before: readonly Inline[], piece: Inline): readonly Inline[] {
  const last = before.at(-1);
  if (last?.kind !== 'text' || piece.kind !== 'text') return [...before, piece];
  return [...before.slice(0, -1), { kind: 'text', text: last.text + piece.text }];
}

/** Pieces without their form; the address of a link stands behind its text. */
export function textOf(pieces: readonly Inline[]): string {
  return pieces
    .map((piece) => {
      if (piece.kind === 'text') return piece.text;
      if (piece.kind !== 'link') return textOf(piece.content);
      return piece.href === piece.text ? piece.text : `${piece.text} (${piece.href})`;
    })
    .join('');
}

/** The texts of blocks, one below the other. */
export function linesOf(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'quotation') return linesOf(block.blocks);
      return block.kind === 'list' ? block.items.map(linesOf).join('\n') : textOf(block.content);
    })
    .join('\n');
}
