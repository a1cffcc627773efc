/** A small part of Markdown as data: paragraphs, headings, lists, emphasis and links. HTML is text like any other. */

/** A piece of a line. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

/** A block of text. */
export type Block =
  | { readonly kind: 'paragraph'; readonly lines: readonly (readonly Inline[])[] }
  | { readonly kind: 'heading'; readonly depth: number; readonly content: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] };

const INLINE =
  /\[([^\]\n]+)\]\(([^()\s]+)\)|\*\*([^*\n]+)\*\*|\*([^*\n]+)\*|\b_([^_\n]+)_\b|(https?:\/\/[^\s<>()«»"]*[^\s<>()«»".,;:!?])/g;
const SAFE_HREF = /^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i;
const BULLET = /^\s*[-*]\s+/;
const NUMBER = /^\s*\d+[.)]\s+/;
const HEADING = /^(#{1,6})\s+(.*)$/;

function pieceOf(match: RegExpExecArray): Inline {
  const [whole, linkText, href, strong, starred, underlined, address] = match;
  if (linkText !== undefined && href !== undefined) {
    return SAFE_HREF.test(href) ? { kind: 'link', text: linkText, href } : { kind: 'text', text: whole };
  }
  if (strong !== undefined) return { kind: 'strong', text: strong };
  if (address !== undefined) return { kind: 'link', text: address, href: address };
  return { kind: 'emphasis', text: starred ?? underlined ?? whole };
}

/** The pieces of one line; an address that is not of the web, of mail or of this site stays text. */
export function inlineOf(line: string): readonly Inline[] {
  const pieces: Inline[] = [];
  let from = 0;
  for (const match of line.matchAll(INLINE)) {
    if (match.index > from) pieces.push({ kind: 'text', text: line.slice(from, match.index) });
    pieces.push(pieceOf(match));
    from = match.index + match[0].length;
  }
  if (from < line.length) pieces.push({ kind: 'text', text: line.slice(from) });
  return pieces;
}

function blockOf(lines: readonly string[]): Block {
  const [first = ''] = lines;
  const heading = HEADING.exec(first);
  if (heading) return { kind: 'heading', depth: heading[1]?.length ?? 1, content: inlineOf(heading[2] ?? '') };
  const marker = [BULLET, NUMBER].find((pattern) => pattern.test(first));
  if (marker) {
    return { kind: 'list', ordered: marker === NUMBER, items: lines.map((line) => inlineOf(line.replace(marker, ''))) };
  }
  return { kind: 'paragraph', lines: lines.map(inlineOf) };
}

const kindOf = (line: string): string => {
  if (line.trim() === '') return 'blank';
  if (HEADING.test(line)) return 'heading';
  if (BULLET.test(line)) return 'bullet';
  return NUMBER.test(line) ? 'number' : 'paragraph';
};

/** The blocks of a text. */
export function blocksOf(text: string): readonly Block[] {
  const groups: { kind: string; lines: string[] }[] = [];
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    const kind = kindOf(line);
    const last = groups.at(-1);
    if (last?.kind === kind && kind !== 'heading') last.lines.push(line);
    else groups.push({ kind, lines: [line] });
  }
  return groups.filter(({ kind }) => kind !== 'blank').map(({ lines }) => blockOf(lines));
}
