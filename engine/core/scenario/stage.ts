import type { Dossier } from '../dossier.ts';
import type { Cast } from './cast.ts';
import type { Answers } from './scenario.ts';

/**
 * What a scenario plays on: a dossier, its clock, and the people who act. Verbs throw the Problem of a refusal. In
 * memory it is `memoryStage`; the tests have one more on PostgreSQL.
 */
export interface Stage {
  /** Gives the bodies, offices, people and roles of a scenario; before all else. */
  seat(cast: Cast): Promise<void>;
  /** Moves the clock, firing on the way every timer at the instant when it is due. */
  advanceTo(at: string): Promise<void>;
  submit(person: string, answers: Answers): Promise<void>;
  claim(person: string, elementId: string): Promise<void>;
  /** Claims the task first when it is an office's and nobody has. */
  complete(person: string, elementId: string, answers: Answers): Promise<void>;
  act(person: string, elementId: string, answers: Answers): Promise<void>;
  /** Everything as it stands now; undefined before the submission. */
  view(): Promise<StageView | undefined>;
}

/** What expectations are compared with. */
export interface StageView {
  readonly dossier: Dossier;
  /** Templates of all notices so far. */
  readonly messages: readonly string[];
  /** Titles of all documents drawn up so far. */
  readonly documents: readonly string[];
  /** Deadlines of the terms as of now; null while one stands still. */
  readonly deadlines: Readonly<Record<string, string | null>>;
  /** IPA codes of the other bodies of the cast, by their id. */
  readonly bodies: Readonly<Record<string, string>>;
  /** Elements of the personal acts that the applicant is offered. */
  readonly acts: readonly string[];
}
