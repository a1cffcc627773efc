import { t } from '../text/text.ts';
import { Button } from './Button.tsx';
import { Callout } from './Callout.tsx';

/** What a problem+json (RFC 9457) says to people. */
export interface ProblemView {
  readonly title?: string;
  /** The HTTP status; absent for what is not an answer of the server. */
  readonly status?: number;
  readonly detail?: string;
  /** What the office needs to find the defect in the logs. */
  readonly reference?: string;
}

/** Settings of a problem. */
export interface ProblemProps {
  readonly problem: ProblemView;
  readonly onRetry?: () => void;
}

/** Statuses under which asking again gives the same answer. */
const FINAL: readonly number[] = [400, 403, 404, 410];

/** A request that was not granted, in words, with what can be done about it. */
export function Problem({ problem, onRetry }: ProblemProps) {
  const { status = 500 } = problem;
  // A refusal says all there is to say; only a failure needs the general advice and what the office looks it up by.
  const isDefect = status >= 500;
  const isFinal = FINAL.includes(status);
  const detail = problem.detail ?? (problem.title === undefined || isDefect ? t('kit.problem.detail') : undefined);
  return (
    <Callout tone="danger" role="alert">
      <h2 className="h5">{problem.title ?? t('kit.problem.title')}</h2>
      {detail && <p>{detail}</p>}
      {isDefect && problem.reference && (
        <p className="small">{t('kit.problem.reference', { reference: problem.reference })}</p>
      )}
      {onRetry && !isFinal && (
        <Button outline color="primary" size="sm" onClick={onRetry}>
          {t('kit.problem.retry')}
        </Button>
      )}
    </Callout>
  );
}
