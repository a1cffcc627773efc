import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import type { Session } from '../../contract/session.ts';
import { useLanguage } from '../../kit/use-language.ts';
import { useOwnLanguage } from '../../kit/use-own-language.ts';
import type { Language } from '../../text/language.ts';
import { call, sessionQuery } from '../queries.ts';
import { useDesk } from './session.ts';

/**
 * The language of the desk is that of who works at it; the server is told of another choice. What the server has told
 * in the language before is asked for again, while the page stays as it is.
 */
export function useKeptLanguage(): void {
  const queries = useQueryClient();
  const { person } = useDesk();
  const keep = useCallback(
    (language: Language) => {
      queries.setQueryData<Session>(
        sessionQuery.queryKey,
        (session) => session?.person && { ...session, person: { ...session.person, language } },
      );
      // Not told, it is told again with the next page: nothing waits for it.
      call('chooseLanguage', { query: { audience: 'office' }, body: { language } }).catch(() => undefined);
    },
    [queries],
  );
  useOwnLanguage(person, keep);
  const spoken = useLanguage();
  const told = useRef(spoken);
  useEffect(() => {
    if (told.current === spoken) return;
    told.current = spoken;
    void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
  }, [queries, spoken]);
}
