import type { FeelFault } from './feel-fault.ts';

/** Where in a table: the row, counted from 1, and the title of the column. */
export interface Cell {
  readonly row?: number;
  readonly column: string;
  /** The value if no rule holds. */
  readonly isDefault?: true;
}

/** Where an expression stands; the element, the attribute and the file are those of the finding. */
export type FeelPlace =
  | { readonly type: 'element' }
  | { readonly type: 'attribute'; readonly extension: string }
  | { readonly type: 'decision'; readonly cell?: Cell }
  | { readonly type: 'text' };

/** Values under which something happens, by the titles of their columns; empty: always. */
export type Example = readonly { readonly column: string; readonly value: string }[];

/** What is found in decisions and expressions. */
export interface RulesFindings {
  readonly 'dmn.cells-missing': { readonly row: number };
  readonly 'dmn.gap': { readonly example: Example };
  /** `other`: the file that has the same id. */
  readonly 'dmn.id-twice': { readonly other: string };
  readonly 'dmn.import': { readonly reference: string };
  readonly 'dmn.import-circular': { readonly other: string };
  readonly 'dmn.import-missing': { readonly namespace: string };
  readonly 'dmn.no-logic': object;
  readonly 'dmn.not-executable': object;
  /** Rules that hold together; `differing`: what they give, where any may hold and all have to give the same. */
  readonly 'dmn.overlap': {
    readonly rows: readonly [number, number];
    readonly isAlike: boolean;
    readonly example: Example;
    readonly differing?: { readonly column: string; readonly values: readonly [string, string] };
  };
  readonly 'dmn.parse': { readonly reason: string; readonly line?: number };
  readonly 'dmn.priorities-missing': { readonly hitPolicy: string };
  readonly 'dmn.requirement-missing': { readonly name: string; readonly cell?: Cell };
  readonly 'dmn.requirement-unused': { readonly name: string };
  /** `allowed`: as they are written. */
  readonly 'dmn.value-not-allowed': { readonly cell: Cell; readonly value: string; readonly allowed: string };
  readonly 'feel.syntax': { readonly fault: FeelFault; readonly in: FeelPlace };
}
