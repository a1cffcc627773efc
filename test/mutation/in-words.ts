import type { Mutant } from './mutants.ts';

type Place = Pick<Mutant, 'file' | 'line' | 'was' | 'text'>;

/** A mutant in a line of a report: where it is and what becomes what. */
export function inWords(mutant: Place): string {
  return `${mutant.file}:${mutant.line}  ${changeInWords(mutant)}`;
}

/** What becomes what. */
export function changeInWords({ was, text }: Pick<Mutant, 'was' | 'text'>): string {
  return `${short(was)}  →  ${text === '' ? '(tolto)' : short(text)}`;
}

/** A text on one line, its middle left out where it is long. */
export function short(text: string): string {
  const one = text.replaceAll(/\s+/g, ' ');
  return one.length > 90 ? `${one.slice(0, 60)} … ${one.slice(-27)}` : one;
}

/** The lines of a report that name a mutant which no test noticed. */
const named = /(?:^|\s)((?:engine|forms)\/\S+\.ts):(\d+) {2}(.+?)\s*$/;

/**
 * The mutants that a report of an earlier run names as alive, each once: by their file and change, the nearest to the
 * line of then. `gone` are the lines whose place is no more.
 */
export function namedAlive<T extends Place>(
  all: readonly T[],
  report: string,
): { readonly found: readonly T[]; readonly gone: readonly string[] } {
  const lines = report
    .split('\n')
    .filter((line) => !/^\s*\d+ (ucciso|senza fine|equivalente)/.test(line) && named.test(line));
  const pairs = lines.map((line) => ({ line, mutant: mutantOf(all, line) }));
  const found = new Set(pairs.flatMap(({ mutant }) => mutant ?? []));
  return { found: [...found], gone: pairs.filter(({ mutant }) => mutant === undefined).map(({ line }) => line.trim()) };
}

function mutantOf<T extends Place>(all: readonly T[], line: string): T | undefined {
  const [, file = '', at = '', change = ''] = named.exec(line) ?? [];
  const away = (mutant: Place): number => Math.abs(mutant.line - Number(at));
  return all
    .filter((mutant) => mutant.file === file && changeInWords(mutant) === change)
    .toSorted((one, other) => away(one) - away(other))[0];
}

/** What an earlier run, begun with the same seed on the same sources, printed of its mutants: by number and words. */
export function fatesIn(report: string): ReadonlyMap<string, string> {
  const lines = report.split('\n').flatMap((line) => {
    const [, number, fate, words] = /^ *(\d+) (\S.*?) {2,}((?:engine|forms)\/.+?)(?: {2}\[.*\])?$/.exec(line) ?? [];
    return number === undefined || fate === undefined ? [] : [[`${number} ${words}`, fate] as const];
  });
  return new Map(lines);
}
