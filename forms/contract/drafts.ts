import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { answers, id, instant, json } from './shapes.ts';

/** A form document travels as it is; `forms/schema` reads it. */
export const formDocument = z.looseObject({ type: z.literal('default'), id: z.string(), components: z.array(json) });

export const draft = z
  .object({
    draftId: id,
    procedureId: z.string(),
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
    /** FEEL context of the form besides the answers: parameters, today. */
    context: answers,
    /** Set once it was submitted. */
    dossierId: id.optional(),
  })
  .meta({ id: 'Draft' });

export const draftSummary = draft
  .pick({ draftId: true, procedureId: true, title: true, savedAt: true })
  .meta({ id: 'DraftSummary' });

export type Draft = z.infer<typeof draft>;
export type DraftSummary = z.infer<typeof draftSummary>;

const params = z.object({ draftId: id });

export const createDraft = endpoint({
  method: 'post',
  path: '/drafts',
  audience: 'citizen',
  summary: 'Apre una bozza, o riprende quella già aperta per lo stesso procedimento',
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
  body: z.object({ revision: z.number().int(), answers, pageId: z.string().optional() }).strict(),
  response: z.object({ revision: z.number().int(), savedAt: instant }),
});

export const deleteDraft = endpoint({
  method: 'delete',
  path: '/drafts/:draftId',
  audience: 'citizen',
  summary: 'Elimina una bozza',
  params,
  status: 204,
});
