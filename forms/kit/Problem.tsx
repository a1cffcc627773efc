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
  /** It stands in place of a page, which has no heading but this. */
  readonly isPage?: boolean;
  readonly onRetry?: () => void;
}

/** Statuses under which asking again gives the same answer. */
const FINAL: readonly number[] = [400, 403, 404, 410];

/** What a problem is called; the window too, where it stands in place of a page. */
export const problemTitle = ({ title }: ProblemView): string => title ?? t('kit.problem.title');

/** A request that was not granted, in words, with what can be done about it. */
export function Problem({ problem, isPage = false, onRetry }: ProblemProps) {
  const Heading = isPage ? 'h1' : 'h2';
  const { status = 500 } = problem;
  // A refusal says all there is to say; only a failure needs the general advice and what the office looks it up by.
  const isDefect = status >= 500;
  const isFinal = FINAL.includes(status);
  const detail = problem.detail ?? (problem.title === undefined || isDefect ? t('kit.problem.detail') : undefined);
  return (
    <Callout tone="danger" role="alert">
      <Heading className={isPage ? 'h3' : 'h5'}>{problemTitle(problem)}</Heading>
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
