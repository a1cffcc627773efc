/** How often, and what becomes of a failure. */
export interface Repeating {
  readonly everyMs: number;
  readonly onError: (error: unknown) => void;
}

/** Does something now and again and again, never twice at a time. `stop` waits for the one under way. */
export function repeat(
  work: () => Promise<void>,
  { everyMs, onError }: Repeating,
): { readonly stop: () => Promise<void> } {
  let current = Promise.resolve();
  let isIdle = true;
  const once = (): void => {
    if (!isIdle) return;
    isIdle = false;
    current = work()
      .catch(onError)
      .finally(() => {
        isIdle = true;
      });
  };
  const timer = setInterval(once, everyMs);
  once();
  return {
    stop: async () => {
      clearInterval(timer);
      await current;
    },
  };
}
