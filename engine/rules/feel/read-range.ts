import { readString } from './literals.ts';
import { makeRange } from './range.ts';
import { readTemporal } from './temporal-text.ts';
import type { FeelRange, FeelValue } from './value.ts';

/** The range that a text names, such as `[1..10)` or `(date("2026-01-01")..]` (DMN 1.5, 10.3.4.1). */
export function readRange(text: string): FeelRange | undefined {
  const [, open, from = '', to = '', close] = /^\s*([[(\]])(.*?)\.\.(.*)([\])[])\s*$/s.exec(text) ?? [];
  const start = readEnd(from.trim());
  const end = readEnd(to.trim());
  if (open === undefined || start === undefined || end === undefined || (start === null && end === null)) {
    return undefined;
  }
  const startIncluded = open === '[' && start !== null;
  return makeRange({ start, end, startIncluded, endIncluded: close === ']' && end !== null });
}

function readEnd(text: string): FeelValue | undefined {
  if (text === '' || text === 'null') return null;
  if (/^-?(?:\d+(?:\.\d+)?|\.\d+)$/.test(text)) return Number(text);
  if (/^"(?:[^"\\]|\\.)*"$/s.test(text)) return readString(text);
  const [, quoted] = /^(?:@|(?:date|time|date and time|duration)\s*\()\s*"([^"]*)"\s*\)?$/.exec(text) ?? [];
  return readTemporal(quoted ?? text);
}
