import { useEffect, useRef } from 'react';
import { t } from '../../text/clerk.ts';
import { useAnnounce } from '../layout/announcer.tsx';

/** Tells the live region when a refresh changes how many tasks the same filters give. */
export function useChangedCount(count: number | undefined, filters: string): void {
  const announce = useAnnounce();
  const before = useRef<{ readonly count: number; readonly filters: string }>();
  useEffect(() => {
    if (count === undefined) return;
    const last = before.current;
    before.current = { count, filters };
    if (last !== undefined && last.filters === filters && last.count !== count) {
      announce(t('clerk.queue.changed', { count }));
    }
  }, [announce, count, filters]);
}
