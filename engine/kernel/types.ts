/**
 * The vocabulary of execution: what the kernel is given and what it gives back.
 *
 * The kernel knows tokens, scopes and waits. It knows no dossier, no office and no law, touches no clock, file or
 * network, and runs in the browser as well as on the server.
 */

import type { RunningFailure } from '../findings/running-failure.ts';

/** A value that survives JSON unchanged. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Process variables: names to JSON values. */
export type Variables = Readonly<Record<string, Json>>;

/** An instant in UTC, ISO 8601 with `Z`, for example `2026-03-02T09:30:00.000Z`. */
export type Instant = string;

/** Names a wait; deterministic: the same diagram, inputs and clock give the same ids. */
export type WaitId = string;

interface WaitBase {
  readonly id: WaitId;
  readonly elementId: string;
  /** The name drawn on the element, empty when it has none. */
  readonly name: string;
}

/** A user task that a person has to complete. */
export interface TaskWait extends WaitBase {
  readonly type: 'task';
  /** `zeebe:formDefinition formId`. */
  readonly formId?: string;
  /** `zeebe:assignmentDefinition`, each already evaluated when it was FEEL. */
  readonly assignee?: string;
  readonly candidateGroups: readonly string[];
  readonly candidateUsers: readonly string[];
  /** `zeebe:taskSchedule dueDate`, already evaluated. */
  readonly dueAt?: Instant;
  /** What the input mappings of the element gave; without mappings, empty. */
  readonly input: Variables;
  /** Of one of several instances: its number and its item, and the items of the repetitions around it. */
  readonly instance?: Variables;
}

/** Work to be done outside: a service or send task, or any task with a `zeebe:taskDefinition`. */
export interface JobWait extends WaitBase {
  readonly type: 'job';
  /** `zeebe:taskDefinition type`. */
  readonly jobType: string;
  /** `zeebe:taskHeaders`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly input: Variables;
}

/** A timer that becomes due at an instant. */
export interface TimerWait extends WaitBase {
  readonly type: 'timer';
  readonly dueAt: Instant;
}

/** A message that may arrive. */
export interface MessageWait extends WaitBase {
  readonly type: 'message';
  readonly message: string;
  /** The evaluated `zeebe:subscription correlationKey`, when the message has one. */
  readonly correlationKey?: string;
}

/** A signal that may be broadcast. */
export interface SignalWait extends WaitBase {
  readonly type: 'signal';
  readonly signal: string;
}

/** A condition that is examined again whenever variables change. */
export interface ConditionWait extends WaitBase {
  readonly type: 'condition';
  readonly expression: string;
}

/** A called process that has to end. */
export interface ChildWait extends WaitBase {
  readonly type: 'child';
  /** The id of the process that is called. */
  readonly calledElement: string;
  /** Which version is called: the newest, the one deployed together with this diagram, or one by its tag. */
  readonly binding: 'latest' | 'deployment' | { readonly versionTag: string };
  readonly input: Variables;
}

/** What the outside can resolve. */
export type Wait = TaskWait | JobWait | TimerWait | MessageWait | SignalWait | ConditionWait | ChildWait;

/** What the outside says to a resting process. */
export type Trigger =
  /**
   * A task, job or called process is done; `output` goes through the output mappings, or into the scope when there are
   * none. Of a called process it is the variables with which it ended.
   */
  | { readonly type: 'complete'; readonly waitId: WaitId; readonly output: Variables }
  /** A timer is due. The caller decides when; the kernel does not compare `now` with `dueAt`. */
  | { readonly type: 'fire'; readonly waitId: WaitId }
  /** A message has arrived for the oldest wait of that name (and key), or for the one that is meant. */
  | {
      readonly type: 'message';
      readonly message: string;
      readonly correlationKey?: string;
      readonly waitId?: WaitId;
      readonly payload: Variables;
    }
  /** A signal has been broadcast; an instance that does not wait for it takes no notice. */
  | { readonly type: 'signal'; readonly signal: string; readonly payload: Variables }
  /** A job or called process ended with a BPMN error that the diagram may catch. */
  | { readonly type: 'error'; readonly waitId: WaitId; readonly code: string; readonly message: string }
  /** A called process escalates; it may go on. The payload is what it knew where it did so. */
  | { readonly type: 'escalation'; readonly waitId: WaitId; readonly code: string; readonly payload?: Variables }
  /** Variables of the process change from outside. */
  | { readonly type: 'variables'; readonly variables: Variables }
  /** The whole instance is cancelled from outside. */
  | { readonly type: 'cancel' };

/** What an instance says to the outside in a step. Whoever runs it passes it on after the step. */
export type Emission =
  | {
      readonly type: 'message';
      readonly elementId: string;
      readonly message: string;
      readonly correlationKey?: string;
      readonly payload: Variables;
    }
  /** To all other instances and signal start events; the instance itself has heard it already. */
  | { readonly type: 'signal'; readonly elementId: string; readonly signal: string; readonly payload: Variables }
  /** Nothing inside caught it: it goes to the instance that called this one. */
  | { readonly type: 'escalation'; readonly elementId: string; readonly code: string; readonly payload: Variables };

/** One line of what happened in a step, in order. */
export type TrailEntry =
  | { readonly type: 'entered'; readonly elementId: string }
  | { readonly type: 'left'; readonly elementId: string }
  /** The element was left because something interrupted it. */
  | { readonly type: 'cancelled'; readonly elementId: string }
  | { readonly type: 'taken'; readonly flowId: string }
  /** A business-rule task evaluated a decision. */
  | { readonly type: 'decided'; readonly elementId: string; readonly decision: DecisionTrace };

/** How a decision came to its result. */
export interface DecisionTrace {
  readonly decisionId: string;
  readonly hitPolicy?: string;
  readonly inputs: Readonly<Record<string, Json>>;
  /** 1-based numbers of the rules that matched. */
  readonly rules: readonly number[];
  readonly result: Json;
}

/** What one step gives: the new state and everything that changed on the way. */
export interface Move {
  /** Opaque to callers, plain JSON; grows with open tokens and variables only. */
  readonly state: ExecutionState;
  readonly opened: readonly Wait[];
  readonly closed: readonly WaitId[];
  readonly trail: readonly TrailEntry[];
  /** Variables of the process scope after the step. */
  readonly variables: Variables;
  /** What was said to the outside, in order; absent when nothing was. */
  readonly emitted?: readonly Emission[];
  /** Present when no token is left: how it ended. */
  readonly ended?: Ending;
}

/** How an instance ended. */
export interface Ending {
  readonly reason: 'completed' | 'terminated' | 'error';
  /** The last end event reached, if any. */
  readonly endEventId?: string;
  /** With reason `error`: what nothing caught. */
  readonly error?: { readonly code: string; readonly message: string };
}

/** The execution's own record between steps: JSON only, owned by the executor that made it. */
export type ExecutionState = { readonly [key: string]: Json };

/** Something in the diagram or in an expression that cannot go on. Thrown; nothing of the step is kept. */
export class ExecutionProblem extends Error {
  constructor(
    readonly failure: RunningFailure,
    options?: ErrorOptions,
  ) {
    super(`${failure.code} ${JSON.stringify(failure.params)}`, options);
    this.name = 'ExecutionProblem';
  }

  /** Stable name, such as `gateway.no-flow` or `wait.not-open`. */
  get code(): RunningFailure['code'] {
    return this.failure.code;
  }

  /** Where in the diagram, if anywhere. */
  get elementId(): string | undefined {
    return 'elementId' in this.failure.params ? this.failure.params.elementId : undefined;
  }
}
