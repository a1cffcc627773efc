import { errorAt } from '../../../findings/finding.ts';
import type { Finding } from '../../../findings/finding.ts';

/*
 * What a parsed file no longer shows: of a part that there can be only one of, the reader keeps the last. The text is
 * looked through once, tag by tag.
 */

interface Open {
  readonly id: string;
  readonly once: Set<string>;
}

const onceOnly: Readonly<Record<string, string>> = {
  standardLoopCharacteristics: 'loopCharacteristics',
  multiInstanceLoopCharacteristics: 'loopCharacteristics',
  ioSpecification: 'ioSpecification',
  conditionExpression: 'conditionExpression',
  timeDate: 'timeDate',
  timeDuration: 'timeDuration',
  timeCycle: 'timeCycle',
};

/** Findings about parts that an element has twice although the standard allows one. */
export function checkText(xml: string): readonly Finding[] {
  const findings: Finding[] = [];
  const open: Open[] = [];
  for (const [, comment, closing, name = '', attributes = '', empty] of xml.matchAll(tag)) {
    if (comment !== undefined) continue;
    if (closing === '/') {
      open.pop();
      continue;
    }
    const twice = repeated(open.at(-1), name);
    if (twice !== undefined) findings.push(partTwice(open, twice));
    if (empty !== '/') open.push({ id: /\sid="([^"]*)"/.exec(attributes)?.[1] ?? '', once: new Set() });
  }
  return findings;
}

/** The id of the element in which a place of the text stands; undefined where none has one. */
export function idAround(xml: string, offset: number): string | undefined {
  const open: string[] = [];
  for (const { index, 1: comment, 2: closing, 4: attributes = '', 5: empty } of xml.matchAll(tag)) {
    if (index >= offset) break;
    if (comment !== undefined || empty === '/') continue;
    if (closing === '/') open.pop();
    else open.push(/\sid="([^"]*)"/.exec(attributes)?.[1] ?? '');
  }
  return open.findLast((id) => id !== '');
}

const tag =
  /<(?:(!--[\s\S]*?--|!\[CDATA\[[\s\S]*?\]\]|\?[\s\S]*?\?)|(\/?)(?:[\w.-]+:)?([\w.-]+)((?:\s+[^\s=>/]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?))>/g;

function repeated(parent: Open | undefined, name: string): string | undefined {
  const part = onceOnly[name];
  if (parent === undefined || part === undefined) return undefined;
  if (parent.once.has(part)) return part;
  parent.once.add(part);
  return undefined;
}

function partTwice(open: readonly Open[], part: string): Finding {
  return errorAt(open.findLast((each) => each.id !== '')?.id, 'element.part-twice', { part });
}
