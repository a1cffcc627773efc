import type { DecisionInput, DecisionRule } from '../decision.ts';
import { equals, order } from '../feel/compare.ts';
import { conforms } from '../feel/types.ts';
import type { FeelType } from '../feel/types.ts';
import { isMonths, isSeconds, typeOf } from '../feel/value.ts';
import type { FeelValue } from '../feel/value.ts';
import { valueBetween } from './between.ts';
import { isWildcard, passesLiterals, readCell } from './cell.ts';
import type { CellReading } from './cell.ts';

/**
 * An input column cut into pieces: the values that its cells name, and one value for everything between two of them.
 * Sets of pieces are numbers whose bits say which are in.
 */
export interface Column {
  /** Its place in the table, from 0. */
  readonly index: number;
  readonly label: string;
  readonly pieces: readonly FeelValue[];
  /** The pieces that can come. */
  readonly possible: bigint;
  /** The pieces of which a rule is expected. */
  readonly asked: bigint;
  /** For each rule the pieces of its cell; undefined when they are not known. */
  readonly cells: readonly (bigint | undefined)[];
}

/** How much is known of a column's input: a variable that takes any value of its type, or what is computed. */
export type Origin = 'variable' | 'computed';

/** Cuts a column into pieces; undefined when its cells compare with no literals that can be ordered or told apart. */
export function columnOf(
  input: DecisionInput,
  rules: readonly DecisionRule[],
  { index, origin }: { readonly index: number; readonly origin: Origin },
): Column | undefined {
  const limits = limitsOf(input);
  if (limits === undefined) return undefined;
  const texts = rules.map(({ tests }) => tests[index] ?? '-');
  const read = new Map([...new Set(texts)].map((text) => [text, readCell(text)] as const));
  const readings = texts.map((text) => read.get(text));
  const known = readings.flatMap((each) => each ?? []);
  const isWhole = origin === 'computed' || isInteger(input.type);
  const pieces = piecesOf(
    [...known, ...limits.readings].flatMap(({ values }) => values),
    isWhole,
  );
  if (pieces === undefined) return undefined;
  const possible = maskOf(pieces, limits.allows);
  const cells = texts.map((text, row) => cellMask(text, { pieces, isKnown: readings[row] !== undefined }));
  const named = cells.reduce<bigint>((all, cell, row) => (isWildcard(texts[row] ?? '') ? all : all | (cell ?? 0n)), 0n);
  const isLine = origin === 'variable' && known.some(({ isOrdered }) => isOrdered);
  const isListed = limits.readings.length > 0;
  const whole = isListed || isLine || isTwofold(pieces) ? maskOf(pieces, (value) => value !== null) : 0n;
  const likely = isListed ? possible : possible & maskOf(pieces, usual(pieces));
  return { index, label: input.label, pieces, possible, asked: (whole | named) & likely, cells };
}

interface Limits {
  readonly readings: readonly CellReading[];
  allows(value: FeelValue): boolean;
}

// What the column and its type allow; undefined when that is not said in literals.
function limitsOf({ type, allowed }: DecisionInput): Limits | undefined {
  const tests = [...(allowed === undefined || isWildcard(allowed) ? [] : [allowed]), ...restrictionsOf(type)];
  const readings = tests.map(readCell);
  if (readings.includes(undefined)) return undefined;
  return {
    readings: readings.flatMap((each) => each ?? []),
    allows: (value) =>
      value === null ||
      ((type === undefined || conforms(value, type, passesLiterals)) &&
        (allowed === undefined || passesLiterals(allowed, value))),
  };
}

function restrictionsOf(type: FeelType | undefined): readonly string[] {
  return type?.type === 'restricted' ? [type.tests, ...restrictionsOf(type.base)] : [];
}

function isInteger(type: FeelType | undefined): boolean {
  return type?.type === 'integer' || (type?.type === 'restricted' && isInteger(type.base));
}

function piecesOf(values: readonly FeelValue[], isWhole: boolean): readonly FeelValue[] | undefined {
  const given = values.filter((value) => value !== null);
  const nothing = given.length === values.length ? [] : [null];
  const [first] = given;
  if (first === undefined || given.some((each) => typeOf(each) !== typeOf(first))) return undefined;
  if (typeof first === 'boolean') return [true, false, ...nothing];
  if (typeof first === 'string') return [...new Set(given), anotherText(given), ...nothing];
  const line = lineOf(given);
  return line && [...line.filter((each) => !isWhole || !isFraction(each) || values.includes(each)), ...nothing];
}

function lineOf(values: readonly FeelValue[]): readonly FeelValue[] | undefined {
  if (values.some((value) => order(value, values[0] ?? null) === null)) return undefined;
  const sorted = [...values].sort((one, other) => order(one, other) ?? 0);
  const distinct = sorted.filter((value, index) => index === 0 || equals(value, sorted[index - 1] ?? null) !== true);
  const below = valueBetween(undefined, distinct[0]);
  return [
    ...(below === undefined ? [] : [below]),
    ...distinct.flatMap((value, index) => {
      const after = valueBetween(value, distinct[index + 1]);
      return after === undefined ? [value] : [value, after];
    }),
  ];
}

function isFraction(value: FeelValue): boolean {
  return typeof value === 'number' && !Number.isInteger(value);
}

function anotherText(values: readonly FeelValue[]): string {
  let text = 'altro';
  while (values.includes(text)) text += '…';
  return text;
}

function isTwofold(pieces: readonly FeelValue[]): boolean {
  return typeof pieces[0] === 'boolean';
}

// Amounts, counts and lengths begin at nought: below it a rule is expected only where a cell names such a value.
function usual(pieces: readonly FeelValue[]): (value: FeelValue) => boolean {
  const below = pieces.filter(isNegative).length;
  return (value) => below > 1 || !isNegative(value);
}

function isNegative(value: FeelValue): boolean {
  if (isMonths(value)) return value.months < 0;
  return isSeconds(value) ? value.seconds < 0 : typeof value === 'number' && value < 0;
}

function cellMask(text: string, { pieces, isKnown }: { pieces: readonly FeelValue[]; isKnown: boolean }) {
  if (isWildcard(text)) return maskOf(pieces, () => true);
  return isKnown ? maskOf(pieces, (value) => passesLiterals(text, value)) : undefined;
}

function maskOf(pieces: readonly FeelValue[], holds: (value: FeelValue) => boolean): bigint {
  return pieces.reduce<bigint>((mask, piece, index) => (holds(piece) ? mask | (1n << BigInt(index)) : mask), 0n);
}
