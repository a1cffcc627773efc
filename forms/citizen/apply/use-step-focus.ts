import { useEffect, useRef, type FocusEvent, type RefObject } from 'react';

/** What the element around a form with steps needs, to keep the focus where the person is. */
export interface StepFocus {
  readonly ref: RefObject<HTMLDivElement>;
  readonly onFocus: (event: FocusEvent) => void;
}

/**
 * Keeps the focus with the person: a new step is read from its title, and a form drawn again by a merge gives the
 * focus back to the field that had it.
 */
export function useStepFocus(stepId: string, generation: number): StepFocus {
  const ref = useRef<HTMLDivElement>(null);
  const lastId = useRef('');
  const shown = useRef({ stepId, generation });
  useEffect(() => {
    const before = shown.current;
    shown.current = { stepId, generation };
    // Who already has the focus inside, such as a summary of errors, keeps it.
    const isLost = !ref.current?.contains(document.activeElement);
    if (before.stepId !== stepId && isLost) ref.current?.querySelector<HTMLElement>('.iter-step-title')?.focus();
    else if (before.generation !== generation) document.getElementById(lastId.current)?.focus();
  }, [stepId, generation]);
  return {
    ref,
    onFocus: ({ target }) => {
      lastId.current = target.id;
    },
  };
}
