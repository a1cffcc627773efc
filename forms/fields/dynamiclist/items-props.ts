import type { ReactNode } from 'react';
import type { Component, ListComponent } from '../../schema/document.ts';

/** How items are laid out. */
export interface ItemsProps {
  readonly component: ListComponent;
  readonly id: string;
  /** What one item is called. */
  readonly name: string;
  /** The id of the heading above, where there is one. */
  readonly labelId: string | undefined;
  readonly count: number;
  /** Absent where items may not be taken away. */
  readonly onRemove: ((index: number) => void) | undefined;
  /** The fields of an item, or only one of them. */
  readonly renderItem: (index: number, only?: Component) => ReactNode;
}
