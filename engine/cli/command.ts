/** Where a command runs and speaks. */
export interface CommandScene {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Prints a line of the result. */
  readonly print: (line: string) => void;
  /** Prints a line about why there is none. */
  readonly complain: (line: string) => void;
}

/** What can be asked of the command line: one file each, listed in `commands.ts`. */
export interface CliCommand {
  /** The words that call it, e.g. `audit verify`. */
  readonly name: string;
  /** What follows the words, for the page of help. */
  readonly parameters: string;
  /** What it does, in one Italian sentence. */
  readonly summary: string;
  /**
   * Does it and gives the exit code: 0 when all is well, 1 when what was asked came out badly.
   * @throws UsageProblem when the parameters are not understood
   */
  readonly perform: (args: readonly string[], scene: CommandScene) => Promise<number>;
}

/** Parameters that a command does not understand. The message says in Italian what was given and what was expected. */
export class UsageProblem extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UsageProblem';
  }
}
