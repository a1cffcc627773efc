import type { FeelValue } from '../feel/value.ts';
import type { Column } from './column.ts';

/** A value for some columns of a table, by their place. */
export type Example = ReadonlyMap<Column, FeelValue>;

/** Two rules, by their number from 1, that hold together for the values of an example. */
export interface Overlap {
  readonly rules: readonly [number, number];
  readonly example: Example;
}

// A table of three hundred rules over six columns takes some ten thousand steps.
const greatestSteps = 50_000;
const greatestPairs = 2_000_000;

/**
 * Values for which no rule holds; undefined when there are none, or when finding them would take too long. A cell of
 * which nothing is known may hold always.
 */
export function gapIn(columns: readonly Column[], ruleCount: number): Example | undefined {
  const search = new GapSearch(columns, ruleCount);
  const path = search.from(0, (1n << BigInt(ruleCount)) - 1n);
  return path === undefined ? undefined : telling(columns, path, ruleCount);
}

/**
 * Goes through the columns from left to right with the rules that still hold. Pieces on which the same rules hold are
 * looked at once, and so is what was seen before.
 */
class GapSearch {
  private readonly columns: readonly Column[];
  private readonly byPiece: readonly (readonly (readonly [piece: number, rules: bigint])[])[];
  /** Rules that may hold whatever stands in the columns from one on. */
  private readonly always: readonly bigint[];
  private readonly seen = new Set<string>();
  private steps = 0;

  constructor(columns: readonly Column[], ruleCount: number) {
    this.columns = columns;
    this.byPiece = columns.map((column) => rulesByPiece(column));
    const all = (1n << BigInt(ruleCount)) - 1n;
    const everywhere = this.byPiece.map((pieces) => pieces.reduce((rules, [, each]) => rules & each, all));
    this.always = [...columns.keys(), columns.length].map((start) =>
      everywhere.slice(start).reduce((rules, each) => rules & each, all),
    );
  }

  /** A piece for each column from one on such that none of the rules holds. */
  from(start: number, rules: bigint): readonly number[] | undefined {
    if ((rules & (this.always[start] ?? 0n)) !== 0n) return undefined;
    const pieces = this.byPiece[start];
    if (pieces === undefined) return rules === 0n ? [] : undefined;
    const key = `${start}:${rules.toString(36)}`;
    this.steps += 1;
    if (this.seen.has(key) || this.steps > greatestSteps) return undefined;
    this.seen.add(key);
    for (const [piece, holding] of pieces) {
      const rest = this.from(start + 1, rules & holding);
      if (rest !== undefined) return [piece, ...rest];
    }
    return undefined;
  }
}

// Of pieces on which the same rules may hold, the first stands for all.
function rulesByPiece({ pieces, asked, cells }: Column): readonly (readonly [number, bigint])[] {
  const found = new Map<bigint, number>();
  for (const piece of pieces.keys()) {
    if (!holds(asked, piece)) continue;
    const rules = cells.reduce<bigint>(
      (all, cell, rule) => (cell === undefined || holds(cell, piece) ? all | (1n << BigInt(rule)) : all),
      0n,
    );
    if (!found.has(rules)) found.set(rules, piece);
  }
  return [...found].map(([rules, piece]) => [piece, rules] as const);
}

// Columns enough to say why no rule holds: each time the one that rules out most of the rest.
function telling(columns: readonly Column[], path: readonly number[], ruleCount: number): Example {
  const example = new Map<Column, FeelValue>();
  let left = Array.from({ length: ruleCount }, (_, rule) => rule);
  while (left.length > 0) {
    const counted = columns.map((column, place) => ({
      column,
      piece: path[place] ?? 0,
      rest: left.filter((rule) => mayHold(column, rule, path[place] ?? 0)),
    }));
    const best = counted.reduce((one, other) => (other.rest.length < one.rest.length ? other : one));
    if (best.rest.length === left.length) break;
    example.set(best.column, best.column.pieces[best.piece] ?? null);
    left = best.rest;
  }
  return example;
}

function mayHold({ cells }: Column, rule: number, piece: number): boolean {
  const cell = cells[rule];
  return cell === undefined || holds(cell, piece);
}

/**
 * Pairs of rules that hold together: for each rule the first earlier one. Rules with a cell of which nothing is known,
 * or in `unknown`, are left out.
 */
export function overlapsIn(columns: readonly Column[], rules: readonly number[]): readonly Overlap[] {
  if (rules.length * rules.length > greatestPairs) return [];
  const certain = rules.filter((rule) => columns.every(({ cells }) => cells[rule] !== undefined));
  return certain.flatMap((later, place) => {
    for (const earlier of certain.slice(0, place)) {
      const example = shared(columns, earlier, later);
      if (example !== undefined) return [{ rules: [earlier + 1, later + 1] as const, example }];
    }
    return [];
  });
}

function shared(columns: readonly Column[], one: number, other: number): Example | undefined {
  const example = new Map<Column, FeelValue>();
  for (const column of columns) {
    const both = (column.cells[one] ?? 0n) & (column.cells[other] ?? 0n) & column.possible;
    if (both === 0n) return undefined;
    const everything = (1n << BigInt(column.pieces.length)) - 1n;
    if (both !== everything) example.set(column, column.pieces[lowest(both)] ?? null);
  }
  return example;
}

function holds(mask: bigint, piece: number): boolean {
  return (mask & (1n << BigInt(piece))) !== 0n;
}

function lowest(mask: bigint): number {
  let piece = 0;
  while (!holds(mask, piece)) piece += 1;
  return piece;
}
