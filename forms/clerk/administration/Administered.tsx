import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Administration } from '../../contract/administration.ts';
import { problemOf } from '../../kit/failure.ts';
import { Loading } from '../../kit/Loading.tsx';
import { Problem } from '../../kit/Problem.tsx';
import { administrationQuery } from './queries.ts';

/** Shows a page once it is known what its reader administers; a refusal to anybody else. */
export function Administered({ children }: { readonly children: (known: Administration) => ReactNode }) {
  const { data, error, refetch } = useQuery(administrationQuery);
  if (error !== null) return <Problem problem={problemOf(error)} onRetry={() => void refetch()} />;
  return data === undefined ? <Loading /> : <>{children(data)}</>;
}
