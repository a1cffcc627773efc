import type { BodyParameter } from '../parameters.ts';
import type { Lookups } from '../../../forms/schema/lookups.ts';
import type { Executor } from '../../executors/port.ts';
import type { Program } from '../../kernel/program.ts';
import type { Instant } from '../../kernel/types.ts';
import type { Actor } from '../actor.ts';
import type { Command } from '../command.ts';
import type { Dossier, Upload } from '../dossier.ts';
import type { LoadProcedure } from '../called.ts';
import type { KnownFacts } from '../known.ts';
import type { AssignedOffice } from '../office.ts';
import type { Procedure } from '../procedure.ts';

/** The public body to which a dossier belongs. */
export interface Body {
  readonly bodyId: string;
  readonly name: string;
  /** Code in the index of public administrations, e.g. `r_emiro`. */
  readonly ipaCode: string;
}

/** Where call activities find the processes that they call. */
export interface Calls {
  /** Where a process is published now, or under a version tag; undefined when it is not. */
  readonly find: (called: {
    readonly processId: string;
    readonly versionTag: string | null;
  }) => Promise<{ readonly procedureId: string; readonly version: number } | undefined>;
  readonly load: LoadProcedure;
}

/** What a step has to know besides the dossier; everything from the world is handed in here. */
export interface StepContext {
  readonly procedure: Procedure;
  readonly executor: Executor<Program>;
  /** Without it a call activity is refused. */
  readonly calls?: Calls;
  readonly now: Instant;
  /** The registration number taken for this command, when it is one that is registered (see `isRegistered`). */
  readonly registration?: string;
  /**
   * The uploads named by the answers: those of the actor that no dossier holds yet, and those that this dossier holds.
   */
  readonly uploads: readonly Upload[];
  /** What answers may be looked up in besides; a field that needs what is absent is refused. */
  readonly lookups?: Lookups;
  /** What was fetched for the draft of a submission; the record says which answers it gave. */
  readonly known?: Pick<KnownFacts, 'sources' | 'on'>;
  /** The body of the dossier; for a submission the one that `competentBodyId` names. */
  readonly body: Body;
  /** An office of that body; undefined when there is none with the code. */
  readonly office: (officeCode: string) => { readonly name: string } | undefined;
  /** The offices that the body has assigned to roles of the procedure today, by the role. */
  readonly assigned?: Readonly<Record<string, AssignedOffice>>;
  /** The values that the body gives today to parameters of the procedure. */
  readonly bodyParameters?: readonly BodyParameter[];
  /** Where the portal answers, without a slash at the end. */
  readonly baseUrl: string;
}

/** What is asked of a step. `dossier` is absent only for a submission. */
export interface StepInput<Asked extends Command = Command> {
  readonly dossier: Dossier | undefined;
  readonly command: Asked;
  readonly actor: Actor;
  readonly context: StepContext;
}
