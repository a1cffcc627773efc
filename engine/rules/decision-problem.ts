/** A decision that cannot be taken. Thrown by the evaluation; the message is an Italian sentence. */
export class DecisionProblem extends Error {
  /** @param code stable name, such as `decision.several-hits` */
  constructor(
    readonly code: string,
    message: string,
    readonly place: { readonly decisionId: string; readonly expression?: string },
  ) {
    super(message);
    this.name = 'DecisionProblem';
  }

  /** The problem of an expression in a decision that has no value. */
  static ofFeel(decisionId: string, expression: string, reason: string): DecisionProblem {
    const message = `L’espressione «${expression}» della decisione ${decisionId} non si può calcolare: ${reason}.`;
    return new DecisionProblem('feel.evaluation-failed', message, { decisionId, expression });
  }
}
