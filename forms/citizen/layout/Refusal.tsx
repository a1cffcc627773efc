import { CallProblem } from '../../contract/client.ts';
import { Problem, type ProblemView } from '../../kit/Problem.tsx';
import { t } from '../../text/text.ts';

/** What a failed call says to people: the server's own words, or that it does not answer. */
export function problemOf(error: unknown): ProblemView {
  if (!(error instanceof CallProblem)) {
    return { title: t('citizen.errors.unreachableTitle'), detail: t('citizen.errors.unreachableText') };
  }
  const { title, detail, reference } = error.problem;
  return { title, ...(detail === undefined ? {} : { detail }), ...(reference === undefined ? {} : { reference }) };
}

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
