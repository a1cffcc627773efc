import { useEffect, useMemo, useState } from 'react';
import type { Answers, FormDocument } from '../schema/document.ts';
import { visiblePages, type Page } from '../schema/pages.ts';

/** What decides which pages of a form a person goes through. */
export interface PagesAsked {
  readonly form: FormDocument;
  readonly answers: Answers;
  readonly context?: Answers | undefined;
  /** The day in Europe/Rome, `YYYY-MM-DD`. */
  readonly today: string;
  /** The id of the page to be shown: it is looked for among the pages as the answers are at this very moment. */
  readonly step: string;
}

/** Longer than between two keys of whoever types, and too short to be noticed by whoever has stopped. */
const PAUSE_MS = 200;

/** A value as it was when it last stayed the same for a moment. */
function useRested<Value>(value: Value): Value {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

/**
 * The pages that a person goes through as the answers are. Whoever types is not kept waiting for it: the list follows
 * when they pause, unless it lacks the page that is asked for.
 */
export function useVisiblePages({ form, answers, context, today, step }: PagesAsked): readonly Page[] {
  const around = useMemo(() => ({ ...context, today }), [context, today]);
  const rested = useRested(answers);
  const late = useMemo(() => visiblePages(form, rested, around), [form, rested, around]);
  const isThere = late.some(({ id }) => id === step);
  return useMemo(
    () => (isThere || rested === answers ? late : visiblePages(form, answers, around)),
    [isThere, late, form, rested, answers, around],
  );
}
