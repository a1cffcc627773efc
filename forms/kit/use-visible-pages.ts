import { useDeferredValue, useMemo } from 'react';
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

/**
 * The pages that a person goes through as the answers are. Whoever types is not kept waiting for it: the list follows when
 * the key has been shown, unless it lacks the page that is asked for.
 */
export function useVisiblePages({ form, answers, context, today, step }: PagesAsked): readonly Page[] {
  const around = useMemo(() => ({ ...context, today }), [context, today]);
  const settled = useDeferredValue(answers);
  const late = useMemo(() => visiblePages(form, settled, around), [form, settled, around]);
  const isThere = late.some(({ id }) => id === step);
  return useMemo(
    () => (isThere || settled === answers ? late : visiblePages(form, answers, around)),
    [isThere, late, form, settled, answers, around],
  );
}
