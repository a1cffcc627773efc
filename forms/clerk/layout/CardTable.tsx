/* eslint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   On narrow screens the style lays the rows out as cards, and some browsers then forget that this is a table: the roles
   are written out to keep it one. */
import type { ReactNode, RefObject } from 'react';

/** A table that becomes a list of cards where there is no room. Its rows are made of `Row` and `Cell`. */
export function CardTable({ caption, columns, box, children }: Props) {
  return (
    <div ref={box} tabIndex={-1} className="desk-list">
      <table className="desk-table" role="table">
        <caption className="visually-hidden">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th key={column} role="columnheader" scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">{children}</tbody>
      </table>
    </div>
  );
}

interface Props {
  readonly caption: string;
  readonly columns: readonly string[];
  /** The box around the table; it may take the focus. */
  readonly box?: RefObject<HTMLDivElement>;
  readonly children: ReactNode;
}

/** A row of a `CardTable`. */
export const Row = ({ children }: { readonly children: ReactNode }) => <tr role="row">{children}</tr>;

/** A cell of a `Row`. */
export const Cell = ({ className, children }: { readonly className?: string; readonly children: ReactNode }) => (
  <td role="cell" className={className}>
    {children}
  </td>
);
