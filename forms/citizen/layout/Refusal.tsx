import { problemOf } from '../../kit/failure.ts';
import { Problem } from '../../kit/Problem.tsx';

interface RefusalProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** In place of what could not be loaded. */
export const Refusal = ({ error, onRetry }: RefusalProps) => (
  <div className="container page-block">
    <Problem problem={problemOf(error)} {...(onRetry ? { onRetry } : {})} />
  </div>
);
