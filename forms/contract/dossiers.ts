import { z } from 'zod';
import { mandateActs, representations } from '../schema/party-kinds.ts';
import { endpoint } from './endpoint.ts';
import { answers, day, id, instant, longPage, paging } from './shapes.ts';
import { formDocument } from './drafts.ts';
import { milestone, outcome } from './standing.ts';
import { submission } from './submissions.ts';

/** A step of how the last day of a term comes about. */
export const termStep = z
  .object({
    code: z.string(),
    /** What it says, in the language of the reader. */
    text: z.string(),
    /** The article that has it so. */
    ground: z.string().optional(),
    /** The last day as it is with this step and those before it. */
    endOn: day.optional(),
  })
  .meta({ id: 'TermStep' });

export const term = z
  .object({
    termId: z.string(),
    label: z.string(),
    labelInEnglish: z.string().optional(),
    main: z.boolean(),
    /** Its length, in its unit. */
    days: z.number().int(),
    /** Calendar days where it is absent. */
    unit: z.enum(['days', 'working-days', 'eu-days', 'months', 'years']).optional(),
    state: z.enum(['running', 'suspended', 'interrupted', 'ended', 'expired']),
    startedOn: day,
    /** Absent while the term stands still. */
    deadlineOn: day.optional(),
    daysLeft: z.number().int().optional(),
    ground: z.string(),
    /** Why it stands still, in words with the article. */
    stopReason: z.string().optional(),
    /** How to use the remedy that this term is for; absent on terms of the procedure itself. */
    remedy: z.string().optional(),
    remedyInEnglish: z.string().optional(),
    /** How the last day comes about, in the order of the count; told with the dossier itself, not in lists. */
    steps: z.array(termStep).optional(),
  })
  .meta({ id: 'Term' });

export const dossierSummary = z
  .object({
    dossierId: id,
    procedureId: z.string(),
    title: z.string(),
    titleInEnglish: z.string().optional(),
    subject: z.string(),
    registration: z.string(),
    submittedAt: instant,
    bodyName: z.string(),
    milestone,
    outcome: outcome.optional(),
    closedAt: instant.optional(),
    term: term.optional(),
    /** How many things the reader still has to do. */
    todo: z.number().int(),
  })
  .meta({ id: 'DossierSummary' });

export const timelineEntry = z
  .object({
    sequence: z.number().int(),
    at: instant,
    type: z.string(),
    title: z.string(),
    text: z.string().optional(),
    /** For who reads in English: the Italian name of what the sentence is about. */
    name: z.string().optional(),
    nameInEnglish: z.string().optional(),
    ground: z.string().optional(),
  })
  .meta({ id: 'TimelineEntry' });

export const dossierDocument = z
  .object({
    documentId: z.string(),
    kind: z.enum(['application', 'attachment', 'receipt', 'final-act', 'letter']),
    title: z.string(),
    titleInEnglish: z.string().optional(),
    fileName: z.string(),
    mediaType: z.string(),
    size: z.number().int(),
    sha256: z.string(),
    addedAt: instant,
    addedBy: z.string(),
    registration: z.string().optional(),
  })
  .meta({ id: 'DossierDocument' });

/** Who acts for a party, as what, what they may do where it is not everything, and the last day. */
export const mandate = z
  .object({
    name: z.string(),
    as: z.enum(representations),
    acts: z.array(z.enum(mandateActs)).optional(),
    untilOn: day.optional(),
    /** The documents that show it. */
    documents: z.array(z.object({ documentId: z.string(), fileName: z.string() })),
  })
  .meta({ id: 'Mandate' });

export type MandateView = z.infer<typeof mandate>;

export const message = z
  .object({
    messageId: z.string(),
    subject: z.string(),
    body: z.string(),
    /** What the letter is about, for who reads in English; the letter itself is in the official language. */
    inEnglish: z.object({ subject: z.string(), summary: z.string() }).optional(),
    sentAt: instant,
    to: z.array(z.string()),
  })
  .meta({ id: 'Message' });

export const citizenTask = z
  .object({
    taskId: z.string(),
    name: z.string(),
    nameInEnglish: z.string().optional(),
    /** Whom or what it is about, where it is one of several. */
    about: z.string().optional(),
    openedAt: instant,
    dueOn: day.optional(),
  })
  .meta({ id: 'CitizenTask' });

/** An act that the reader may do now, besides the open tasks. */
export const offeredAct = z
  .object({
    elementId: z.string(),
    /** Which one it is, where the element is awaited several times at once. */
    waitId: z.string().optional(),
    label: z.string(),
    labelInEnglish: z.string().optional(),
    description: z.string().optional(),
    descriptionInEnglish: z.string().optional(),
    untilOn: day.optional(),
  })
  .meta({ id: 'OfferedAct' });

export const dossierDetail = dossierSummary
  .extend({
    officeName: z.string(),
    /** How the reader is concerned. */
    as: z.enum(['applicant', 'third-party']),
    /** For whom the reader acts, where it is not for themself. */
    onBehalfOf: z.string().optional(),
    /** The last day of the mandate, once it is over: the reader can do nothing more for them. */
    mandateEndedOn: day.optional(),
    /** By which the reader acts, or somebody for the reader. */
    mandate: mandate.optional(),
    /** The mail address that the dossier has of the reader; absent when it has none. */
    email: z.string().optional(),
    /** How the dossier was decided last, with what was handed over and the acts, the newest first. */
    decision: z.object({ outcome, decidedAt: instant, documentIds: z.array(z.string()) }).optional(),
    milestones: z.array(milestone.extend({ state: z.enum(['done', 'current', 'next']) })),
    terms: z.array(term),
    tasks: z.array(citizenTask),
    acts: z.array(offeredAct),
    timeline: z.array(timelineEntry),
    documents: z.array(dossierDocument),
    messages: z.array(message),
    /** What the reader may see of what was sent, the first first. */
    submissions: z.array(submission),
    record: z.object({ events: z.number().int(), headHash: z.string() }),
  })
  .meta({ id: 'DossierDetail' });

/** A form to fill for a task or an act. */
export const formToFill = z
  .object({
    title: z.string(),
    titleInEnglish: z.string().optional(),
    intro: z.string().optional(),
    introInEnglish: z.string().optional(),
    form: formDocument.optional(),
    answers,
    lockedKeys: z.array(z.string()),
    /** What fields hold that are read-only at the moment, whatever is written there. */
    held: answers,
    context: answers,
    /** A form that was sent before opens again, with only some of its fields. */
    isCorrection: z.boolean().optional(),
    dueOn: day.optional(),
  })
  .meta({ id: 'FormToFill' });

export const recordCheck = z
  .object({
    dossierId: id,
    intact: z.boolean(),
    events: z.number().int(),
    headHash: z.string(),
    /** The first event whose hash does not fit. */
    brokenAt: z.object({ sequence: z.number().int(), reason: z.string() }).optional(),
    checkedAt: instant,
  })
  .meta({ id: 'RecordCheck' });

export type TermView = z.infer<typeof term>;
export type TermStepView = z.infer<typeof termStep>;
export type DossierSummary = z.infer<typeof dossierSummary>;
export type DossierDetail = z.infer<typeof dossierDetail>;
export type TimelineEntry = z.infer<typeof timelineEntry>;
export type DocumentView = z.infer<typeof dossierDocument>;
export type MessageView = z.infer<typeof message>;
export type FormToFill = z.infer<typeof formToFill>;
export type RecordCheck = z.infer<typeof recordCheck>;

const params = z.object({ dossierId: id });

/** Every audience that is concerned may read; the answer holds what the policy grants. */
const audience = z.enum(['citizen', 'office']).default('citizen');

export const createApplication = endpoint({
  method: 'post',
  path: '/applications',
  audience: 'citizen',
  limit: 'application',
  summary: 'Conferma e invia: presenta l’istanza preparata in una bozza',
  // The body that was shown as competent for the place goes along: another one is refused.
  body: z.object({ draftId: id, revision: z.number().int(), bodyId: id.optional() }).strict(),
  response: z
    .object({
      dossierId: id,
      registration: z.string(),
      submittedAt: instant,
      /** The day the body took charge (L. 241/1990, art. 18-bis). */
      takenInChargeOn: day,
      deadlineOn: day.optional(),
      bodyName: z.string(),
      officeName: z.string(),
      email: z.string().optional(),
    })
    .meta({ id: 'ApplicationReceipt' }),
  status: 201,
  idempotent: true,
});

export const listDossiers = endpoint({
  method: 'get',
  path: '/dossiers',
  audience: 'citizen',
  summary: 'Le mie pratiche',
  query: z.object({ q: z.string().max(200).optional(), state: z.enum(['open', 'closed']).optional(), ...paging }),
  response: longPage(dossierSummary),
});

export const readDossier = endpoint({
  method: 'get',
  path: '/dossiers/:dossierId',
  audience: 'citizen',
  summary: 'Una pratica come la vede chi vi è interessato',
  params,
  response: dossierDetail,
});

export const readReceipt = endpoint({
  method: 'get',
  path: '/dossiers/:dossierId/receipt',
  audience: 'citizen',
  summary: 'La ricevuta in PDF (L. 241/1990, art. 18-bis)',
  params,
  produces: 'application/pdf',
});

export const readDocument = endpoint({
  method: 'get',
  path: '/dossiers/:dossierId/documents/:documentId',
  audience: 'signed-in',
  summary: 'Il contenuto di un documento',
  params: z.object({ dossierId: id, documentId: z.string() }),
  query: z.object({ audience }),
  produces: 'application/octet-stream',
});

export const checkRecord = endpoint({
  method: 'get',
  path: '/dossiers/:dossierId/record-check',
  audience: 'signed-in',
  summary: 'Ricalcola la catena degli eventi di una pratica',
  params,
  query: z.object({ audience }),
  response: recordCheck,
});
