import { blocksOf, linesOf, textOf, type Block } from '../../../forms/schema/markdown.ts';
import type { PdfBlock } from '../pdf.ts';

/**
 * A text in the Markdown of templates as the blocks of a document. Paper has no links: their addresses are written out.
 */
export function letterBlocks(markdown: string): readonly PdfBlock[] {
  return blocksOf(markdown).map(blockOf);
}

function blockOf(block: Block): PdfBlock {
  switch (block.kind) {
    case 'heading':
      return { type: 'heading', text: textOf(block.content) };
    case 'list':
      return { type: 'list', items: block.items.map(linesOf) };
    case 'quotation':
      return { type: 'quotation', text: linesOf(block.blocks) };
    case 'paragraph':
      return { type: 'paragraph', text: textOf(block.content) };
  }
}
