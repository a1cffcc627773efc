import { blocksOf, textOf, type Block, type Inline } from '../../../forms/schema/markdown.ts';
import type { PdfBlock } from '../pdf.ts';

/**
 * A text in the small Markdown of templates as the blocks of a document. Paper has no links: their addresses are
 * written out.
 */
export function letterBlocks(markdown: string): readonly PdfBlock[] {
  return blocksOf(markdown).map(blockOf);
}

function blockOf(block: Block): PdfBlock {
  switch (block.kind) {
    case 'heading':
      return { type: 'heading', text: textOf(block.content) };
    case 'list':
      return { type: 'list', items: block.items.map(textOf) };
    case 'paragraph':
    case 'quotation':
      return { type: block.kind, text: linesOf(block.lines) };
  }
}

function linesOf(lines: readonly (readonly Inline[])[]): string {
  return lines.map((line) => textOf(line).trim()).join('\n');
}
