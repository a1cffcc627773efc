import { createContext, useContext } from 'react';
import type { Notice } from './form-js/notices.ts';
import type { DraftFinding } from './model/findings.ts';
import type { Uses } from './use-uses.ts';
import type { Workbench } from './work/use-workbench.ts';

/** What the parts of the builder share. */
export interface BuilderState {
  readonly bench: Workbench;
  readonly uses: Uses;
  readonly findings: readonly DraftFinding[];
  /** What the import of the file asks to be done, as long as it has not been done. */
  readonly notices: readonly Notice[];
  /** All that the import of the file had to say. */
  readonly imported: readonly Notice[];
  /** Removes a part; asks first when its answer is used elsewhere. */
  readonly askRemoval: (id: string) => void;
}

/** Hands the state of the builder down. */
export const BuilderContext = createContext<BuilderState | undefined>(undefined);

/**
 * The state of the builder around a component.
 * @throws Error when there is none, which is a defect
 */
export function useBuilder(): BuilderState {
  const state = useContext(BuilderContext);
  if (state === undefined) throw new Error('A part of the builder stands outside it');
  return state;
}
