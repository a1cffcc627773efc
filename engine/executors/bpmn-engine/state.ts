import { ExecutionProblem } from '../../kernel/types.ts';
import type { ExecutionState, Instant, Json } from '../../kernel/types.ts';
import type { Memory } from './session.ts';

/** The two halves of an instance between two steps. */
export interface Halves {
  /** What bpmn-engine remembers; absent when the instance has ended. */
  readonly memory?: Memory;
  /** The kernel's records of variables and waits. */
  readonly records: ExecutionState;
}

/** An execution state of the kernel's records alone, when the instance has ended. */
export function packEnded(records: ExecutionState): ExecutionState {
  return { records };
}

/**
 * An execution state of the kernel's records and of what bpmn-engine remembers. bpmn-engine makes up ids and reads the
 * clock; both are replaced, so that the same inputs give the same state.
 */
export function packState(records: ExecutionState, memory: Memory, now: Instant): ExecutionState {
  return { memory: withCountedIds(withoutClock(memory, now)), records };
}

/**
 * The two halves of an execution state.
 * @throws ExecutionProblem `state.foreign` when another executor made it
 */
export function unpackState({ memory, records }: ExecutionState): Halves {
  if (isRecord(records) && (memory === undefined || isRecord(memory))) {
    return memory === undefined ? { records } : { memory, records };
  }
  throw new ExecutionProblem({ code: 'state.foreign', params: {} });
}

/** What bpmn-engine takes for the time at which a timer is due. */
const endOfTime = '9999-12-31T00:00:00.000Z';

function withoutClock(memory: Memory, now: Instant): Memory {
  const fixed: Readonly<Record<string, Json>> = {
    timestamp: Date.parse(now),
    startedAt: now,
    stoppedAt: now,
    expireAt: endOfTime,
    runningTime: 0,
    timeout: Number.MAX_SAFE_INTEGER,
  };
  return JSON.parse(JSON.stringify(memory), (key, value) => (Object.hasOwn(fixed, key) ? fixed[key] : value));
}

const idKeys = new Set(['executionId', 'sequenceId', 'evaluationId', 'messageId', 'correlationId']);

// Made-up ids also stand inside names of queues and consumers; an id derived from another one begins with it.
function withCountedIds(memory: Memory): Memory {
  const text = JSON.stringify(memory);
  const ids = new Set<string>();
  JSON.parse(text, (key, value) => {
    if (idKeys.has(key) && typeof value === 'string') ids.add(value);
    return value;
  });
  const derived = (id: string) => id.endsWith('_0') && ids.has(id.slice(0, -2));
  const own = [...ids].filter((id) => !derived(id));
  const names = new Map(own.map((id, index) => [id, id.replace(/[0-9a-f]+$/, counted(index))]));
  const alternatives = [...own].sort((one, other) => other.length - one.length).map(escaped);
  if (alternatives.length === 0) return memory;
  return JSON.parse(text.replace(new RegExp(alternatives.join('|'), 'g'), (id) => names.get(id) ?? id));
}

function counted(index: number): string {
  return index.toString(16).padStart(10, '0');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function isRecord(value: Json | undefined): value is ExecutionState {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
