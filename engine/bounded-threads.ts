import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { Problem } from './core/problem.ts';

/** What a thread does, and what it may take. */
export interface ThreadSettings {
  /** Its module exports `({ task, begun }) => answer` as default, and tells `begun` when it begins. */
  readonly module: URL;
  /** From the moment the thread begins. */
  readonly timeMs: number;
  /** For values of JavaScript. */
  readonly memoryMb: number;
  /** How many tasks are done at a time. */
  readonly threads: number;
  /** More tasks than these do not wait for a thread. */
  readonly mostWaiting: number;
}

/** The answer of a thread, or that there is none within its time and memory. */
export type Bounded<Answer> = { readonly answer: Answer } | { readonly exceeded: true };

/** Threads for work on what comes from outside: the process does other work meanwhile, and outlives each of them. */
export interface BoundedThreads<Task, Answer> {
  /** @throws Problem `service.unavailable` when too many tasks wait */
  run(task: Task): Promise<Bounded<Answer>>;
  close(): Promise<void>;
}

interface Given<Task> {
  readonly task: Task;
  /** Told when the thread begins: to wait for one is no fault of the task. */
  readonly begun: MessageChannel['port1'];
}

/** A thread that had nothing to do for so long ends; to start one takes half a second. */
const IDLE_MS = 300_000;

/** Starts no thread before there is a task. */
export function boundedThreads<Task, Answer>(settings: ThreadSettings): BoundedThreads<Task, Answer> {
  const { module, timeMs, memoryMb, threads, mostWaiting } = settings;
  const pool = new Piscina<Given<Task>, Answer>({
    filename: module.href,
    minThreads: 0,
    maxThreads: threads,
    maxQueue: mostWaiting,
    idleTimeout: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  return { run: (task) => within(timeMs, pool, task), close: () => pool.destroy() };
}

async function within<Task, Answer>(
  timeMs: number,
  pool: Piscina<Given<Task>, Answer>,
  task: Task,
): Promise<Bounded<Answer>> {
  const { port1: begin, port2: begun } = new MessageChannel();
  const stop = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  begin.once('message', () => (timer = setTimeout(() => stop.abort(), timeMs)));
  try {
    return { answer: await pool.run({ task, begun }, { signal: stop.signal, transferList: [begun] }) };
  } catch (error) {
    if (stop.signal.aborted || isOutOfMemory(error)) return { exceeded: true };
    if (error instanceof Error && /queue/i.test(error.message))
      throw new Problem('service.unavailable', {}, { cause: error });
    throw error;
  } finally {
    clearTimeout(timer);
    begin.close();
  }
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
