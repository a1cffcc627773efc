import type { FeelFailure } from './feel-failure.ts';

/** What the place of an expression needs. */
export type Wanted = 'truth' | 'text' | 'texts' | 'instant' | 'duration' | 'cycle' | 'count' | 'list';

/** Whose value it is in a decision. */
export type DecidedPlace =
  | { readonly type: 'result' | 'expression'; readonly name?: never }
  | { readonly type: 'entry' | 'datum' | 'input' | 'output'; readonly name: string };

interface OfDecision {
  readonly decisionId: string;
}

/** What keeps a decision from being taken. */
export interface DecisionFailures {
  readonly 'decision.circular': OfDecision;
  readonly 'decision.different-hits': OfDecision;
  readonly 'decision.not-numbers': OfDecision & { readonly aggregation: string };
  readonly 'decision.several-hits': OfDecision & { readonly rules: readonly number[] };
  readonly 'decision.unknown': OfDecision;
  /** Value and allowed values as they are written. */
  readonly 'decision.value-not-allowed': OfDecision & {
    readonly input: string;
    readonly value: string;
    readonly allowed: string;
  };
  readonly 'decision.wrong-type': OfDecision & {
    readonly of: DecidedPlace;
    readonly value: string;
    readonly type: string;
  };
  /** `expression` is absent where the decision as a whole has no value. */
  readonly 'feel.evaluation-failed': OfDecision & { readonly expression?: string; readonly failure: FeelFailure };
}

/** What keeps a decision from being taken, with what it tells. */
export type DecisionFailure = {
  readonly [Code in keyof DecisionFailures]: { readonly code: Code; readonly params: DecisionFailures[Code] };
}[keyof DecisionFailures];

interface AtElement {
  readonly elementId: string;
}

/** `value`: what the expression gives, as JSON. */
interface Mismatch extends AtElement {
  readonly expression: string;
  readonly value: string;
  readonly wanted: Wanted;
}

/** What keeps the execution of a diagram from going on. */
export interface RunningFailures {
  /** The decision that the element asks for. */
  readonly 'decision.failed': AtElement & { readonly failure: DecisionFailure };
  readonly 'engine.failed': { readonly reason: string };
  /** `error`: its BPMN code; `message`: what the job said. */
  readonly 'error.not-caught': AtElement & { readonly error: string; readonly message: string };
  readonly 'feel.evaluation-failed': AtElement & { readonly expression: string; readonly failure: FeelFailure };
  readonly 'feel.not-boolean': Mismatch;
  readonly 'feel.wrong-type': Mismatch;
  readonly 'gateway.no-flow': AtElement;
  readonly 'message.not-expected': { readonly message: string; readonly key?: string };
  readonly 'start.unknown': AtElement & { readonly process: string };
  /** A part of the diagram or of the instance that is not there; absent: the state is of another executor. */
  readonly 'state.foreign': { readonly part?: 'element' | 'scope' | 'token'; readonly id?: string };
  readonly 'step.endless': { readonly elementId?: string };
  readonly 'step.stuck': AtElement;
  readonly 'wait.not-open': { readonly waitId: string };
  readonly 'wait.wrong-trigger': AtElement & {
    readonly waitId: string;
    readonly type: string;
    readonly wanted: readonly string[];
  };
}

/** What keeps the execution of a diagram from going on, with what it tells. */
export type RunningFailure = {
  readonly [Code in keyof RunningFailures]: { readonly code: Code; readonly params: RunningFailures[Code] };
}[keyof RunningFailures];
