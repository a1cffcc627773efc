/** Where the keeping of unfinished answers stands. */
export type KeptState =
  | { readonly type: 'idle' }
  | { readonly type: 'saving' }
  | { readonly type: 'saved'; readonly at: string }
  | { readonly type: 'failed' };

/** Keeps the latest value, one save at a time. */
export interface Keeper<Value> {
  /** Takes a new value; it is saved once no other came for a while. */
  keep(value: Value): void;
  /** Saves at once what is not yet saved; true when nothing is left unsaved. */
  flush(): Promise<boolean>;
  /** Forgets what is not saved and saves nothing more until the next value. */
  stop(): void;
}

/** What a keeper needs from outside. */
export interface KeeperOptions<Value> {
  /** Saves a value and gives the instant at which it was saved. */
  readonly save: (value: Value) => Promise<string>;
  /** Says whether a failed save is worth another try without a new value. */
  readonly mayRetry: (error: unknown) => boolean;
  readonly tell: (state: KeptState) => void;
  readonly delayMs: number;
  readonly retryMs: number;
}

/**
 * Makes a keeper: idle → (a value, quiet for `delayMs`) → saving → saved, or failed and tried again after `retryMs`.
 */
export function createKeeper<Value>(options: KeeperOptions<Value>): Keeper<Value> {
  let pending: { readonly value: Value } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  let turn = 0;
  let isFailed = false;

  const plan = (delayMs: number): void => {
    clearTimeout(timer);
    timer = setTimeout(run, delayMs);
  };
  const save = async (current: { readonly value: Value }): Promise<void> => {
    const startedIn = turn;
    pending = undefined;
    options.tell({ type: 'saving' });
    const state = await attempt(options, current.value);
    running = undefined;
    if (startedIn !== turn) return;
    isFailed = state.told.type === 'failed';
    options.tell(state.told);
    if (state.again) pending ??= current;
    if (pending !== undefined) plan(state.again ? options.retryMs : options.delayMs);
  };
  const run = (): void => {
    if (running === undefined && pending !== undefined) running = save(pending);
  };

  return {
    keep(value) {
      pending = { value };
      plan(options.delayMs);
    },
    async flush() {
      // What was typed while a save was under way needs one more.
      await running;
      clearTimeout(timer);
      run();
      await running;
      return pending === undefined && !isFailed;
    },
    stop() {
      clearTimeout(timer);
      pending = undefined;
      turn += 1;
    },
  };
}

async function attempt<Value>(options: KeeperOptions<Value>, value: Value) {
  try {
    return { told: { type: 'saved', at: await options.save(value) }, again: false } as const;
  } catch (error) {
    return { told: { type: 'failed' }, again: options.mayRetry(error) } as const;
  }
}
