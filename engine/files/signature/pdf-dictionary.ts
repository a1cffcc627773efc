/** The entries of a dictionary of a PDF: names without their stroke, values as their marks with one space between. */
export type Entries = ReadonlyMap<string, string>;

const mark = /<<|>>|\[|\]|\((?:\\.|[^\\()])*\)|<[\da-f\s]*>|\/[^\s<>[\](){}/%]*|[^\s<>[\](){}/%]+/gis;

/** In characters: more than any dictionary of a catalogue, form or page takes. */
export const longestDictionary = 65_536;

/**
 * The dictionary that a text begins with (ISO 32000-1 § 7.3.7). Undefined when it does not begin with one, when the
 * dictionary is not closed, is longer than 64 KiB, has a name twice, or is written with comments.
 */
export function entriesOf(text: string): Entries | undefined {
  const head = text.slice(0, longestDictionary).split(/\bendobj\b/)[0] ?? '';
  const marks = head.match(mark)?.map((each) => (each.startsWith('/') ? readableNames(each) : each)) ?? [];
  if (marks[0] !== '<<' || head.includes('%')) return undefined;
  const found = new Map<string, string>();
  for (let at = 1; marks[at] !== '>>';) {
    const name = marks[at];
    const end = endOfValue(marks, at + 1);
    if (name?.startsWith('/') !== true || end === undefined || found.has(name.slice(1))) return undefined;
    found.set(name.slice(1), marks.slice(at + 1, end).join(' '));
    at = end;
  }
  return found;
}

/** Where the value ends that begins at a mark: at its closing one, or before the next name. */
function endOfValue(marks: readonly string[], start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < marks.length; at += 1) {
    const here = marks[at] ?? '';
    if (depth === 0 && at > start && (here.startsWith('/') || here === '>>')) return at;
    if (here === '<<' || here === '[') depth += 1;
    if (here === '>>' || here === ']') depth -= 1;
    if (depth < 0) return undefined;
  }
  return undefined;
}

/** Whether two dictionaries are the same, apart from the entries of some names. */
export function equalBut(one: Entries, other: Entries, names: readonly string[]): boolean {
  const all = [...one.keys(), ...other.keys()].filter((name) => !names.includes(name));
  return all.every((name) => one.get(name) === other.get(name));
}

/** A text with its names as they are read: `/Obj#53tm` is `/ObjStm` (ISO 32000-1 § 7.3.5). */
export const readableNames = (text: string): string =>
  text.replace(/#([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
