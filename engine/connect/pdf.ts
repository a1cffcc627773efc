import PDFDocument from 'pdfkit';
import type { Instant } from '../kernel/types.ts';

/** A part of a document. */
export type PdfBlock =
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'paragraph'; readonly text: string }
  | { readonly type: 'list'; readonly items: readonly string[] }
  | { readonly type: 'facts'; readonly rows: readonly { readonly label: string; readonly text: string }[] };

/** A document to draw. The same values give the same bytes. */
export interface PdfContent {
  readonly title: string;
  /** The body that issues it, at the top of the first page. */
  readonly letterhead: string;
  /** Small lines under the title: registration, date. */
  readonly references: readonly string[];
  readonly blocks: readonly PdfBlock[];
  readonly createdAt: Instant;
}

const ink = '#17324d';
const faint = '#5a768a';

/** Draws a document on A4 pages, tagged, in Italian, with page numbers. */
export function renderPdf(content: PdfContent): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margins: { top: 64, bottom: 72, left: 64, right: 64 },
    bufferPages: true,
    lang: 'it-IT',
    tagged: true,
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: content.title, Author: content.letterhead, CreationDate: new Date(content.createdAt) },
  });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise<Buffer>((resolve, reject) => {
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
  drawHead(document, content);
  for (const block of content.blocks) drawBlock(document, block);
  numberPages(document);
  document.end();
  return finished;
}

type Sheet = PDFKit.PDFDocument;

function drawHead(sheet: Sheet, { letterhead, title, references }: PdfContent): void {
  sheet.font('Helvetica').fontSize(10).fillColor(faint).text(letterhead.toUpperCase(), { characterSpacing: 0.6 });
  sheet.moveDown(1.5).font('Helvetica-Bold').fontSize(20).fillColor(ink).text(title);
  sheet.moveDown(0.4).font('Helvetica').fontSize(10).fillColor(faint);
  for (const reference of references) sheet.text(reference);
  sheet.moveDown(1.5);
}

function drawBlock(sheet: Sheet, block: PdfBlock): void {
  sheet.font('Helvetica').fontSize(11).fillColor(ink);
  switch (block.type) {
    case 'heading':
      sheet.moveDown(0.4).font('Helvetica-Bold').fontSize(13).text(block.text).moveDown(0.4);
      return;
    case 'paragraph':
      sheet.text(block.text, { lineGap: 3 }).moveDown(0.8);
      return;
    case 'list':
      sheet.list([...block.items], { bulletRadius: 2, lineGap: 3, textIndent: 14 }).moveDown(0.8);
      return;
    case 'facts':
      for (const { label, text } of block.rows) drawFact(sheet, label, text);
      sheet.moveDown(0.6);
  }
}

function drawFact(sheet: Sheet, label: string, text: string): void {
  sheet.font('Helvetica').fontSize(9).fillColor(faint).text(label);
  sheet
    .fontSize(11)
    .fillColor(ink)
    .text(text === '' ? '—' : text, { lineGap: 2 });
  sheet.moveDown(0.5);
}

function numberPages(sheet: Sheet): void {
  const { start, count } = sheet.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    sheet.switchToPage(page);
    // Text below the margin would open a new page.
    const { bottom } = sheet.page.margins;
    sheet.page.margins.bottom = 0;
    sheet
      .font('Helvetica')
      .fontSize(9)
      .fillColor(faint)
      .text(`Pagina ${page - start + 1} di ${count}`, 64, sheet.page.height - 48, { align: 'right' });
    sheet.page.margins.bottom = bottom;
  }
}

/** The blocks of a text in the small Markdown of templates: `## ` headings, `- ` lists, blank lines between paragraphs. */
export function blocksOf(markdown: string): readonly PdfBlock[] {
  return markdown
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(blockOf);
}

function blockOf(part: string): PdfBlock {
  const lines = part.split('\n').map((line) => plain(line.trim()));
  if (part.startsWith('#')) return { type: 'heading', text: lines.join(' ').replace(/^#+\s*/, '') };
  if (lines.every((line) => line.startsWith('- '))) return { type: 'list', items: lines.map((line) => line.slice(2)) };
  return { type: 'paragraph', text: lines.join('\n') };
}

function plain(line: string): string {
  return line.replace(/\*\*(.+?)\*\*/g, '$1').replace(/\[([^\]]+)\]\(([^)]+)\)/g, '$1 ($2)');
}
