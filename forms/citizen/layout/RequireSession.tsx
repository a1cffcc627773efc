import { Fragment, useState, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useSession } from '../queries.ts';
import { PageLoading } from './PageLoading.tsx';
import { Refusal } from './Refusal.tsx';
import { SignInDialog } from './SignInDialog.tsx';
import { SignInNeeded } from './SignInNeeded.tsx';

/**
 * Shows a personal page to whoever is signed in, and the way to sign in to everybody else. When the session ends while
 * the page is open, what was typed stays on it under a dialog that asks to sign in again. Another person who signs in
 * meanwhile gets the page afresh: nothing of the first one's stays readable.
 */
export function RequireSession({ children }: { readonly children: ReactNode }) {
  const session = useSession();
  const location = useLocation();
  const [signedIn, setSignedIn] = useState<string>();
  const returnTo = location.pathname + location.search;

  if (session.isPending) return <PageLoading />;
  if (session.data === undefined) return <Refusal error={session.error} onRetry={() => void session.refetch()} />;
  const personId = session.data.person?.personId;
  if (personId !== undefined && personId !== signedIn) setSignedIn(personId);
  if (personId === undefined && signedIn === undefined) return <SignInNeeded returnTo={returnTo} />;
  return (
    <>
      {personId === undefined ? <SignInDialog returnTo={returnTo} /> : null}
      <Fragment key={personId ?? signedIn}>{children}</Fragment>
    </>
  );
}
