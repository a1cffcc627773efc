import { Link } from 'react-router';
import { problemOf } from '../../kit/failure.ts';
import { useDocumentTitle } from '../../kit/PageHeading.tsx';
import { Problem, problemTitle } from '../../kit/Problem.tsx';
import { t } from '../../text/clerk.ts';

/** In place of a page that could not be loaded. */
export function PageRefusal({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const problem = problemOf(error);
  const detail = problem.status === 404 ? { detail: t('clerk.app.notFoundText') } : {};
  useDocumentTitle(t('clerk.app.title', { page: problemTitle(problem) }));
  return (
    <>
      <Problem problem={{ ...detail, ...problem }} isPage onRetry={onRetry} />
      <Link to="/">{t('clerk.task.toQueue')}</Link>
    </>
  );
}
