import { z } from 'zod';
import { bodyCard, bodyLayer } from './body-layer.ts';
import { endpoint } from './endpoint.ts';
import { day, json, page, paging } from './shapes.ts';
import { partyKindCodes } from '../schema/party-kinds.ts';
import { outcomeKinds, ownMilestoneKinds } from './standing.ts';

const paragraphs = z.array(z.string().min(1)).min(1);
const link = z.object({ label: z.string(), url: z.string() });
const timeText = z.object({ label: z.string(), text: z.string() });

/** The short version of a card in another language: what lists and the head of the card show. */
const shortCard = z.object({ category: z.string(), title: z.string(), shortDescription: z.string().max(300) }).strict();

/** Who works on a procedure. Parties of the dossier are roles without being listed. */
const cardRole = z
  .object({
    label: z.string().min(1),
    /**
     * The office that plays the role where nothing else is assigned: its code, or FEEL over the variables that gives
     * it. Without it every body has to say who plays the role.
     */
    office: z
      .string()
      .regex(/^(=.+|[a-z][a-z0-9-]*)$/s)
      .optional(),
    /** What an office of another body that plays the role sees of the dossier; one of the same body sees everything. */
    sees: z.enum(['tasks', 'dossier']).default('tasks'),
    /** What somebody has to be in that office, at least. */
    member: z.enum(['clerk', 'officer', 'manager']).default('clerk'),
  })
  .strict();

/** Which body of a place is competent. */
export const competenceLevels = ['municipality', 'province', 'region', 'agency', 'health-authority'] as const;

/** A kind of party; the words of its refusal are codes of `engine/findings/shape-fault.ts`. */
const partyKind = z.enum(partyKindCodes, { error: 'party-kind-unknown' });

const roleCode = z.string().regex(/^[a-z][a-z0-9-]*(:[a-z][a-z0-9-]*)?$/);

/** The code of an outcome or a milestone that a procedure has beside those of everybody. */
const ownCode = z.string().regex(/^[a-z][a-z0-9-]*$/);

/** How dossiers of this procedure may be decided besides the ways of everybody. */
const cardOutcome = z.object({ label: z.string().min(1), kind: z.enum(outcomeKinds) }).strict();

/** Where dossiers of this procedure may stand besides the places of everybody. */
const cardMilestone = z
  .object({
    label: z.string().min(1),
    kind: z.enum(ownMilestoneKinds),
    /** Whether every dossier comes there; the others are told only to whom it happens. */
    usual: z.boolean().default(false),
  })
  .strict();

/** Texts of a card in another language. A list has one text for each of the Italian one, in the same order. */
const translatedCard = shortCard
  .extend({
    statusReason: z.string().optional(),
    audience: paragraphs.optional(),
    howTo: paragraphs.optional(),
    needed: z.array(z.string()).optional(),
    achieved: paragraphs.optional(),
    times: z.array(timeText).optional(),
    costs: paragraphs.optional(),
    /** The labels of the links. */
    conditions: z.array(z.string()).optional(),
    legalBasis: z.array(z.string()).optional(),
    /** The names of the offices. */
    contacts: z.array(z.string()).optional(),
    topics: z.array(z.string()).optional(),
    privacyNotice: paragraphs.optional(),
    /** The title of the public register. */
    register: z.string().optional(),
    /** The labels of the roles, by their codes. */
    roles: z.record(roleCode, z.string().min(1)).optional(),
    /** The labels of its own outcomes and milestones, by their codes. */
    outcomes: z.record(ownCode, z.string().min(1)).optional(),
    milestones: z.record(ownCode, z.string().min(1)).optional(),
  })
  .strict();

/**
 * The service card (scheda servizio) in the members that the service model of Designers Italia prescribes, as
 * `procedures/<id>/service.json` holds it. Texts are Italian; a paragraph a string.
 */
export const serviceCard = z
  .object({
    category: z.string(),
    title: z.string(),
    status: z.enum(['active', 'suspended']),
    statusReason: z.string().optional(),
    shortDescription: z.string().max(300),
    audience: paragraphs,
    howTo: paragraphs,
    needed: z.array(z.string()),
    achieved: paragraphs,
    /** Terms in words; the figures come from parameters. */
    times: z.array(timeText).min(1),
    costs: paragraphs,
    access: z.object({ label: z.string(), level: z.union([z.literal(1), z.literal(2), z.literal(3)]) }),
    conditions: z.array(link),
    contacts: z.array(
      z.object({
        name: z.string(),
        email: z.string().optional(),
        telephone: z.string().optional(),
        address: z.string().optional(),
      }),
    ),
    legalBasis: z.array(link),
    topics: z.array(z.string()),
    keywords: z.array(z.string()),
    privacyNotice: paragraphs,
    /** Parameter that holds the maximum days for the answer. */
    maximumDaysParameter: z.string(),
    /**
     * Answer that names the competent body, and the office that answers for the dossier (literal or FEEL). `bodies`
     * names those (IPA codes) for which a timer or a condition opens a dossier without an application.
     */
    competence: z.object({
      bodyKey: z.string(),
      officeCode: z.string(),
      bodies: z.array(z.string().min(1)).min(1).optional(),
      /**
       * The body follows from the place that an answer names: a field of a municipality, a cadastral parcel or an
       * address. `function` is what a municipality may have another body perform, as its delegations name it.
       */
      from: z
        .object({ place: z.string().min(1), level: z.enum(competenceLevels), function: z.string().optional() })
        .strict()
        .optional(),
    }),
    /**
     * Messages that dossiers of other bodies may send to its dossiers, by their names; they need a key. Every other
     * message stays within the body.
     */
    messagesFromOtherBodies: z.array(z.string().min(1)).min(1).optional(),
    /** What it leaves to the bodies: values of parameters, and texts of their own on the card. */
    ofBodies: bodyLayer.optional(),
    /**
     * The kinds of party that may apply (`forms/schema/party-kinds.ts`); the form then begins with the question for
     * whom it is. Without it everybody applies for themself.
     */
    applicant: z
      .object({ kinds: z.array(partyKind).min(1, 'party-kinds-none') })
      .strict()
      .optional(),
    /** Who works on it, by the codes that lanes name: `front-desk`, `opinion:environment`. */
    roles: z.record(roleCode, cardRole).optional(),
    /** Outcomes and milestones of its own, by the codes that the diagram names. */
    outcomes: z.record(ownCode, cardOutcome).optional(),
    milestones: z.record(ownCode, cardMilestone).optional(),
    /** `events`: nobody applies; dossiers are opened by start events, or another procedure calls this one. */
    opening: z.enum(['application', 'events']).optional(),
    /** Answer or FEEL that gives the subject of the dossier in lists. */
    subject: z.string(),
    /**
     * A public register of the requests (for access: ANAC, Linee guida 1309/2016, § 9), without names. `columns` are
     * FEEL over the variables of each dossier, between the day of the request and the outcome.
     */
    register: z
      .object({
        title: z.string(),
        columns: z.array(z.object({ label: z.string(), value: z.string().startsWith('=') })),
      })
      .strict()
      .optional(),
    executor: z.enum(['kernel', 'bpmn-engine']).default('kernel'),
    translations: z.object({ en: translatedCard.optional() }).strict().optional(),
  })
  .strict()
  .meta({ id: 'ServiceCard' });

export type TranslatedCard = z.infer<typeof translatedCard>;
export type ServiceCard = z.infer<typeof serviceCard>;
export type CardRole = z.infer<typeof cardRole>;

export const procedureSummary = z
  .object({
    procedureId: z.string(),
    version: z.number().int(),
    publishedAt: z.string(),
    title: z.string(),
    category: z.string(),
    status: z.enum(['active', 'suspended']),
    shortDescription: z.string(),
    topics: z.array(z.string()),
    translations: z.object({ en: shortCard.extend({ topics: z.array(z.string()).optional() }).optional() }).optional(),
  })
  .meta({ id: 'ProcedureSummary' });

export const procedureDetail = z
  .object({
    procedureId: z.string(),
    version: z.number().int(),
    publishedAt: z.string(),
    service: serviceCard,
    maximumDays: z.number().int(),
    /** What the body that was asked for says of its own; absent for an unknown one. */
    ofBody: bodyCard.optional(),
    /** The bodies that say or set something of their own today. */
    bodies: z.array(z.object({ ipaCode: z.string(), name: z.string() })),
    startFormId: z.string(),
    fillingMinutes: z.number().int(),
  })
  .meta({ id: 'ProcedureDetail' });

export type ProcedureSummary = z.infer<typeof procedureSummary>;
export type ProcedureDetail = z.infer<typeof procedureDetail>;

export const listProcedures = endpoint({
  method: 'get',
  path: '/procedures',
  audience: 'public',
  limit: 'search',
  summary: 'I procedimenti pubblicati; q cerca nella scheda, anche con parole scritte quasi così',
  query: z.object({ q: z.string().max(200).optional(), topic: z.string().max(200).optional(), ...paging }),
  response: page(procedureSummary).extend({
    /** Of all that are found, whatever the topic asked for. */
    topics: z.array(z.string()),
    /** Nothing was found as typed; these say something similar. */
    alike: z.literal(true).optional(),
  }),
});

export const readProcedure = endpoint({
  method: 'get',
  path: '/procedures/:procedureId',
  audience: 'public',
  summary: 'La scheda di un procedimento; con body, un codice IPA, anche con quello che l’ente dice di suo',
  params: z.object({ procedureId: z.string() }),
  query: z.object({ body: z.string().max(20).optional() }),
  response: procedureDetail,
});

export const competentBody = z
  .object({
    /** Absent while the answers name no place, and where no body of this installation is competent for it. */
    body: z.object({ bodyId: z.string(), name: z.string() }).optional(),
    /** `Carpi (MO)` */
    place: z.string().optional(),
    level: z.enum(competenceLevels),
    /** Present where the body performs the function for another one. */
    delegated: z.object({ by: z.string(), from: day }).optional(),
  })
  .meta({ id: 'CompetentBody' });

export type CompetentBodyView = z.infer<typeof competentBody>;

export const findCompetentBody = endpoint({
  method: 'post',
  path: '/procedures/:procedureId/competent-body',
  audience: 'public',
  limit: 'search',
  summary: 'L’ente competente per il luogo che una risposta nomina, e perché',
  params: z.object({ procedureId: z.string() }),
  body: z.object({ place: json }).strict(),
  response: competentBody,
});

export const readAnswersSchema = endpoint({
  method: 'get',
  path: '/procedures/:procedureId/answers-schema',
  audience: 'public',
  summary:
    'Lo schema JSON (2020-12) delle risposte del modulo di un procedimento; formId ne sceglie uno diverso da quello iniziale',
  params: z.object({ procedureId: z.string() }),
  query: z.object({ formId: z.string().max(100).optional() }),
  response: z.record(z.string(), json).meta({ id: 'AnswersSchema', description: 'Uno schema JSON, bozza 2020-12' }),
});

export const readRegister = endpoint({
  method: 'get',
  path: '/procedures/:procedureId/register',
  audience: 'public',
  limit: 'register',
  summary:
    'Il registro pubblico delle richieste di un procedimento, in CSV e senza dati personali; dal e al sono giorni, 366 al massimo; senza di essi gli ultimi dodici mesi. Le righe dei giorni passati si aggiornano una volta al giorno',
  params: z.object({ procedureId: z.string() }),
  query: z.object({ from: day.optional(), to: day.optional() }),
  produces: 'text/csv',
});
