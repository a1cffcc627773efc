import type { Program } from '../kernel/program.ts';
import type { FormDocument } from '../../forms/schema/document.ts';
import type { ServiceCard } from '../../forms/contract/procedures.ts';

/** What a legal clock does when the element it is drawn on is entered or left. */
export interface ClockFact {
  readonly term: string;
  readonly act: 'start' | 'suspend' | 'resume' | 'interrupt' | 'restart' | 'end';
  readonly on: 'entered' | 'left';
  /** The article of law that allows it, or FEEL that gives it. */
  readonly ground: string;
  /** FEEL; the act happens only when it is true. */
  readonly when?: string;
  /** A suspension counts for this many days at the most. */
  readonly maxDays?: number;
}

/** Who receives a notice or may do an act of their own. */
export type PartyRole = 'applicant' | 'third-parties';

/** What our dialect says about one element of the diagram; every member is one extension element. */
export interface ElementFacts {
  readonly clocks?: readonly ClockFact[];
  /** The timer of this element is due when the term has passed, wherever suspensions move it. */
  readonly deadline?: { readonly term: string; readonly when?: string };
  /** What the citizen sees from here on. `code` is one of `milestones` in `core/status.ts`. */
  readonly milestone?: { readonly code: string; readonly label?: string };
  /** How the dossier is decided when this element is entered; `code` is a literal or FEEL. */
  readonly outcome?: { readonly code: string };
  /** A notice to send: job type `send-notice`. `to` may be `office:<code>` too. */
  readonly notice?: { readonly template: string; readonly to: PartyRole | `office:${string}` };
  /** A document to draw up and register: job type `create-document`. */
  readonly document?: { readonly template: string; readonly kind: 'final-act' | 'letter'; readonly title: string };
  /** A message that a person may send while the element waits. */
  readonly personalAct?: {
    readonly by: PartyRole;
    readonly label: string;
    readonly form?: string;
    readonly description?: string;
    /** FEEL; the act is offered only while it is true. */
    readonly when?: string;
  };
  /** Parties become known when the task is left: FEEL giving a list of `{ nome, cognome, codiceFiscale, email }`. */
  readonly parties?: { readonly from: string };
  /** Several people complete the task in turn: the variable that lists what each answered, by the keys of its form. */
  readonly gathered?: { readonly in: string };
}

/** A legal term of the procedure, as drawn. */
export interface TermRule {
  readonly id: string;
  readonly label: string;
  /** Days, or FEEL over `parameters`. */
  readonly days: string;
  /** The article of law that gives it, or FEEL, where it depends on what is asked. */
  readonly ground: string;
  /** The term shown to everybody as *the* term of the dossier. */
  readonly main: boolean;
  /** How to use the remedy that has to be used within this term, in a sentence to the applicant. */
  readonly remedy?: string;
}

/** A text with placeholders `{{ FEEL }}`, the first line `# …` being its subject. */
export interface Template {
  readonly templateId: string;
  readonly subject: string;
  readonly body: string;
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
}

/** A published version, compiled and ready to run. Pure data apart from `program`. */
export interface Procedure {
  readonly procedureId: string;
  readonly version: number;
  readonly program: Program;
  /** The other executable processes of the diagram, by id: called by it, or set off by events of their own. */
  readonly companions?: Readonly<Record<string, Program>>;
  readonly diagram: string;
  readonly service: ServiceCard;
  readonly forms: Readonly<Record<string, FormDocument>>;
  readonly facts: Readonly<Record<string, ElementFacts>>;
  readonly terms: Readonly<Record<string, TermRule>>;
  readonly templates: Readonly<Record<string, Template>>;
  readonly parameters: Readonly<Record<string, readonly ParameterValue[]>>;
  /** The form of the none start event; empty when nobody applies and the procedure starts by other events only. */
  readonly startFormId: string;
}
