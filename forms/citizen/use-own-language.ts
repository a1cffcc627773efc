import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Session } from '../contract/session.ts';
import { useLanguage } from '../kit/use-language.ts';
import { chooseLanguage, rememberedLanguage } from './language.ts';
import { call, sessionKey, useSession } from './queries.ts';

/**
 * Keeps the language of the page and of who is signed in the same. A browser in which nobody has chosen yet takes the
 * one that the person chose elsewhere; otherwise the server is told, and writes to them in it.
 */
export function useOwnLanguage(): void {
  const queries = useQueryClient();
  const spoken = useLanguage();
  const person = useSession().data?.person;
  useEffect(() => {
    const { language: own = 'it' } = person ?? {};
    if (person === undefined) return;
    // What was chosen in another tab of this browser counts here too.
    const chosen = rememberedLanguage() ?? own;
    if (chosen !== spoken) {
      void chooseLanguage(chosen);
      return;
    }
    if (own === spoken) return;
    queries.setQueryData<Session>(
      sessionKey,
      (session) => session && { ...session, person: { ...person, language: spoken } },
    );
    // Not told, it is told again with the next page: nothing waits for it.
    call('chooseLanguage', { body: { language: spoken } }).catch(() => undefined);
  }, [person, queries, spoken]);
}
