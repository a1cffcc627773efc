import type { Day } from '../../core/dossier.ts';
import type { DenialReason } from '../../core/grant.ts';
import type { ProblemCode } from '../../core/problem.ts';

/** What problems are called in one language; one that is missing does not compile. */
export interface ProblemWords {
  readonly titles: Readonly<Record<ProblemCode, string>>;
  /** Why something is refused, said to whom it is refused. */
  readonly reasons: Readonly<Record<DenialReason, string>>;
  readonly lastDayWas: (day: Day) => string;
  /** What is said of a defect of ours. */
  readonly defect: string;
}
