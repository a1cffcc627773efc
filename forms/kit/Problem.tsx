import { t } from '../text/text.ts';
import { Button } from './Button.tsx';
import { Callout } from './Callout.tsx';

/** What a problem+json (RFC 9457) says to people. */
export interface ProblemView {
  readonly title?: string;
  readonly detail?: string;
  /** What the office needs to find the defect in the logs. */
  readonly reference?: string;
}

/** Settings of a problem. */
export interface ProblemProps {
  readonly problem: ProblemView;
  readonly onRetry?: () => void;
}

/** A request that was not granted, in words, with what can be done about it. */
export function Problem({ problem, onRetry }: ProblemProps) {
  return (
    <Callout tone="danger" role="alert">
      <h2 className="h5">{problem.title ?? t('kit.problem.title')}</h2>
      <p>{problem.detail ?? t('kit.problem.detail')}</p>
      {problem.reference && <p className="small">{t('kit.problem.reference', { reference: problem.reference })}</p>}
      {onRetry && (
        <Button outline color="primary" size="sm" onClick={onRetry}>
          {t('kit.problem.retry')}
        </Button>
      )}
    </Callout>
  );
}
