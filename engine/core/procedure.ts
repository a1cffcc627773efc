import type { Program } from '../kernel/program.ts';
import type { FormDocument, Json } from '../../forms/schema/document.ts';
import type { ServiceCard } from '../../forms/contract/procedures.ts';
import type { ConnectorDeclaration } from './connector.ts';
import type { DrawnProcedure } from './drawn-procedure.ts';
import type { Extension } from '../language/extension.ts';
import type { TermRule } from '../language/term-rule.ts';

/**
 * What a procedure calls things in English, by their ids: terms, elements of the diagram (tasks, acts, documents),
 * letters. Letters themselves stay Italian, the official language: of them there is a subject and a sentence.
 */
export interface EnglishWords {
  readonly terms: Readonly<Record<string, { readonly label: string; readonly remedy?: string | undefined }>>;
  readonly elements: Readonly<Record<string, { readonly name: string; readonly description?: string | undefined }>>;
  readonly letters: Readonly<Record<string, { readonly subject: string; readonly summary: string }>>;
}

/** One value of a parameter, valid from a day on. */
export interface ParameterValue {
  readonly value: number | string | boolean;
  /** `YYYY-MM-DD`, Europe/Rome. */
  readonly validFrom: string;
  readonly source: string;
}

/** The files of a procedure folder as they are published: immutable, JSON, path to text. */
export interface ProcedureFiles {
  readonly procedureId: string;
  readonly files: Readonly<Record<string, string>>;
  /**
   * The stories that prove it, path to text. They are not published: they are read where something has to be proved.
   */
  readonly scenarios?: Readonly<Record<string, string>>;
  /** What tells people about it, its README and those of its parts, path to text. They are not published. */
  readonly notes?: Readonly<Record<string, string>>;
  /** What lies in the folder and was not read. A procedure that lacks it is not published. */
  readonly unread?: readonly Unread[];
}

/** A file or folder that was not read. */
export interface Unread {
  readonly path: string;
  /** It is beyond the bounds, or a link, a device, or nothing that one may open. */
  readonly reason: 'too-large' | 'too-many' | 'not-a-file';
}

/** All processes of a procedure: the first, the others of its diagram, and those of its parts. */
export function programsWithin({
  program,
  companions = {},
  parts = {},
}: Pick<Procedure, 'program' | 'companions' | 'parts'>): readonly Program[] {
  const inParts = Object.values(parts).flatMap((part) => [part.program, ...Object.values(part.companions ?? {})]);
  return [program, ...Object.values(companions), ...inParts];
}

/** What a part takes from the procedure that calls it, and gives back (`part.json`). */
export interface PartInterface {
  readonly title: string;
  /** The articles that the part is drawn after. */
  readonly ground: string;
  /**
   * By the name of the variable. One without `default` has to be given; names of the caller that are equal are taken.
   */
  readonly inputs: Readonly<Record<string, { readonly label: string; readonly default?: Json | undefined }>>;
  readonly outputs: Readonly<Record<string, { readonly label: string }>>;
  /** The ways out that a caller has to catch, by their BPMN error codes. */
  readonly errors: Readonly<Record<string, string>>;
  /** The terms that a caller lends; `main` is that of the dossier. */
  readonly terms: Readonly<Record<string, string>>;
  /** The roles that somebody has to play. */
  readonly roles: readonly string[];
}

/** A published version, compiled and ready to run. Pure data apart from `program`. */
export interface Procedure extends DrawnProcedure {
  readonly procedureId: string;
  readonly version: number;
  readonly program: Program;
  /** The other executable processes of the diagram, by id: called by it, or set off by events of their own. */
  readonly companions?: Readonly<Record<string, Program>>;
  readonly diagram: string;
  readonly service: ServiceCard;
  readonly forms: Readonly<Record<string, FormDocument>>;
  /** The role for which each flow node is that stands in the lane of one, by id. */
  readonly lanes: Readonly<Record<string, string>>;
  /** The extensions that the facts were read with, and that say what follows from them. */
  readonly dialect: readonly Extension[];
  /** The services outside that its diagram may call. */
  readonly connectors: readonly ConnectorDeclaration[];
  readonly terms: Readonly<Record<string, TermRule>>;
  readonly parameters: Readonly<Record<string, readonly ParameterValue[]>>;
  /** Absent where the procedure speaks Italian only. */
  readonly english?: EnglishWords;
  /** The form of the none start event; empty when nobody applies and the procedure starts by other events only. */
  readonly startFormId: string;
  /** The parts that it calls, or that they call, by the ids of their processes: as they were when it was published. */
  readonly parts?: Readonly<Record<string, Procedure>>;
  /** Present on a part. Its card is that of the procedure that calls it. */
  readonly interface?: PartInterface;
}
