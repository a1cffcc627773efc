import { t } from '../text/text.ts';
import { Icon } from './Icon.tsx';

/** One step of a way. */
export interface Step {
  readonly id: string;
  readonly label: string;
}

/** Settings of a stepper. */
export interface StepperProps {
  readonly steps: readonly Step[];
  /** The id of the step the person is at. */
  readonly current: string;
  /** Steps before the current one in which something is still missing; they are no more done than those to come. */
  readonly unfinished?: readonly string[];
  /** Goes back to a step that is done; without it the steps only tell. */
  readonly onStep?: (stepId: string) => void;
}

const stateText = (index: number, at: number): string | undefined => {
  if (index === at) return t('kit.stepper.current');
  return index < at ? t('kit.stepper.done') : undefined;
};

/** The visible steps of a way, which one is current, and a way back to those done. */
export function Stepper({ steps, current, unfinished = [], onStep }: StepperProps) {
  const at = steps.findIndex((step) => step.id === current);
  return (
    <nav className="iter-stepper" aria-label={t('kit.stepper.label')}>
      <p className="iter-stepper-position">
        {t('kit.stepper.position', { current: at + 1, total: steps.length })}
        <span className="iter-stepper-name">{steps[at]?.label}</span>
      </p>
      <ol>
        {steps.map((step, index) => {
          const isPast = index < at;
          const isDone = isPast && !unfinished.includes(step.id);
          const state = isPast && !isDone ? t('kit.stepper.unfinished') : stateText(index, at);
          const words = (
            <>
              <span className="iter-stepper-number" aria-hidden="true">
                {isDone ? <Icon name="it-check" size="sm" /> : index + 1}
              </span>
              <span>{step.label}</span>
              {state && <span className="visually-hidden"> ({state})</span>}
            </>
          );
          return (
            <li key={step.id} className={isDone ? 'done' : ''} aria-current={index === at ? 'step' : undefined}>
              {isPast && onStep ? (
                <button type="button" onClick={() => onStep(step.id)}>
                  {words}
                </button>
              ) : (
                <span className="iter-stepper-still">{words}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
