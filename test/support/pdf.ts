import { inflateSync } from 'node:zlib';

/**
 * The texts drawn in a PDF of ours, one for each line and font: glyphs are named by place in the subset of a font, and
 * each font tells which characters they stand for. A line read with another font's table is noise beside the true ones.
 */
export function textsIn(pdf: Buffer): readonly string[] {
  const streams = [...pdf.toString('latin1').matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, bytes = '']) =>
    inflated(bytes),
  );
  const lines = streams.flatMap((stream) => [...stream.matchAll(/\[(.*?)\] TJ/g)].map(([, glyphs = '']) => glyphs));
  return streams.flatMap(charactersOf).flatMap((characters) => lines.map((glyphs) => decoded(glyphs, characters)));
}

/** The character of each glyph of a font, when the stream is the table that tells it. */
function charactersOf(stream: string): readonly (readonly string[])[] {
  const table = /beginbfrange\n([\s\S]*?)\nendbfrange/.exec(stream)?.[1];
  if (table === undefined) return [];
  const rows = [...table.matchAll(/\[(.*?)\]/g)];
  return [rows.flatMap(([, row = '']) => [...row.matchAll(/<(\w+)>/g)].map(([, hex = '']) => utf16(hex)))];
}

function decoded(glyphs: string, characters: readonly string[]): string {
  const hex = [...glyphs.matchAll(/<(\w+)>/g)].map(([, part = '']) => part).join('');
  return (hex.match(/.{4}/g) ?? []).map((glyph) => characters[Number.parseInt(glyph, 16)] ?? '').join('');
}

function utf16(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
}

function inflated(bytes: string): string {
  try {
    return inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1');
  } catch {
    // A stream that is not compressed holds no text of ours.
    return '';
  }
}
