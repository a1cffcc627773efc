import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { answers, count, day, id, instant, json, longPage, paging } from './shapes.ts';
import { milestone, outcome } from './standing.ts';
import { dossierDocument, formToFill, mandate, message, term, timelineEntry } from './dossiers.ts';
import { submission } from './submissions.ts';

const taskId = z.string().max(100);

export const taskSummary = z
  .object({
    taskId,
    dossierId: id,
    elementId: z.string(),
    name: z.string(),
    /** Whom or what it is about, where several of its name are open at once. */
    about: z.string().optional(),
    procedureId: z.string(),
    procedureTitle: z.string(),
    registration: z.string(),
    subject: z.string(),
    applicantName: z.string(),
    bodyName: z.string(),
    officeCode: z.string(),
    officeName: z.string(),
    role: z.enum(['clerk', 'officer', 'manager']),
    openedAt: instant,
    dueOn: day.optional(),
    /** The term by which the dossier has to be worked now: the main one, or that of a review. */
    deadlineOn: day.optional(),
    termState: z.string().optional(),
    claimedBy: z.object({ personId: id, name: z.string() }).optional(),
    mine: z.boolean(),
    /** The reader is a party to the dossier: a colleague works on the task. */
    ownDossier: z.boolean(),
    /** The reader has declared a conflict of interest: a colleague works on the task. */
    declaredConflict: z.boolean(),
  })
  .meta({ id: 'TaskSummary' });

/** A conflict of interest that somebody of an office has declared, and that no manager has lifted. */
const conflict = z
  .object({
    personId: id,
    name: z.string(),
    reason: z.string(),
    declaredAt: instant,
    /** The manager who has decided that they keep off; absent while nobody has. */
    confirmed: z.object({ name: z.string(), at: instant, reason: z.string() }).optional(),
    mine: z.boolean(),
    mayAssess: z.boolean(),
  })
  .meta({ id: 'Conflict' });

export const officeDossier = z
  .object({
    dossierId: id,
    procedureId: z.string(),
    procedureVersion: z.number().int(),
    title: z.string(),
    titleInEnglish: z.string().optional(),
    subject: z.string(),
    registration: z.string(),
    submittedAt: instant,
    closedAt: instant.optional(),
    bodyName: z.string(),
    officeName: z.string(),
    milestone,
    outcome: outcome.optional(),
    parties: z.array(
      z.object({
        role: z.enum(['applicant', 'third-parties']),
        name: z.string(),
        fiscalCode: z.string().optional(),
        email: z.string().optional(),
        /** Whether the reader may change the address. */
        mayChangeAddress: z.boolean(),
        /** Of a company, for certified mail. */
        certifiedMail: z.string().optional(),
        /** Who acts for them. */
        through: mandate.optional(),
      }),
    ),
    conflicts: z.array(conflict),
    mayDeclareConflict: z.boolean(),
    terms: z.array(term),
    openTasks: z.array(
      z.object({
        taskId,
        name: z.string(),
        nameInEnglish: z.string().optional(),
        about: z.string().optional(),
        /** The office, or who of the parties, in the language asked for. */
        with: z.string(),
        dueOn: day.optional(),
        claimedBy: z.string().optional(),
      }),
    ),
    submissions: z.array(submission),
    documents: z.array(dossierDocument),
    messages: z.array(message),
    history: z.array(timelineEntry.extend({ actor: z.string(), hash: z.string(), data: z.record(z.string(), json) })),
    record: z.object({ events: z.number().int(), headHash: z.string() }),
    /** The dossier is another body's: of it only the heading and the reader's own tasks are here. */
    visiting: z.literal(true).optional(),
  })
  .meta({ id: 'OfficeDossier' });

export const diagram = z
  .object({
    xml: z.string(),
    /** Elements where the dossier stands now, and those it has passed. */
    activeElementIds: z.array(z.string()),
    completedElementIds: z.array(z.string()),
    /** Elements to which it may still come; what is in none of the three lies on a way not taken. */
    reachableElementIds: z.array(z.string()),
    /** What the diagram calls, and what that calls in turn: the elements above are also those of these diagrams. */
    parts: z.array(
      z.object({
        processId: z.string(),
        title: z.string(),
        xml: z.string(),
        /** The dossier stands inside it now. */
        isHere: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Diagram' });

/** A task with everything beside it. `may` says which acts the reader is granted. */
export const taskDetail = z
  .object({
    task: taskSummary,
    toFill: formToFill,
    dossier: officeDossier,
    may: z.object({ claim: z.boolean(), release: z.boolean(), complete: z.boolean() }),
  })
  .meta({ id: 'TaskDetail' });

export type Diagram = z.infer<typeof diagram>;
export type TaskSummary = z.infer<typeof taskSummary>;
export type TaskDetail = z.infer<typeof taskDetail>;
export type OfficeDossier = z.infer<typeof officeDossier>;

export const taskQuery = z.object({
  /** `mine`: claimed by me; `free`: nobody's; `all`: both, and my colleagues'. */
  show: z.enum(['all', 'mine', 'free']).default('all'),
  officeCode: z.string().max(100).optional(),
  procedureId: z.string().max(100).optional(),
  due: z.enum(['overdue', 'week', 'later']).optional(),
  /** Words of the dossier: people, numbers, subject, answers, names of files; nearly right is enough. */
  q: z.string().max(200).optional(),
  sort: z.enum(['due', 'opened']).default('due'),
  ...paging,
});

export const listTasks = endpoint({
  method: 'get',
  path: '/tasks',
  audience: 'office',
  limit: 'search',
  summary: 'La coda dei propri uffici',
  query: taskQuery,
  /** `totals`: how many each choice of `show` gives under the same filters. */
  response: longPage(taskSummary).extend({ totals: z.object({ all: count, mine: count, free: count }).optional() }),
});

export const readTask = endpoint({
  method: 'get',
  path: '/tasks/:taskId',
  audience: 'office',
  summary: 'Un’attività con la sua pratica accanto',
  params: z.object({ taskId }),
  response: taskDetail,
});

export const claimTask = endpoint({
  method: 'post',
  path: '/tasks/:taskId/claim',
  audience: 'office',
  summary: 'Prende in carico un’attività',
  params: z.object({ taskId }),
  response: taskDetail,
  idempotent: true,
});

export const releaseTask = endpoint({
  method: 'post',
  path: '/tasks/:taskId/release',
  audience: 'office',
  summary: 'Rimette un’attività nella coda',
  params: z.object({ taskId }),
  response: taskDetail,
  idempotent: true,
});

export const saveTask = endpoint({
  method: 'put',
  path: '/tasks/:taskId/answers',
  audience: 'office',
  summary: 'Tiene da parte le risposte non ancora complete di un’attività presa in carico',
  params: z.object({ taskId }),
  body: z.object({ answers }).strict(),
  response: z.object({ savedAt: instant }),
});

export const completeTask = endpoint({
  method: 'post',
  path: '/tasks/:taskId/completion',
  audience: 'office',
  summary: 'Completa un’attività: la pratica va avanti',
  params: z.object({ taskId }),
  body: z.object({ answers }).strict(),
  response: officeDossier,
  idempotent: true,
});

export const listOfficeDossiers = endpoint({
  method: 'get',
  path: '/office/dossiers',
  audience: 'office',
  limit: 'search',
  summary: 'Le pratiche dei propri uffici',
  query: z.object({ q: z.string().max(200).optional(), state: z.enum(['open', 'closed']).optional(), ...paging }),
  response: longPage(
    z
      .object({
        dossierId: id,
        title: z.string(),
        /** Empty, and the name of the applicant too, where the reader is a party. */
        subject: z.string(),
        registration: z.string(),
        applicantName: z.string(),
        submittedAt: instant,
        milestone,
        outcome: outcome.optional(),
        deadlineOn: day.optional(),
        ownDossier: z.boolean(),
      })
      .meta({ id: 'OfficeDossierSummary' }),
  ),
});

export const readOfficeDossier = endpoint({
  method: 'get',
  path: '/office/dossiers/:dossierId',
  audience: 'office',
  summary: 'Una pratica come la vede l’ufficio; la lettura resta registrata',
  params: z.object({ dossierId: id }),
  response: officeDossier,
});

export const readDiagram = endpoint({
  method: 'get',
  path: '/office/dossiers/:dossierId/diagram',
  audience: 'office',
  summary: 'Il diagramma del procedimento con il punto in cui si trova la pratica',
  params: z.object({ dossierId: id }),
  response: diagram,
});
