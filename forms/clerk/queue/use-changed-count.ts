import { useEffect, useRef } from 'react';
import type { CallOutput } from '../../contract/client.ts';
import { t } from '../../text/clerk.ts';
import { formatCount } from '../../text/format.ts';
import { useAnnounce } from '../layout/announcer.tsx';

/** Tells the live region when a refresh changes how many tasks the same filters give. */
export function useChangedCount(total: CallOutput<'listTasks'>['total'], filters: string): void {
  const figure = total === undefined ? undefined : formatCount(total);
  const announce = useAnnounce();
  const before = useRef<{ readonly figure: string; readonly filters: string }>();
  useEffect(() => {
    if (figure === undefined) return;
    const last = before.current;
    before.current = { figure, filters };
    if (last !== undefined && last.filters === filters && last.figure !== figure) {
      announce(t('clerk.queue.changed', { figure }));
    }
  }, [announce, figure, filters]);
}
