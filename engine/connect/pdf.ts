import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Instant } from '../kernel/types.ts';

/** A part of a document. */
export type PdfBlock =
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'paragraph'; readonly text: string }
  /** The words of somebody else. */
  | { readonly type: 'quotation'; readonly text: string }
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

/**
 * Titillium Web, which the pages use too: it has every letter of the languages that are written in Latin script. The
 * fonts that a PDF reader brings along know Western Europe only.
 */
const fontWeights = { regular: 'regular', bold: '600' } as const;

function fontFile(weight: string): Buffer {
  const folder = 'bootstrap-italia/dist/fonts/Titillium_Web';
  return readFileSync(
    createRequire(import.meta.url).resolve(`${folder}/titillium-web-v10-latin-ext_latin-${weight}.ttf`),
  );
}

const ink = '#17324d';
const faint = '#5a768a';

/** Draws a document on A4 pages, tagged, in Italian, with page numbers. */
export async function renderPdf(content: PdfContent): Promise<Buffer> {
  // Loaded with the first document: it is the slowest package of a start, and most processes begin without one.
  const { default: PDFDocument } = await import('pdfkit');
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
  for (const [name, weight] of Object.entries(fontWeights)) document.registerFont(name, fontFile(weight));
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
  sheet
    .font('regular')
    .fontSize(10)
    .fillColor(faint)
    .text(drawable(letterhead.toUpperCase()), { characterSpacing: 0.6 });
  sheet.moveDown(1.5).font('bold').fontSize(20).fillColor(ink).text(drawable(title));
  sheet.moveDown(0.4).font('regular').fontSize(10).fillColor(faint);
  for (const reference of references) sheet.text(drawable(reference));
  sheet.moveDown(1.5);
}

function drawBlock(sheet: Sheet, block: PdfBlock): void {
  sheet.font('regular').fontSize(11).fillColor(ink);
  switch (block.type) {
    case 'heading':
      sheet.moveDown(0.4).font('bold').fontSize(13).text(drawable(block.text)).moveDown(0.4);
      return;
    case 'paragraph':
      sheet.text(drawable(block.text), { lineGap: 3 }).moveDown(0.8);
      return;
    case 'quotation':
      drawQuotation(sheet, block.text);
      return;
    case 'list':
      sheet.list(block.items.map(drawable), { bulletRadius: 2, lineGap: 3, textIndent: 14 }).moveDown(0.8);
      return;
    case 'facts':
      for (const { label, text } of block.rows) drawFact(sheet, label, text);
      sheet.moveDown(0.6);
  }
}

function drawQuotation(sheet: Sheet, text: string): void {
  const left = sheet.page.margins.left;
  sheet.fillColor(faint).text(`«${drawable(text)}»`, left + 20, sheet.y, { lineGap: 3 });
  sheet.moveDown(0.8);
  sheet.x = left;
}

function drawFact(sheet: Sheet, label: string, text: string): void {
  sheet.font('regular').fontSize(9).fillColor(faint).text(drawable(label));
  sheet
    .fontSize(11)
    .fillColor(ink)
    .text(text === '' ? '—' : drawable(text), { lineGap: 2 });
  sheet.moveDown(0.5);
}

/** A letter and its accent as one character, and two signs that the font lacks by those that look the same. */
function drawable(text: string): string {
  return text.normalize('NFC').replaceAll('\u202f', '\u00a0').replaceAll('\u2011', '-');
}

function numberPages(sheet: Sheet): void {
  const { start, count } = sheet.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    sheet.switchToPage(page);
    // Text below the margin would open a new page.
    const { bottom } = sheet.page.margins;
    sheet.page.margins.bottom = 0;
    sheet
      .font('regular')
      .fontSize(9)
      .fillColor(faint)
      .text(`Pagina ${page - start + 1} di ${count}`, 64, sheet.page.height - 48, { align: 'right' });
    sheet.page.margins.bottom = bottom;
  }
}
