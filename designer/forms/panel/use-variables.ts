import { useMemo } from 'react';
import type { EditorVariable } from '@bpmn-io/feel-editor';
import { useBuilder } from '../builder-context.ts';
import { variablesFor } from '../feel/variables.ts';
import { placedPart } from '../model/tree.ts';

/** The names that the expressions of a part may use. */
export function useVariables(partId: string): readonly EditorVariable[] {
  const { bench, uses } = useBuilder();
  const { draft } = bench;
  return useMemo(() => {
    const placed = placedPart(draft, partId);
    return placed === undefined ? [] : variablesFor(draft, placed, uses);
  }, [draft, partId, uses]);
}
