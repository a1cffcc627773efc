import { entriesOf, equalBut, longestDictionary, readableNames, type Entries } from './pdf-dictionary.ts';

/**
 * A part of a PDF as latin-1 text, so that a character is a byte, and where the objects in it stand: the last of each.
 */
interface Part {
  readonly text: string;
  readonly places: ReadonlyMap<number, number>;
}

/** What the last cross-reference section of the signed part says. */
interface Ending {
  /** Where the section begins. */
  readonly at: number | undefined;
  /** Objects with this number or a higher one did not exist. */
  readonly size: number;
  readonly root: number | undefined;
  readonly info: number | undefined;
}

/**
 * Whether what was added to a signed PDF can only serve to verify its signatures later: a `/DSS` with certificates and
 * revocation data, or time stamps (ETSI EN 319 142-1 § 5.4). New objects are harmless as long as nothing that was
 * signed leads to them in another way; so of the objects there were before only these may stand there anew: the
 * catalogue with another `/DSS`, `/Extensions` or `/AcroForm`, a form with more `/Fields`, a page with further
 * `/Annots` that are signature fields without extent, and the record of title and dates. Cross-references may name
 * objects of the increment alone.
 *
 * Not looked at: what stands in the new objects, whether the time stamps are right, what was added between two
 * signatures of persons (the later one covers it), and how the increments of other files may look: compressed object
 * streams, fields in arrays of their own, and whatever else cannot be followed here count as more than that.
 */
export function servesVerification(pdf: Buffer, end: number): boolean {
  const text = pdf.toString('latin1');
  const added = text.slice(end);
  if (added.trim() === '') return true;
  const names = readableNames(added);
  if (!/\/(DSS|DocTimeStamp)\b/.test(names) || /\/(ObjStm|XRefStm)\b/.test(names)) return false;
  const objects = [...added.matchAll(objectStart)];
  if (objects.length > MOST || objects.length !== added.match(/(?<!end)obj\b/g)?.length) return false;
  const parts = { signed: partOf(text.slice(0, end)), added: partOf(added) };
  const ending = endingOf(parts.signed);
  return (
    pointsIntoItself(names, ending, end) &&
    (listedNumbers(names)?.every((number) => parts.added.places.has(number)) ?? false) &&
    objects.every((found) => mayStand(parts, ending, found))
  );
}

/** Far more objects, and numbers of objects, than an increment for verification has. */
const MOST = 5000;

const objectStart = /(?<!\d)(\d{1,10})\s{1,9}\d{1,5}\s{1,9}obj\b/g;

const partOf = (text: string): Part => ({
  text,
  places: new Map([...text.matchAll(objectStart)].map((found) => [Number(found[1]), found.index + found[0].length])),
});

function endingOf({ text: signed, places }: Part): Ending {
  const last = [...signed.matchAll(/startxref\s{1,9}(\d{1,10})/g)].at(-1)?.[1];
  const at = last === undefined ? undefined : Number(last);
  const section = signed.slice(at ?? signed.lastIndexOf('trailer')).split(/\bstartxref\b/)[0] ?? '';
  const dictionary = /^\s*xref\b/.test(section) ? section.slice(section.indexOf('trailer')) : section;
  const numberAfter = (key: string): number | undefined => {
    const found = new RegExp(`/${key}\\s{1,9}(\\d{1,10})`).exec(dictionary)?.[1];
    return found === undefined ? undefined : Number(found);
  };
  const highest = [...places.keys()].reduce((most, number) => Math.max(most, number), 0);
  const size = Math.max(highest + 1, numberAfter('Size') ?? 0);
  return { at, size, root: numberAfter('Root'), info: numberAfter('Info') };
}

/**
 * Whether the cross-references of an increment are its own, go on to those that were signed, and keep the catalogue.
 */
function pointsIntoItself(added: string, { at, root }: Ending, end: number): boolean {
  const after = (what: RegExp): readonly number[] => [...added.matchAll(what)].map(([, number]) => Number(number));
  return (
    after(/startxref\s{0,9}(\d*)/g).every((offset) => offset >= end) &&
    after(/\/Prev\s{0,9}(\d*)/g).every((offset) => offset >= end || offset === at) &&
    after(/\/Root\s{0,9}(\d*)/g).every((number) => number === root)
  );
}

/**
 * The objects that the cross-references of an increment name, tables and streams; undefined when they cannot be read.
 */
function listedNumbers(added: string): readonly number[] | undefined {
  const tables = added.split(/(?<!start)xref\b/).slice(1);
  const indices = [...added.matchAll(/\/Index\s{0,9}\[([\d\s]*)\]/g)].map(([, index = '']) => pairs(words(index)));
  if (tables.length > MOST || (added.match(/\/XRef\b/g)?.length ?? 0) !== indices.length) return undefined;
  const ranges = [...tables.map(tableRanges), ...indices];
  if (ranges.some((each) => each === undefined)) return undefined;
  const found = ranges.flatMap((each) => each ?? []);
  return found.reduce((sum, [, count]) => sum + count, 0) > MOST ? undefined : found.flatMap(numbersIn);
}

type Range = readonly [first: number, count: number];

const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

/** Number 0 heads the list of the free ones in every file. */
const numbersIn = ([first, count]: Range): readonly number[] =>
  Array.from({ length: count }, (_, index) => first + index).filter((number) => number !== 0);

function pairs(numbers: readonly string[]): readonly Range[] | undefined {
  const found = numbers.flatMap((first, at): Range[] =>
    at % 2 === 0 ? [[Number(first), Number(numbers[at + 1])]] : [],
  );
  return found.every(isRange) ? found : undefined;
}

const isRange = ([first, count]: Range): boolean =>
  Number.isSafeInteger(first) && Number.isSafeInteger(count) && count >= 0 && count <= MOST;

/** The ranges of a table; what follows the word after which it stands is the rest of the increment. */
function tableRanges(rest: string): readonly Range[] | undefined {
  const parts = words(rest.split('trailer')[0] ?? '');
  const found: Range[] = [];
  for (let at = 0; at < parts.length;) {
    const range: Range = [Number(parts[at]), Number(parts[at + 1])];
    if (!isRange(range)) return undefined;
    found.push(range);
    at += 2 + range[1] * 3;
  }
  return found;
}

/** Whether an object of the increment is new, or one of those that may stand there anew. */
function mayStand(
  { signed, added }: { readonly signed: Part; readonly added: Part },
  ending: Ending,
  found: RegExpExecArray,
): boolean {
  const number = Number(found[1]);
  if (number >= ending.size || number === ending.info) return true;
  const [before, now] = [definition(signed, number), entriesAt(added.text, found.index + found[0].length)];
  if (before === undefined || now === undefined) return false;
  if (number === ending.root) return isSameCatalogue(before, now);
  const catalogue = ending.root === undefined ? undefined : definition(signed, ending.root);
  if (refersTo(catalogue?.get('AcroForm'), number)) return equalBut(before, now, ['Fields', 'SigFlags']);
  return before.get('Type') === '/Page' && isSamePage(before, now, added);
}

const refersTo = (value: string | undefined, number: number): boolean =>
  value !== undefined && new RegExp(`^${number} \\d+ R$`).test(value);

/** What an object is at its last place in a part; undefined when it is not there in the clear. */
function definition({ text, places }: Part, number: number): Entries | undefined {
  const place = places.get(number);
  return place === undefined ? undefined : entriesAt(text, place);
}

const entriesAt = (text: string, place: number): Entries | undefined =>
  entriesOf(text.slice(place, place + longestDictionary));

function isSameCatalogue(before: Entries, now: Entries): boolean {
  if (!equalBut(before, now, ['DSS', 'Extensions', 'AcroForm'])) return false;
  const [form, newForm] = [before.get('AcroForm'), now.get('AcroForm')];
  if (form === newForm || form === undefined) return true;
  const [fields, newFields] = [entriesOf(form), entriesOf(newForm ?? '')];
  return fields !== undefined && newFields !== undefined && equalBut(fields, newFields, ['Fields', 'SigFlags']);
}

function isSamePage(before: Entries, now: Entries, added: Part): boolean {
  if (!equalBut(before, now, ['Annots'])) return false;
  const [old, all] = [before.get('Annots') ?? '[ ]', now.get('Annots') ?? '[ ]'];
  if (!all.startsWith(old.slice(0, -1))) return false;
  const further = /^((?:\d+ \d+ R )*)\]$/.exec(all.slice(old.length - 1))?.[1];
  return further?.match(/\d+(?= \d+ R)/g)?.every((number) => isBareField(added, Number(number))) ?? further === '';
}

/** A signature field that shows nothing, wherever the increment defines it: a place without extent. */
function isBareField({ text }: Part, number: number): boolean {
  const places = [...text.matchAll(objectStart)].filter((found) => Number(found[1]) === number);
  const fields = places.map((found) => entriesAt(text, found.index + found[0].length));
  return fields.length > 0 && fields.every((field) => field !== undefined && isWithoutExtent(field));
}

const isWithoutExtent = (field: Entries): boolean =>
  field.get('FT') === '/Sig' &&
  field.get('Subtype') === '/Widget' &&
  /^\[ (0(\.0+)? ){4}\]$/.test(field.get('Rect') ?? '');
