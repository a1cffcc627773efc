/**
 * A small part of Markdown as data, for pages, mails and documents alike: paragraphs, headings, lists, quotations,
 * emphasis
 * and links. HTML is text like any other. A backslash before a sign takes its meaning away, one at the end of a line
 * keeps
 * the line break and what follows in the same block.
 */

/** A piece of a line. A text may hold line breaks. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

/** A block of text. */
export type Block =
  | { readonly kind: 'paragraph' | 'quotation'; readonly lines: readonly (readonly Inline[])[] }
  | { readonly kind: 'heading'; readonly depth: number; readonly content: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] };

/**
 * A value as a text that Markdown shows as it is: nothing in it becomes a heading, a list, a quotation, emphasis or a
 * link, bare addresses included, and its line breaks stay.
 */
export function escapeMarkdown(value: string): string {
  return value
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\\`*_[\]()<>#]/g, '\\$&')
    .replace(/\/(?=\/)/g, '/\\')
    .replace(/^([ \t]*)([-+])/gm, '$1\\$2')
    .replace(/^([ \t]*\d+)([.)])/gm, '$1\\$2')
    .replace(/^[/:.]/, '\\$&')
    .replaceAll('\n', '\\\n');
}

/** What a kept line break is while blocks are told apart. */
const KEPT_BREAK = '\u2028';
const ESCAPED = String.raw`\\[!-/:-@[-${'`'}{-~]`;
const INLINE = new RegExp(
  [
    String.raw`\[((?:${ESCAPED}|[^\]\\\n])+)\]\(((?:${ESCAPED}|[^()\s\\])+)\)`,
    String.raw`\*\*((?:${ESCAPED}|[^*\\\n])+)\*\*`,
    String.raw`\*((?:${ESCAPED}|[^*\\\n])+)\*`,
    String.raw`\b_((?:${ESCAPED}|[^_\\\n])+)_\b`,
    String.raw`(https?:\/\/[^\s<>()«»"\\]*[^\s<>()«»"\\.,;:!?])`,
    `(${ESCAPED})`,
  ].join('|'),
  'g',
);
const SAFE_HREF = /^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i;
const BULLET = /^\s*[-*]\s+/;
const NUMBER = /^\s*\d+[.)]\s+/;
const HEADING = /^(#{1,6})\s+(.*)$/s;
const QUOTATION = /^>\s?/;

const bare = (text: string): string =>
  text.replace(new RegExp(ESCAPED, 'g'), (escaped) => escaped.slice(1)).replaceAll(KEPT_BREAK, '\n');

function pieceOf(match: RegExpExecArray): Inline {
  const [whole, linkText, href, strong, starred, underlined, address] = match;
  if (linkText !== undefined && href !== undefined) {
    const target = bare(href);
    return SAFE_HREF.test(target)
      ? { kind: 'link', text: bare(linkText), href: target }
      : { kind: 'text', text: bare(whole) };
  }
  if (strong !== undefined) return { kind: 'strong', text: bare(strong) };
  if (address !== undefined) return { kind: 'link', text: address, href: address };
  const emphasis = starred ?? underlined;
  return emphasis === undefined ? { kind: 'text', text: bare(whole) } : { kind: 'emphasis', text: bare(emphasis) };
}

/** The pieces of one line; an address that is not of the web, of mail or of this site stays text. */
export function inlineOf(line: string): readonly Inline[] {
  const pieces: Inline[] = [];
  let from = 0;
  for (const match of line.matchAll(INLINE)) {
    if (match.index > from) pieces.push({ kind: 'text', text: bare(line.slice(from, match.index)) });
    pieces.push(pieceOf(match));
    from = match.index + match[0].length;
  }
  if (from < line.length) pieces.push({ kind: 'text', text: bare(line.slice(from)) });
  return pieces.reduce<readonly Inline[]>(joined, []);
}

function joined(before: readonly Inline[], piece: Inline): readonly Inline[] {
  const last = before.at(-1);
  if (last?.kind !== 'text' || piece.kind !== 'text') return [...before, piece];
  return [...before.slice(0, -1), { kind: 'text', text: last.text + piece.text }];
}

/** Pieces without their form; the address of a link stands behind its text. */
export function textOf(pieces: readonly Inline[]): string {
  return pieces
    .map((piece) => (piece.kind === 'link' && piece.href !== piece.text ? `${piece.text} (${piece.href})` : piece.text))
    .join('');
}

function blockOf(lines: readonly string[]): Block {
  const [first = ''] = lines;
  const heading = HEADING.exec(first);
  if (heading) return { kind: 'heading', depth: heading[1]?.length ?? 1, content: inlineOf(heading[2] ?? '') };
  if (QUOTATION.test(first)) {
    return { kind: 'quotation', lines: lines.map((line) => inlineOf(line.replace(QUOTATION, ''))) };
  }
  const marker = [BULLET, NUMBER].find((pattern) => pattern.test(first));
  if (marker) {
    return { kind: 'list', ordered: marker === NUMBER, items: lines.map((line) => inlineOf(line.replace(marker, ''))) };
  }
  return { kind: 'paragraph', lines: lines.map(inlineOf) };
}

const kindOf = (line: string): string => {
  if (line.trim() === '') return 'blank';
  if (HEADING.test(line)) return 'heading';
  if (QUOTATION.test(line)) return 'quotation';
  if (BULLET.test(line)) return 'bullet';
  return NUMBER.test(line) ? 'number' : 'paragraph';
};

/** The blocks of a text. */
export function blocksOf(text: string): readonly Block[] {
  const kept = text.replace(/\r\n?/g, '\n').replace(/\\([\s\S])/g, (pair, sign) => (sign === '\n' ? KEPT_BREAK : pair));
  const groups: { kind: string; lines: string[] }[] = [];
  for (const line of kept.split('\n')) {
    const kind = kindOf(line);
    const last = groups.at(-1);
    if (last?.kind === kind && kind !== 'heading') last.lines.push(line);
    else groups.push({ kind, lines: [line] });
  }
  return groups.filter(({ kind }) => kind !== 'blank').map(({ lines }) => blockOf(lines));
}
