import { useSearchParams } from 'react-router';
import { SUMMARY_STEP } from '../../kit/FormPages.tsx';
import type { Step } from '../../kit/Stepper.tsx';
import type { Page } from '../../schema/pages.ts';
import { t } from '../../text/text.ts';
import { useVisiblePages, type PagesAsked } from '../../kit/use-visible-pages.ts';

/** The id of the first step: what happens to the data. It stands in the address, as those of the form's pages do. */
export const PRIVACY_STEP = 'informativa';

interface StepsSettings extends Omit<PagesAsked, 'step'> {
  /** Where the person was the last time. */
  readonly lastStepId: string | undefined;
}

/** The way through an application. */
export interface Steps {
  readonly steps: readonly Step[];
  /** The pages of the form. */
  readonly pages: readonly Page[];
  /** Those before the pages of the form. */
  readonly before: readonly Step[];
  readonly step: Step;
  /** The step after the notice on personal data. */
  readonly firstPageId: string;
  readonly open: (stepId: string) => void;
}

/**
 * The steps of an application as the answers are now, and the one shown: the one in the address, else where the person
 * was the last time. A page that is no longer part of the form gives way to the first one.
 */
export function useSteps({ lastStepId, ...settings }: StepsSettings): Steps {
  const [params, setParams] = useSearchParams();
  const asked = params.get('passo') ?? lastStepId ?? PRIVACY_STEP;
  const pages = useVisiblePages({ ...settings, step: asked });
  const summary = { id: SUMMARY_STEP, label: t('kit.stepper.summary') };
  const first = pages[0] ?? summary;
  const before = [{ id: PRIVACY_STEP, label: t('citizen.apply.privacyStep') }];
  const steps = [...before, ...pages.map(({ id, label }) => ({ id, label })), summary];
  return {
    steps,
    pages,
    before,
    step: steps.find(({ id }) => id === asked) ?? first,
    firstPageId: first.id,
    open: (passo) => setParams({ passo }),
  };
}
