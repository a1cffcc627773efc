import type { FeelFailures } from '../../findings/feel-failure.ts';
import type { DecisionFailures, RunningFailures } from '../../findings/running-failure.ts';
import type { Sentences } from '../sentences.ts';

// What failed inside is told in words where a sentence takes it up.
type Told<Params> = {
  readonly [Code in keyof Params]: Params[Code] extends { readonly failure: unknown }
    ? Omit<Params[Code], 'failure'> & { readonly reason: string }
    : Params[Code];
};

/** What stops an expression (a phrase), a decision and an execution (sentences), in one language. */
export interface RunningWords {
  readonly feel: Sentences<FeelFailures>;
  readonly decision: Sentences<Told<DecisionFailures>>;
  readonly running: Sentences<Told<RunningFailures>>;
}
