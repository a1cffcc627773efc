/** A step of a scenario that did not go as told. */
export interface ScenarioFailure {
  /** `refused`: nobody expects the refusal; `differs`: something is not as expected. */
  readonly type: 'refused' | 'differs';
  /** Which step, counted from 1. */
  readonly step: number;
  /** The problem with which the step was refused. */
  readonly refusal?: { readonly code: string; readonly details: Readonly<Record<string, unknown>> };
  /** The members that differ, as the scenario has them and as they were found. */
  readonly expected: unknown;
  readonly found: unknown;
}
