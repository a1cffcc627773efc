import { Engine } from 'bpmn-engine';
import { maxTransitions } from '../../kernel/running/advance.ts';
import { holds } from '../../kernel/running/flow.ts';
import { ExecutionProblem } from '../../kernel/types.ts';
import type { Json } from '../../kernel/types.ts';
import { abandon, finish, follow, scopeAround, take, tokenAt } from './mirror.ts';
import type { Mirror } from './mirror.ts';
import type { BpmnEngineProgram } from './program.ts';

/*
 * A session is one step of an instance on bpmn-engine, which runs synchronously: an engine is made, begins or goes on
 * from what it has been told to remember, and comes to rest; then it is told what has happened, comes to rest again,
 * and is forgotten. Nothing of it is left running: it has no clock, and what works outside is only noted.
 */

/** What an engine remembers between two steps, without the diagram. */
export type Memory = { readonly [key: string]: Json };

/** Ends a job: with nothing, or with the BPMN error it has met. */
type Report = (error?: Error & { readonly code: string }) => void;

/** One step of an instance on bpmn-engine. */
export interface Session {
  readonly mirror: Mirror;
  readonly engine: Engine;
  /** How to end the jobs that are open, by their elements. */
  readonly jobs: Map<string, Report>;
  events: number;
  /** The element that was heard of last. */
  lastId: string;
  isOver: boolean;
  /** What bpmn-engine could not cope with, and what made it so. */
  failure: unknown;
}

/** Opens a session and brings the instance where it begins or where it was. */
export async function openSession(program: BpmnEngineProgram, mirror: Mirror, memory?: Memory): Promise<Session> {
  const jobs = new Map<string, Report>();
  const engine = new Engine({
    name: program.process.processId,
    timers: stoppedClock,
    scripts: { register: () => undefined, getScript: (_, element) => scriptOf(session, element.id) },
    extensions: { iter: (activity) => announceJob(session, activity) },
    settings: { disableTrackState: true },
  });
  const session: Session = { mirror, engine, jobs, events: 0, lastId: '', isOver: false, failure: undefined };
  engine.broker.subscribeTmp('event', '#', (key, { content }) => hear(session, key, content), { noAck: true });
  const { definitionId: id, source } = program;
  await attempt(session, async () => {
    if (memory === undefined) {
      engine.recover({ definitions: [{ id, type: 'bpmn:Definitions', source }] });
      await engine.execute();
    } else {
      engine.recover({ ...memory, definitions: [{ ...asRecord(memory.definition), source }] });
      await engine.resume();
    }
  });
  return session;
}

/** What the engine has to be told to go on later. */
export async function memoryOf({ engine }: Session): Promise<Memory> {
  const { definitions, ...rest } = await engine.getState();
  const { source: _, ...definition } = definitions[0] ?? {};
  return JSON.parse(JSON.stringify({ ...rest, definition }));
}

/**
 * Lets bpmn-engine go on; what it cannot cope with is a problem.
 * @throws ExecutionProblem the kernel's own, met in an expression or mapping; else `gateway.no-flow` or `engine.failed`
 */
export async function attempt(session: Session, act: () => void | Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    session.failure ??= error;
  }
  if (session.failure !== undefined) throw problemOf(session);
}

/** Completes a task or lets a message arrive. */
export function signal({ engine }: Session, elementId: string): void {
  const waiting = engine.execution.getPostponed();
  for (const api of waiting) {
    if (api.id === elementId) return api.signal();
    waiting.push(...api.getPostponed());
  }
}

function hear(session: Session, key: string, content: { readonly id?: string } | undefined): void {
  const { mirror } = session;
  const id = content?.id ?? '';
  session.events += 1;
  session.lastId = id;
  if (session.events > maxTransitions) throw endless(session);
  if (key === 'activity.enter') follow(mirror, id);
  else if (key === 'activity.execution.completed') finish(mirror, id);
  else if (key === 'flow.take') take(mirror, id);
  else if (interruptions.has(key)) abandon(mirror, id);
  else if (key === 'engine.end') session.isOver = true;
  else if (key === 'engine.error') session.failure ??= content;
}

const interruptions = new Set(['activity.execution.discard', 'activity.execution.error', 'activity.leave']);

const stoppedTimer = {
  setTimeout: (callback: CallableFunction, delay: number) => ({ callback, delay, timerId: '', timerRef: undefined }),
  clearTimeout: () => undefined,
};

/** A clock that never rings. */
const stoppedClock = { ...stoppedTimer, register: () => stoppedTimer, executing: [] };

// A script has been run when its task was entered; a condition is examined where its flow starts.
function scriptOf(session: Session, id: string) {
  const { mirror } = session;
  const flow = mirror.process.flows[id];
  return {
    execute: (_: unknown, callback: (error: unknown, result?: boolean) => void) => {
      const scope = scopeAround(mirror, flow?.source ?? id);
      if (flow === undefined || scope === undefined) return callback(null);
      try {
        callback(null, holds(mirror.run, { id: '', at: flow.source, scope: scope.id }, flow));
      } catch (error) {
        session.failure ??= error;
        callback(error);
      }
    },
  };
}

function announceJob(session: Session, activity: { id: string; type: string; behaviour: Record<string, unknown> }) {
  const execute = (_: unknown, report: Report) => {
    if (tokenAt(session.mirror, activity.id) === undefined) report();
    else session.jobs.set(activity.id, report);
  };
  // bpmn-engine makes services with `new`.
  if (activity.type === 'bpmn:ServiceTask')
    activity.behaviour.Service = function Service() {
      return { execute };
    };
  return { activate: () => undefined, deactivate: () => undefined };
}

function endless({ lastId: elementId }: Session, cause?: Error): ExecutionProblem {
  return new ExecutionProblem({ code: 'step.endless', params: { elementId } }, { cause });
}

// A stack that overflows is how bpmn-engine tells that it goes on and on.
function problemOf(session: Session): ExecutionProblem {
  const { failure } = session;
  if (failure instanceof ExecutionProblem) return failure;
  if (failure instanceof RangeError) return endless(session, failure);
  const reason = failure instanceof Error ? failure.message : String(failure);
  if (reason.includes('Maximum call stack')) return endless(session);
  const elementId = /^<(.+?)> no conditional flow taken/.exec(reason)?.[1];
  const options = { cause: failure };
  if (elementId === undefined) return new ExecutionProblem({ code: 'engine.failed', params: { reason } }, options);
  return new ExecutionProblem({ code: 'gateway.no-flow', params: { elementId } }, options);
}

function asRecord(value: Json | undefined): object {
  return typeof value === 'object' && value !== null ? value : {};
}
