import type { FindingParams } from '../../findings/finding.ts';
import type { Sentences } from '../sentences.ts';

/** Where a finding is, for its sentence; empty where it does not say. */
export interface At {
  readonly elementId: string;
  readonly file: string;
  readonly attribute: string;
}

/** What the findings of a room are called in one language; one that is missing does not compile. */
export type FindingSentences<Params> = Sentences<{ readonly [Rule in keyof Params]: Params[Rule] & At }>;

/** What every finding is called in one language. */
export type FindingWords = FindingSentences<FindingParams>;
