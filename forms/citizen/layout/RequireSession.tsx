import { useState, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useSession } from '../queries.ts';
import { PageLoading } from './PageLoading.tsx';
import { Refusal } from './Refusal.tsx';
import { SignInDialog } from './SignInDialog.tsx';
import { SignInNeeded } from './SignInNeeded.tsx';

/**
 * Shows a personal page to whoever is signed in, and the way to sign in to everybody else. When the session ends while
 * the page is open, what was typed stays on it under a dialog that asks to sign in again.
 */
export function RequireSession({ children }: { readonly children: ReactNode }) {
  const session = useSession();
  const location = useLocation();
  const [wasSignedIn, setSignedIn] = useState(false);
  const returnTo = location.pathname + location.search;

  if (session.isPending) return <PageLoading />;
  if (session.data === undefined) return <Refusal error={session.error} onRetry={() => void session.refetch()} />;
  if (session.data.person && !wasSignedIn) setSignedIn(true);
  if (!session.data.person && !wasSignedIn) return <SignInNeeded returnTo={returnTo} />;
  return (
    <>
      {session.data.person ? null : <SignInDialog returnTo={returnTo} />}
      {children}
    </>
  );
}
