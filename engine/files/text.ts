/**
 * The beginning of a file as text: UTF-8, UTF-16 with its mark, or Windows-1252, in which Excel writes tables in Italy.
 * Undefined when it holds what no text holds.
 */
export function textOf(head: Buffer): string | undefined {
  return [encodingByMark(head), 'utf-8', 'windows-1252'].map((encoding) => decoded(head, encoding)).find(isText);
}

function encodingByMark(head: Buffer): string {
  const mark = head.toString('hex', 0, 2);
  return mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8';
}

function decoded(head: Buffer, encoding: string): string | undefined {
  try {
    // A character cut off at the end of what was read is no fault of the file.
    return new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true });
  } catch {
    return undefined;
  }
}

/** The five bytes that Windows-1252 leaves free come out as control characters, too. */
const isText = (text: string | undefined): boolean => text !== undefined && !/(?![\t\n\v\f\r])\p{Cc}/u.test(text);
