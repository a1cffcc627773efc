import type { Actor } from './actor.ts';
import { actsAs, isParty, isSamePerson, partyRolesOf, whyKeptOff } from './concerned.ts';
import { conflictRules } from './conflict-rules.ts';
import type { Conflict } from './conflict.ts';
import type {
  Day,
  DocumentReader,
  Dossier,
  DossierDocument,
  Message,
  Party,
  PartyRole,
  Task,
  TaskAudience,
  TaskPerson,
} from './dossier.ts';
import { deskRules } from './desk-rules.ts';
import { granted, refused, type DenialReason, type Grant } from './grant.ts';
import { mandateRefusal } from './principal.ts';
import { officeOf } from './office.ts';
import { isManagerOf, isWorkedBy, mayWorkFor, readersOf, readsFor } from './office-roles.ts';
import type { Procedure } from './procedure.ts';
import { Problem } from './problem.ts';
import type { ProblemCode } from './problem.ts';
import { isOpen } from './status.ts';
import type { Submission } from './submission.ts';

/**
 * Who may do what. One function answers for the door, which refuses, and for the screens, which offer. What no rule
 * here grants is refused. A citizen acts as a party of the dossier, found by person or by fiscal code; an office acts
 * through memberships in offices that take part; one of another body sees its tasks and no more, unless the procedure
 * lets it see the dossier. The two audiences never mix: who is signed in at the desk is
 * no party there, though they may be one in the portal.
 */

/** The acts, and what each is done to. */
export interface Subjects {
  readonly submit: { readonly procedure: Procedure };
  /** A start event of the procedure has happened. */
  readonly open: { readonly procedure: Procedure };
  readonly 'read-dossier': { readonly dossier: Dossier };
  /** What an office of another body sees of it: its heading and the tasks of that office. */
  readonly 'visit-dossier': { readonly dossier: Dossier };
  /** The audit trail with its hashes. */
  readonly 'read-record': { readonly dossier: Dossier };
  readonly 'read-document': { readonly dossier: Dossier; readonly document: Pick<DossierDocument, 'readableBy'> };
  readonly 'read-message': { readonly dossier: Dossier; readonly message: Pick<Message, 'audience' | 'to'> };
  /** An answered form, as it was sent. */
  readonly 'read-submission': {
    readonly dossier: Dossier;
    readonly submission: Pick<Submission, 'kind' | 'formId' | 'author'>;
  };
  readonly 'read-task': TaskOnDay;
  readonly claim: TaskOnDay;
  readonly release: TaskOnDay;
  readonly complete: TaskOnDay;
  readonly 'do-act': { readonly dossier: Dossier; readonly by: PartyRole; readonly today: Day };
  /** The diagram, forms, decisions and texts of a published procedure, to draw its next version. */
  readonly 'read-sources': object;
  /** A package of a body: its files, its history, its publication. */
  readonly 'draw-package': { readonly bodyId: string };
  /** What those who applied to an office think of its services, without names. */
  readonly 'read-ratings': object;
  /** Offices, people and assignments of the bodies where one is an administrator. It reads no dossier. */
  readonly administer: object;
  /** The same of all bodies, and which bodies there are: of an administrator of the leading body. */
  readonly 'administer-all': { readonly leaderId: string | undefined };
  /** Where the notices to a party go. */
  readonly 'change-address': { readonly dossier: Dossier; readonly party: Party; readonly today: Day };
  /**
   * To say that one has a conflict of interest, and to decide on what a colleague has said (L. 241/1990, art. 6-bis).
   */
  readonly 'declare-conflict': { readonly dossier: Dossier };
  readonly 'assess-conflict': { readonly dossier: Dossier; readonly conflict: Conflict };
  /** Timers, results of jobs, deliveries. */
  readonly 'run-machinery': { readonly dossier: Dossier };
}

/** A task of a dossier, on the day on which something is done to it: a mandate may have ended the day before. */
interface TaskOnDay {
  readonly dossier: Dossier;
  readonly task: Task;
  readonly today: Day;
}

/** The name of an act. */
export type Act = keyof Subjects;

/** Whether the actor may do the act to the subject. */
export function may<A extends Act>(actor: Actor, act: A, subject: Subjects[A]): Grant {
  return rules[act](actor, subject);
}

/** The same question where only yes or no matters. */
export function mayDo<A extends Act>(actor: Actor, act: A, subject: Subjects[A]): boolean {
  return may(actor, act, subject).granted;
}

/**
 * Refuses unless the actor may.
 *
 * @throws Problem `session.level-too-low`, `task.claimed-by-another`, `task.not-claimed`, `task.own-dossier`,
 * `task.conflict`, `mandate.ended`, `mandate.not-to-follow`, `dossier.closed`, else `permission.denied`
 */
export function demand<A extends Act>(actor: Actor, act: A, subject: Subjects[A]): void {
  const grant = may(actor, act, subject);
  if (grant.granted) return;
  const code = problemCodes[grant.reason] ?? 'permission.denied';
  throw new Problem(code, { act, reason: grant.reason });
}

const problemCodes: Readonly<Partial<Record<DenialReason, ProblemCode>>> = {
  'level-too-low': 'session.level-too-low',
  'claimed-by-another': 'task.claimed-by-another',
  'not-claimed': 'task.not-claimed',
  'is-a-party': 'task.own-dossier',
  'has-conflict': 'task.conflict',
  'mandate-ended': 'mandate.ended',
  'mandate-not-to-follow': 'mandate.not-to-follow',
  'dossier-closed': 'dossier.closed',
};

type Rules = { readonly [A in Act]: (actor: Actor, subject: Subjects[A]) => Grant };

const rules: Rules = {
  submit: (actor, { procedure }) => {
    if (actor.type !== 'person' || actor.audience !== 'citizen') return refused('wrong-audience');
    if (procedure.service.status !== 'active') return refused('service-suspended');
    if (procedure.startFormId === '') return refused('not-by-application');
    return actor.level >= procedure.service.access.level ? granted : refused('level-too-low');
  },
  open: (actor, { procedure }) => {
    if (actor.type !== 'system') return refused('system-only');
    return procedure.service.status === 'active' ? granted : refused('service-suspended');
  },
  'read-dossier': (actor, { dossier }) => {
    if (actor.type === 'system') return granted;
    if (actor.audience === 'citizen') return partyRolesOf(actor, dossier).length > 0 ? granted : refused('not-a-party');
    if (!readersOf(dossier).some((office) => readsFor(actor, office))) return refused('not-of-the-office');
    // A party reads in the portal what parties may read, whatever their role at the desk.
    return isParty(actor, dossier) ? refused('is-a-party') : granted;
  },
  'visit-dossier': (actor, { dossier }) => {
    const reading = may(actor, 'read-dossier', { dossier });
    const isGuest = (dossier.guests ?? []).some((office) => readsFor(actor, office));
    if (reading.granted || !isGuest) return reading;
    return isParty(actor, dossier) ? refused('is-a-party') : granted;
  },
  'read-record': (actor, { dossier }) => may(actor, 'read-dossier', { dossier }),
  'read-document': (actor, { dossier, document }) => {
    const reading = may(actor, 'read-dossier', { dossier });
    if (!reading.granted || actor.type === 'system' || actor.audience === 'office') return reading;
    const roles = partyRolesOf(actor, dossier);
    const keys: readonly DocumentReader[] = [...roles, `person:${actor.personId}`];
    return document.readableBy.some((reader) => keys.includes(reader)) ? granted : refused('not-addressed');
  },
  'read-message': (actor, { dossier, message }) => {
    const reading = may(actor, 'read-dossier', { dossier });
    if (!reading.granted || actor.type === 'system' || actor.audience === 'office') return reading;
    return message.to.some((recipient) => isSamePerson(actor, recipient)) ? granted : refused('not-addressed');
  },
  'read-submission': (actor, { dossier, submission }) => {
    const reading = may(actor, 'read-dossier', { dossier });
    if (!reading.granted || actor.type === 'system' || actor.audience === 'office') return reading;
    const isTheirs = submission.author.type === 'person' && submission.author.id === actor.personId;
    const isApplicants = isApplication(submission, dossier) && partyRolesOf(actor, dossier).includes('applicant');
    return isTheirs || isApplicants ? granted : refused('not-addressed');
  },
  'read-task': (actor, { dossier, task, today }) => {
    if (task.audience.type === 'party') return workTask(actor, task, { dossier, today });
    const reading = may(actor, 'read-dossier', { dossier });
    const isVisit = !reading.granted && reading.reason === 'not-of-the-office';
    return isVisit ? workTask(actor, task, { dossier, today }) : reading;
  },
  claim: (actor, { dossier, task, today }) => {
    if (task.audience.type !== 'office') return refused('wrong-audience');
    const work = workTask(actor, task, { dossier, today });
    return work.granted && task.claimedBy && !isClaimedBy(actor, task) ? refused('claimed-by-another') : work;
  },
  release: (actor, { dossier, task, today }) => {
    if (task.audience.type !== 'office') return refused('wrong-audience');
    // Whoever has to keep off gives back what they hold.
    const work = workTask(actor, task, { dossier, today });
    if (!work.granted && !(whyKeptOff(actor, dossier) === work.reason && isClaimedBy(actor, task))) return work;
    if (!task.claimedBy) return refused('not-claimed');
    return isClaimedBy(actor, task) || isManagerOf(actor, officeOf(task.audience, dossier))
      ? granted
      : refused('claimed-by-another');
  },
  complete: (actor, { dossier, task, today }) => {
    const work = workTask(actor, task, { dossier, today });
    if (!work.granted || task.audience.type === 'party') return work;
    if (!task.claimedBy) return refused('not-claimed');
    return isClaimedBy(actor, task) ? granted : refused('claimed-by-another');
  },
  'do-act': (actor, { by, ...where }) => workTask(actor, { audience: { type: 'party', role: by } }, where),
  'change-address': (actor, { dossier, party, today }) => {
    if (actor.type === 'system') return refused('wrong-audience');
    const isTheirs = actsAs(actor, party);
    if (actor.audience === 'citizen' && !isTheirs) return refused('not-a-party');
    const lack = actor.audience === 'citizen' ? mandateLack(actor, dossier, { role: party.role, today }) : undefined;
    if (lack !== undefined) return refused(lack);
    if (actor.audience === 'office' && !isWorkedBy(actor, dossier)) return refused('not-of-the-office');
    if (!isOpen(dossier)) return refused('dossier-closed');
    return actor.audience === 'office' ? unlessKeptOff(actor, dossier) : granted;
  },
  ...deskRules,
  ...conflictRules,
  'run-machinery': (actor) => (actor.type === 'system' ? granted : refused('system-only')),
};

/** Which acts on a task to offer: the reader's buttons. */
export function grantsOnTask(
  actor: Actor,
  on: TaskOnDay,
): { readonly claim: boolean; readonly release: boolean; readonly complete: boolean } {
  return {
    claim: on.task.claimedBy === undefined && mayDo(actor, 'claim', on),
    release: mayDo(actor, 'release', on),
    complete: mayDo(actor, 'complete', on),
  };
}

/** The open tasks that the actor may work on: a citizen's own, or those of a clerk's offices. */
export function tasksFor(actor: Actor, dossier: Dossier, today: Day): readonly Task[] {
  return dossier.tasks.filter((task) => workTask(actor, task, { dossier, today }).granted);
}

function workTask(
  actor: Actor,
  { audience, person }: Pick<Task, 'audience' | 'person'>,
  { dossier, today }: Omit<TaskOnDay, 'task'>,
): Grant {
  if (!belongsTo(actor, dossier, audience))
    return refused(audience.type === 'party' ? 'not-a-party' : 'not-of-the-office');
  if (person !== undefined && !isFor(actor, person)) return refused('for-another');
  const lack = audience.type === 'party' ? mandateLack(actor, dossier, { role: audience.role, today }) : undefined;
  if (lack !== undefined) return refused(lack);
  if (!isOpen(dossier)) return refused('dossier-closed');
  return audience.type === 'office' ? unlessKeptOff(actor, dossier) : granted;
}

function unlessKeptOff(actor: Actor, dossier: Dossier): Grant {
  const why = whyKeptOff(actor, dossier);
  return why === undefined ? granted : refused(why);
}

const isFor = (actor: Actor, person: TaskPerson): boolean => actor.type === 'person' && isSamePerson(actor, person);

const mandateLack = (
  actor: Actor,
  dossier: Dossier,
  on: { readonly role: PartyRole; readonly today: Day },
): ReturnType<typeof mandateRefusal> => (actor.type === 'person' ? mandateRefusal(actor, dossier, on) : undefined);

function belongsTo(actor: Actor, dossier: Dossier, audience: TaskAudience): boolean {
  if (audience.type === 'party') return partyRolesOf(actor, dossier).includes(audience.role);
  return mayWorkFor(actor, officeOf(audience, dossier), audience.role);
}

function isClaimedBy(actor: Actor, task: Task): boolean {
  return actor.type === 'person' && task.claimedBy?.personId === actor.personId;
}

/** Whether a submission is the application, or a correction of it. */
function isApplication({ kind, formId }: Pick<Submission, 'kind' | 'formId'>, { sent = [] }: Dossier): boolean {
  if (kind !== 'correction') return kind === 'application';
  return sent.some((form) => form.waitId === undefined && form.formId === formId);
}
