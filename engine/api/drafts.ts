import type { Draft } from '../../forms/contract/drafts.ts';
import type { Answers } from '../../forms/schema/document.ts';
import { validateAnswers } from '../../forms/schema/validate.ts';
import type { PersonActor } from '../core/actor.ts';
import { formContext } from '../core/answering.ts';
import { romeDay } from '../core/calendar.ts';
import { demand } from '../core/policy.ts';
import { Problem } from '../core/problem.ts';
import type { Procedure } from '../core/procedure.ts';
import * as rows from '../store/tables/drafts.ts';
import { fillForm, formOf } from './form-to-fill.ts';
import type { Handler } from './handler.ts';
import { defined } from './present/defined.ts';
import { currentVersion } from './procedures.ts';
import type { Services } from './services.ts';
import { removeUploadsIn } from './uploads.ts';

/** Opens the one draft that a person has for a procedure, or takes up the one there is. */
export const createDraft: Handler<'createDraft'> = async ({ body, actor, services }) => {
  const { version } = await currentVersion(services, body.procedureId);
  const procedure = await services.procedures(body.procedureId, version);
  demand(actor, 'submit', { procedure });
  const { answers } = fillForm({ procedure, formId: procedure.startFormId, actor, now: services.clock() });
  const row = await rows.openDraft(services.db, {
    draftId: services.newId(),
    personId: actor.personId,
    procedureId: body.procedureId,
    procedureVersion: version,
    answers,
    at: services.clock(),
  });
  return presentDraft(services, actor, row);
};

/** One's own open drafts. */
export const listDrafts: Handler<'listDrafts'> = async ({ actor, services }) => {
  const open = await rows.listOpenDrafts(services.db, actor.personId);
  const items = open.map(async ({ draftId, procedureId, procedureVersion, savedAt }) => {
    const { service } = await services.procedures(procedureId, procedureVersion);
    return { draftId, procedureId, title: service.title, savedAt };
  });
  return { items: await Promise.all(items) };
};

/** One's own draft. */
export const readDraft: Handler<'readDraft'> = async ({ params, actor, services }) =>
  presentDraft(services, actor, await ownDraft(services, actor, params.draftId));

/** Saves over the newest revision; over an older one it answers with the newest, and the portal merges. */
export const saveDraft: Handler<'saveDraft'> = async ({ params, body, actor, services }) => {
  const { draftId } = params;
  const draft = await openDraft(services, actor, draftId);
  refuseUnknown(await services.procedures(draft.procedureId, draft.procedureVersion), body.answers, services);
  const saved = await rows.saveDraft(services.db, { draftId, personId: actor.personId, ...body, at: services.clock() });
  if (saved === undefined) {
    const newest = await openDraft(services, actor, draftId);
    throw new Problem('draft.changed-elsewhere', { draft: await presentDraft(services, actor, newest) });
  }
  return { revision: saved.revision, savedAt: saved.savedAt };
};

/** Removes an open draft with the files that were put up for it. */
export const deleteDraft: Handler<'deleteDraft'> = async ({ params, actor, services }) => {
  const { answers } = await openDraft(services, actor, params.draftId);
  await rows.dropDraft(services.db, { draftId: params.draftId, personId: actor.personId });
  await removeUploadsIn(services, actor, answers);
  return undefined;
};

/**
 * A draft of the person's own.
 * @throws Problem `draft.not-found`, for another person's too
 */
export async function ownDraft(services: Services, actor: PersonActor, draftId: string): Promise<rows.DraftRow> {
  const draft = await rows.findDraft(services.db, { draftId, personId: actor.personId });
  if (draft === undefined) throw new Problem('draft.not-found', { draftId });
  return draft;
}

async function openDraft(services: Services, actor: PersonActor, draftId: string): Promise<rows.DraftRow> {
  const draft = await ownDraft(services, actor, draftId);
  if (draft.dossierId !== null) throw new Problem('draft.already-submitted', { draftId, dossierId: draft.dossierId });
  return draft;
}

async function presentDraft(services: Services, actor: PersonActor, row: rows.DraftRow): Promise<Draft> {
  const procedure = await services.procedures(row.procedureId, row.procedureVersion);
  const { draftId, procedureId, procedureVersion, revision, savedAt } = row;
  const { form, ...filled } = fillForm({ procedure, formId: procedure.startFormId, actor, now: services.clock() });
  if (form === undefined) throw new Problem('procedure.invalid', { procedureId, missing: 'startFormId' });
  return {
    draftId,
    procedureId,
    procedureVersion,
    title: procedure.service.title,
    revision,
    answers: { ...row.answers },
    ...defined({ pageId: row.pageId ?? undefined, dossierId: row.dossierId ?? undefined }),
    savedAt,
    form,
    lockedKeys: filled.lockedKeys,
    context: filled.context,
  };
}

/** A draft may be unfinished in every way but one: it holds no answers that the form does not ask for. */
function refuseUnknown(procedure: Procedure, answers: Answers, services: Services): void {
  const now = services.clock();
  const form = formOf(procedure, procedure.startFormId);
  const { issues } = validateAnswers(form, answers, { today: romeDay(now), context: formContext(procedure, now) });
  const unknown = issues.filter(({ code }) => code === 'field.unknown');
  if (unknown.length > 0) throw new Problem('answers.invalid', { issues: unknown });
}
