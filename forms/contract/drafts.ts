import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { issue } from './problem.ts';
import { answers, day, id, instant, json } from './shapes.ts';

/** A form document travels as it is; `forms/schema` reads it. */
export const formDocument = z.looseObject({ type: z.literal('default'), id: z.string(), components: z.array(json) });

/** Where an answer came from: `declared`, `identity`, `dossier`, `computed` or `registry:<name>`. */
export const origin = z.string().regex(/^(declared|identity|dossier|computed|registry:[\w-]+)$/);

/** A field whose answer the administration knows already (L. 241/1990, art. 18). */
export const knownAnswer = z
  .object({
    key: z.string(),
    /** The path of the source: `identity.email`, `dossiers.telefono`, `registry.anpr.residenza`. */
    source: z.string(),
    origin,
    value: json,
    /** The day of the dossier, or on which the registry was asked. */
    on: day.optional(),
    /** What the person may do: nothing, correct it with a reason, or write over it. */
    may: z.enum(['read', 'correct', 'write']),
  })
  .meta({ id: 'KnownAnswer' });

/**
 * A field that names sources of which none answered: what the person writes is a declaration (DPR 445/2000, art. 46).
 */
export const declaredField = z.object({ key: z.string(), origin }).meta({ id: 'DeclaredField' });

/** What to check again because a newer version of the form was published since. */
export const formChange = z
  .object({
    path: z.string(),
    change: z.enum(['added', 'removed', 'type-changed', 'choice-gone', 'became-required', 'now-wrong', 'reworded']),
    label: z.string(),
    pageId: z.string().optional(),
    issue: issue.optional(),
  })
  .meta({ id: 'FormChange' });

/** Why the person corrects what was known, by key of the answer. */
export const reasons = z.record(z.string(), z.string().max(1000));

export const draft = z
  .object({
    draftId: id,
    procedureId: z.string(),
    /** The version whose form is shown: always the current one. */
    procedureVersion: z.number().int(),
    title: z.string(),
    /** Grows by one with every save; a save names the revision it started from. */
    revision: z.number().int(),
    answers,
    /** The page last worked on. */
    pageId: z.string().optional(),
    savedAt: instant,
    form: formDocument,
    /** Keys that are filled from the sign-in and cannot be changed. */
    lockedKeys: z.array(z.string()),
    known: z.array(knownAnswer),
    declared: z.array(declaredField),
    reasons,
    /** What to check again since the version in which the answers were seen last; until `confirmDraftVersion`. */
    formChanges: z.array(formChange),
    /** FEEL context of the form besides the answers: parameters, today. */
    context: answers,
    /** Set once it was submitted. */
    dossierId: id.optional(),
  })
  .meta({ id: 'Draft' });

export const draftSummary = draft
  .pick({ draftId: true, procedureId: true, title: true, revision: true, savedAt: true })
  .extend({
    titleInEnglish: z.string().optional(),
    /** What it is about, once its answers say. */
    subject: z.string().optional(),
  })
  .meta({ id: 'DraftSummary' });

export type Draft = z.infer<typeof draft>;
export type DraftSummary = z.infer<typeof draftSummary>;

const params = z.object({ draftId: id });

export const createDraft = endpoint({
  method: 'post',
  path: '/drafts',
  audience: 'citizen',
  limit: 'draft',
  summary: 'Apre una bozza; una dello stesso procedimento in cui non è ancora stato salvato nulla viene ripresa',
  body: z.object({ procedureId: z.string() }).strict(),
  response: draft,
  status: 201,
});

export const listDrafts = endpoint({
  method: 'get',
  path: '/drafts',
  audience: 'citizen',
  summary: 'Le mie bozze',
  response: z.object({ items: z.array(draftSummary) }),
});

export const readDraft = endpoint({
  method: 'get',
  path: '/drafts/:draftId',
  audience: 'citizen',
  summary: 'Una bozza con le sue risposte',
  params,
  response: draft,
});

export const saveDraft = endpoint({
  method: 'put',
  path: '/drafts/:draftId/answers',
  audience: 'citizen',
  summary: 'Salva le risposte di una bozza; se qualcuno l’ha salvata intanto risponde 409 con la versione nuova',
  params,
  body: z
    .object({ revision: z.number().int(), answers, reasons: reasons.optional(), pageId: z.string().optional() })
    .strict(),
  response: z.object({ revision: z.number().int(), savedAt: instant }),
});

export const confirmDraftVersion = endpoint({
  method: 'put',
  path: '/drafts/:draftId/form-version',
  audience: 'citizen',
  summary: 'Dice che le risposte sono state ricontrollate con questa versione del modulo',
  params,
  body: z.object({ version: z.number().int() }).strict(),
  status: 204,
});

export const deleteDraft = endpoint({
  method: 'delete',
  path: '/drafts/:draftId',
  audience: 'citizen',
  summary: 'Elimina una bozza',
  params,
  status: 204,
});
