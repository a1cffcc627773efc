import { Link } from 'react-router';
import { problemOf } from '../../kit/failure.ts';
import { Problem, problemTitle, type ProblemView } from '../../kit/Problem.tsx';
import { t } from '../../text/text.ts';
import { useStepTitle } from './PageTitle.tsx';

interface RefusalProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** What is not there has nothing more to say for itself. */
const withWayOn = (problem: ProblemView): ProblemView =>
  problem.status === 404 ? { detail: t('citizen.errors.notFoundText'), ...problem } : problem;

/** In place of a page that could not be loaded. */
export function Refusal({ error, onRetry }: RefusalProps) {
  const problem = problemOf(error);
  useStepTitle(problemTitle(problem));
  return (
    <div className="container page-narrow page-block">
      <Problem problem={withWayOn(problem)} isPage {...(onRetry ? { onRetry } : {})} />
      <Link className="btn btn-outline-primary" to="/">
        {t('citizen.errors.goHome')}
      </Link>
    </div>
  );
}
