import type { FeelFailure } from '../findings/feel-failure.ts';
import type { DecisionFailure } from '../findings/running-failure.ts';

/** A decision that cannot be taken. Thrown by the evaluation. */
export class DecisionProblem extends Error {
  constructor(readonly failure: DecisionFailure) {
    super(`${failure.code} ${JSON.stringify(failure.params)}`);
    this.name = 'DecisionProblem';
  }

  /** The problem of an expression in a decision that has no value; without one, of the decision as a whole. */
  static ofFeel(decisionId: string, failure: FeelFailure, expression?: string): DecisionProblem {
    const params = { decisionId, failure, ...(expression !== undefined && { expression }) };
    return new DecisionProblem({ code: 'feel.evaluation-failed', params });
  }

  /** Stable name, such as `decision.several-hits`. */
  get code(): DecisionFailure['code'] {
    return this.failure.code;
  }
}
