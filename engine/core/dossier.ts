import type { ExecutionState, Instant, Variables, Wait, WaitId } from '../kernel/types.ts';
import type { Guest, OfficeAudience } from './office.ts';
import type { HeldAnswers } from './submitted.ts';
import type { AttachmentAnswer } from '../../forms/schema/document.ts';
import type { MandateAct, Representation } from '../../forms/schema/party-kinds.ts';
import type { Conflict } from './conflict.ts';

/** A calendar day in Europe/Rome, `YYYY-MM-DD`. */
export type Day = string;

/** A stop of a term. `toOn` is absent while it lasts. */
export interface Suspension {
  readonly fromOn: Day;
  readonly toOn?: Day;
  readonly ground: string;
  readonly maxDays?: number;
}

/** What a term is counted in; see `core/term/length.ts`. */
export const termUnits = ['days', 'working-days', 'eu-days', 'months', 'years'] as const;

/** One of them. */
export type TermUnit = (typeof termUnits)[number];

/** What it means when a term passes: a yes, a no, a delay of the administration, or that one goes on without. */
export type Expiry = 'consent' | 'refusal' | 'default' | 'goes-on';

/** A change of the length of a term while it runs; `from` and `to` in the unit of the term. */
export interface LengthChange {
  readonly on: Day;
  readonly act: 'extend' | 'shorten' | 'set';
  readonly from: number;
  readonly to: number;
  readonly ground: string;
  readonly reason?: string;
}

/** A legal clock of one dossier (L. 241/1990, art. 2). Everything else about it is computed by `core/term`. */
export interface Term {
  readonly termId: string;
  readonly label: string;
  /** Its length as it is now, in its unit. */
  readonly days: number;
  /** Calendar days, where it is absent. */
  readonly unit?: TermUnit;
  readonly ground: string;
  readonly main: boolean;
  readonly state: 'running' | 'suspended' | 'interrupted' | 'ended';
  /** The day of the act that set it going; day 1 is the next. */
  readonly startedOn: Day;
  readonly suspensions: readonly Suspension[];
  /** How its length was changed, in order. */
  readonly changes?: readonly LengthChange[];
  /**
   * The term that comes before it in a chain, as it stands: this one starts when that has ended or run out. Then
   * `startedOn` is the day on which it will, as far as that is known.
   */
  readonly after?: Term;
  /** The day on which it was interrupted, until it begins anew: it has no last day, even when it is ended so. */
  readonly interruptedOn?: Day;
  readonly endedOn?: Day;
  /** It is the time for using a remedy, not for an answer. */
  readonly isRemedy?: true;
  /** The element that holds it while it stands still, and after which it goes on. */
  readonly heldBy?: string;
}

/** The roles that a person may have in a dossier who is no office. */
export const partyRoles = ['applicant', 'third-parties'] as const;

/** Who receives a notice or may do an act of their own. */
export type PartyRole = (typeof partyRoles)[number];

/** Whether a role is that of a party, who is no office. */
export const isPartyRole = (role: string): role is PartyRole => partyRoles.some((each) => each === role);

/** A message that only a party may send while the dossier waits for it. */
export interface ActOffer {
  readonly by: PartyRole;
  readonly label: string;
  readonly form?: string | undefined;
  readonly description?: string | undefined;
  /** FEEL; the act is offered only while it is true. */
  readonly when?: string | undefined;
}

/** Who acts for a party, as what, and the last day on which they may. */
export interface Representative {
  readonly as: Representation;
  readonly givenName: string;
  readonly familyName: string;
  readonly fiscalCode?: string;
  readonly personId?: string;
  /** Their own address, by which the party was to be reached through them. */
  readonly email?: string;
  readonly untilOn?: Day;
  /** What the mandate gives; absent for whoever may do everything. */
  readonly acts?: readonly MandateAct[];
  /** The documents that show the mandate, by their ids. */
  readonly documentIds?: readonly string[];
}

/** Someone concerned by the dossier. The name of a company is its family name; it has no other. */
export interface Party {
  readonly role: PartyRole;
  /** Absent for a person. */
  readonly kind?: 'company';
  readonly givenName: string;
  readonly familyName: string;
  /** Of a company without one, its VAT number. */
  readonly fiscalCode?: string;
  readonly email?: string;
  /** The address of a company for certified mail (PEC). */
  readonly certifiedMail?: string;
  /** Known once they have signed in; the applicant's always. */
  readonly personId?: string;
  /** Who acts for them; absent where they act for themself. */
  readonly through?: Representative;
}

/** Who may take a task. */
export type TaskAudience = { readonly type: 'party'; readonly role: PartyRole } | OfficeAudience;

/** A person that a task is for, by what is known of them. */
export type TaskPerson = Omit<Party, 'role' | 'kind' | 'through' | 'certifiedMail'>;

/** A field that the office asks to correct, and what is wrong with it. */
export interface FieldToCorrect {
  readonly field: string;
  readonly remark: string;
}

/** A form that a party has sent and may be asked to correct, while the process that asked it is under way. */
export interface SentForm {
  /** Of the submission; that of its last correction where it was corrected. */
  readonly sequence: number;
  /** The task or act; absent for the application. */
  readonly waitId?: WaitId;
  /** Of the task or act; absent for the application. */
  readonly name?: string;
  readonly formId: string;
  readonly by: PartyRole;
  /** Who of several parties; absent for the applicant. */
  readonly person?: TaskPerson;
}

/** An open user task. `taskId` is `<dossierId>.<waitId>`. */
export interface Task {
  readonly taskId: string;
  readonly waitId: WaitId;
  readonly elementId: string;
  readonly name: string;
  readonly formId?: string;
  readonly audience: TaskAudience;
  /** The only one of them that it is for. */
  readonly person?: TaskPerson;
  /** What tells it from others of its element: whom it is for, or the item that it is about. */
  readonly about?: string;
  /** What its form sees beside the variables: the item of one of several instances. */
  readonly instance?: Variables;
  /** Of a correction: the form that was sent, and the fields of it that open again. */
  readonly corrects?: SentForm & { readonly fields: readonly FieldToCorrect[] };
  readonly openedAt: Instant;
  /** When it should be done: the schedule of the task, or the deadline of its own timer. */
  readonly dueOn?: Day;
  readonly claimedBy?: { readonly personId: string; readonly name: string; readonly at: Instant };
}

/**
 * A wait other than a task. A timer bound to a term carries the instant that the law gives; null when it is not armed.
 */
export interface OpenWait {
  readonly wait: Exclude<Wait, { type: 'task' }>;
  readonly dueAt: Instant | null;
  /** A message that only a party may send; no other dossier and no system is heard there. */
  readonly personalAct?: ActOffer;
  /** A message that dossiers of other bodies may send with its key. */
  readonly hearsOthers?: true;
}

/** A process that a call activity of the dossier has called and that has not ended: a part of the same dossier. */
export interface CalledProcess extends HeldAnswers {
  readonly procedureId: string;
  readonly procedureVersion: number;
  /** Which of the processes of that diagram. */
  readonly processId: string;
  readonly variables: Variables;
  readonly state: ExecutionState;
  /** Of a part: the terms of the dossier that its caller has lent it, by the names that it has for them. */
  readonly lent?: Readonly<Record<string, string>>;
}

/** A BPMN message that a dossier has thrown, for whichever dossier awaits it. */
export interface ThrownMessage {
  readonly messageId: string;
  readonly elementId: string;
  readonly message: string;
  readonly correlationKey?: string;
  readonly payload: Variables;
}

/** A communication in the personal area of a party or of an office; the mail that goes with it is a courtesy copy. */
export interface Message {
  readonly messageId: string;
  readonly templateId: string;
  readonly subject: string;
  readonly body: string;
  readonly to: readonly {
    readonly name: string;
    readonly email?: string;
    readonly personId?: string;
    readonly fiscalCode?: string;
  }[];
  readonly audience: PartyRole | `office:${string}`;
  readonly sentAt: Instant;
}

/** Who of the parties may read a document. */
export type DocumentReader = PartyRole | `person:${string}`;

/** A file of the dossier. Its bytes lie in the file store under `sha256`. */
export interface DossierDocument {
  readonly documentId: string;
  readonly kind: 'application' | 'attachment' | 'receipt' | 'final-act' | 'letter';
  readonly title: string;
  readonly fileName: string;
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly addedAt: Instant;
  readonly addedBy: string;
  /** Who may read it besides the office: all parties in a role, or one person. */
  readonly readableBy: readonly DocumentReader[];
  readonly registration?: string;
}

/** A document that is to join the dossier; the step that takes it in says when, and under which number. */
export type NewDocument = Omit<DossierDocument, 'addedAt' | 'registration'>;

/** One running instance of a procedure: the *pratica*. A snapshot; the record of how it came about is in the events. */
export interface Dossier extends HeldAnswers {
  readonly dossierId: string;
  readonly procedureId: string;
  readonly procedureVersion: number;
  /** Which process of the diagram it runs, when it is not the first. */
  readonly processId?: string;
  readonly bodyId: string;
  /** The office that answers for it (L. 241/1990, art. 5). */
  readonly officeCode: string;
  /** That office and every office that has or had a task here: they take part, so they may read. */
  readonly officeCodes: readonly string[];
  /** Offices of other bodies that have or had a task here; absent where there are none. */
  readonly guests?: readonly Guest[];
  /** Registration number of the application (DPR 445/2000, art. 53), e.g. `r_emiro/2026/0000042`. */
  readonly registration: string;
  readonly subject: string;
  readonly submittedAt: Instant;
  readonly closedAt?: Instant;
  readonly milestone: string;
  readonly outcome?: { readonly code: string; readonly decidedAt: Instant };
  readonly parties: readonly Party[];
  /** Who of the offices has to keep off; absent where nobody has declared a conflict of interest. */
  readonly conflicts?: readonly Conflict[];
  readonly variables: Variables;
  readonly state: ExecutionState;
  /** What the parties have sent that they may be asked to correct, in order; absent while there is nothing. */
  readonly sent?: readonly SentForm[];
  /** The processes under way that it has called, by the id of the wait; see `core/called.ts`. */
  readonly called?: Readonly<Record<string, CalledProcess>>;
  readonly terms: Readonly<Record<string, Term>>;
  readonly tasks: readonly Task[];
  readonly waits: readonly OpenWait[];
  /** How many events its record holds, and the hash of the last. */
  readonly eventCount: number;
  readonly headHash: string;
}

/** A file that a person has put up for an answer. */
export interface Upload extends AttachmentAnswer {
  readonly mediaType: string;
  readonly sha256: string;
  /** True when a signature was found in it as it came in, by whom, and what was wrong with it; see `UploadedFile`. */
  readonly signed?: boolean;
  readonly signers?: readonly string[];
  readonly signatureFault?: string;
  /** The dossier that holds it already, when an earlier answer gave it; its document keeps the id of the upload. */
  readonly dossierId?: string;
}
