import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import type { Session, SessionPerson } from '../../contract/session.ts';
import { Loading } from '../../kit/Loading.tsx';
import { Frame } from '../layout/Frame.tsx';
import { PageRefusal } from '../layout/PageRefusal.tsx';
import { sessionQuery } from '../queries.ts';
import { NoOffice } from './NoOffice.tsx';
import { SessionContext } from './session.ts';
import { onSessionLost } from './session-lost.ts';
import { SignIn } from './SignIn.tsx';

/**
 * Lets through whoever is signed in and has an office. Three states: nobody yet (sign-in page); somebody (the desk);
 * the session ended while working (the desk stays as it is, with the way to sign in again above it, until the same
 * person is back). When another person signs in meanwhile, the page starts afresh: nothing of the first one's stays
 * readable.
 */
export function SessionGate({ children }: { readonly children: ReactNode }) {
  const { data: session, error, refetch } = useQuery(sessionQuery);
  useEffect(() => onSessionLost(() => void refetch()), [refetch]);
  const [person, setPerson] = useState<SessionPerson>();
  if (person === undefined && session?.person !== undefined) setPerson(session.person);
  const replaced = person !== undefined && session?.person !== undefined && session.person.personId !== person.personId;
  useEffect(() => {
    if (replaced) window.location.reload();
  }, [replaced]);
  if (session === undefined || replaced) {
    return (
      <main className="container py-5">
        {error === null ? <Loading /> : <PageRefusal error={error} onRetry={() => void refetch()} />}
      </main>
    );
  }
  return person === undefined ? <SignIn /> : <Desk session={session} person={person} page={children} />;
}

function Desk({ session, person, page }: DeskProps) {
  const expired = session.person === undefined;
  return (
    <SessionContext.Provider value={{ person, development: session.development }}>
      <Frame person={person} session={session} expired={expired}>
        {person.memberships.length === 0 ? <NoOffice person={person} /> : page}
      </Frame>
    </SessionContext.Provider>
  );
}

interface DeskProps {
  readonly session: Session;
  readonly person: SessionPerson;
  readonly page: ReactNode;
}
