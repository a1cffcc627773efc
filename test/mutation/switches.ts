import type { Change } from './changes.ts';

/** A change that is in the source, behind a switch. */
export interface Switched extends Change {
  /** The number of its switch. */
  readonly id: number;
}

/** The global function that a switch asks: whether the mutant with this number is the one at work. */
export const switchName = '__isMutant';

/**
 * The source with every change in it, each behind its switch: `a < b` becomes `(__isMutant(7) ? (a) <= (b) : (a < b))`.
 * One compilation serves all mutants; which one is at work is told when the tests start.
 */
export function withSwitches(source: string, changes: readonly Switched[]): string {
  const outerFirst = [...changes].sort((one, other) => one.start - other.start || other.end - one.end);
  return written(source, { start: 0, end: source.length, inside: outerFirst });
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly inside: readonly Switched[];
}

function written(source: string, { start, end, inside }: Stretch): string {
  let text = '';
  let at = start;
  let rest = inside;
  while (rest[0] !== undefined) {
    const [outer] = rest;
    const within = rest.filter((each) => each.start < outer.end);
    text += source.slice(at, outer.start) + switched(source, within);
    at = outer.end;
    rest = rest.filter((each) => each.start >= outer.end);
  }
  return text + source.slice(at, end);
}

// The first change is the widest; others may be of the same text or inside it.
function switched(source: string, [outer, ...others]: readonly Switched[]): string {
  if (outer === undefined) return '';
  const same = others.some(({ start, end }) => start === outer.start && end === outer.end);
  const original = same ? switched(source, others) : written(source, { ...outer, inside: others });
  if (outer.text === '') return `{ if (!${switchName}(${outer.id})) ${original} }`;
  return `(${switchName}(${outer.id}) ? (${outer.text}) : (${original}))`;
}
