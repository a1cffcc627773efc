/** The outcome of one case of a conformance suite; `reason` says why it did not pass. */
export interface CaseOutcome {
  readonly id: string;
  readonly passed: boolean;
  readonly reason?: string;
  /** Set when the case is shown but does not count, because its expectation is disputed. */
  readonly disputed?: boolean;
  /** Of a refusal that has to be at some spot: whether it is there. Absent where the case does not say. */
  readonly isAtSpot?: boolean;
}

/** A collection of cases that nobody here wrote. `dir` of `run` is the folder that holds the suites' folders. */
export interface Suite {
  readonly name: string;
  run(dir: string): AsyncIterable<CaseOutcome>;
}
