import type { Answers, Issue } from '../../forms/schema/document.ts';
import { prefill } from '../../forms/schema/prefill.ts';
import { validateAnswers } from '../../forms/schema/validate.ts';
import type { PersonActor } from '../core/actor.ts';
import { formContext, formSources } from '../core/answering.ts';
import { romeDay } from '../core/calendar.ts';
import { knownSubject } from '../core/competence.ts';
import { demand } from '../core/policy.ts';
import { Problem } from '../core/problem.ts';
import type { Procedure } from '../core/procedure.ts';
import type { Instant } from '../kernel/types.ts';
import * as rows from '../store/tables/drafts.ts';
import { draftInForm, presentDraft, settleInForm } from './draft-view.ts';
import { formOf } from './form-to-fill.ts';
import type { Handler } from './handler.ts';
import { knownFacts } from './known-facts.ts';
import { defined } from './present/defined.ts';
import { currentVersion, openVersion } from './procedures.ts';
import type { Services } from './services.ts';
import { removeUploadsIn } from './uploads.ts';

/** Opens a draft, or takes up the one of this procedure in which nothing was saved yet. */
export const createDraft: Handler<'createDraft'> = async ({ body, actor, services }) => {
  const { version } = await openVersion(services, body.procedureId);
  const procedure = await services.procedures(body.procedureId, version);
  demand(actor, 'submit', { procedure });
  const form = formOf(procedure, procedure.startFormId);
  const known = await knownFacts(services, { actor, form });
  const row = await rows.openDraft(services.db, {
    draftId: services.newId(),
    personId: actor.personId,
    procedureId: body.procedureId,
    procedureVersion: version,
    answers: prefill(form, formSources(actor, {}, known.sources)),
    known,
    at: services.clock(),
  });
  return presentDraft(await draftInForm(services, actor, row), services);
};

/** One's own open drafts. */
export const listDrafts: Handler<'listDrafts'> = async ({ actor, services }) => {
  const open = await rows.listOpenDrafts(services.db, actor.personId);
  const items = open.map(async ({ draftId, procedureId, procedureVersion, revision, answers, savedAt }) => {
    const procedure = await services.procedures(procedureId, procedureVersion);
    const subject = knownSubject(procedure, answers);
    const { title, translations } = procedure.service;
    const named = { title, ...defined({ titleInEnglish: translations?.en?.title, subject }) };
    return { draftId, procedureId, ...named, revision, savedAt };
  });
  return { items: await Promise.all(items) };
};

/** One's own draft, in the current form of its procedure. */
export const readDraft: Handler<'readDraft'> = async ({ params, actor, services }) =>
  presentDraft(await draftInForm(services, actor, await ownDraft(services, actor, params.draftId)), services);

/** Saves over the newest revision; over an older one it answers with the newest, and the portal merges. */
export const saveDraft: Handler<'saveDraft'> = async ({ params, body, actor, services }) => {
  const { draftId } = params;
  const draft = await openDraft(services, actor, draftId);
  await refuseUnknown(services, draft, body.answers);
  const saved = await rows.saveDraft(services.db, { draftId, personId: actor.personId, ...body, at: services.clock() });
  if (saved === undefined) {
    const newest = await draftInForm(services, actor, await openDraft(services, actor, draftId));
    throw new Problem('draft.changed-elsewhere', { draft: presentDraft(newest, services) });
  }
  return { revision: saved.revision, savedAt: saved.savedAt };
};

/** Notes that the person has checked the answers in the current form. */
export const confirmDraftVersion: Handler<'confirmDraftVersion'> = async ({ params, body, actor, services }) => {
  const { draftId } = params;
  const inForm = await draftInForm(services, actor, await openDraft(services, actor, draftId));
  const { version } = inForm.procedure;
  if (body.version !== version) throw new Problem('draft.form-changed', { draftId, version });
  await settleInForm(services, inForm);
  return undefined;
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

/**
 * A draft may be unfinished in every way but one: it holds no answers that the form does not ask for. A page that was
 * opened before a newer version was published still has the fields of the older one.
 */
async function refuseUnknown(services: Services, draft: rows.DraftRow, answers: Answers): Promise<void> {
  const { procedureId, procedureVersion } = draft;
  const { version } = await currentVersion(services, procedureId);
  const procedures = await Promise.all([version, procedureVersion].map((one) => services.procedures(procedureId, one)));
  const unknown = procedures.map((procedure) => unknownIn(procedure, answers, services.clock()));
  const nowhere = (unknown[0] ?? []).filter(({ path }) =>
    unknown.every((list) => list.some((one) => one.path === path)),
  );
  if (nowhere.length > 0) throw new Problem('answers.invalid', { issues: nowhere });
}

function unknownIn(procedure: Procedure, answers: Answers, now: Instant): readonly Issue[] {
  const form = formOf(procedure, procedure.startFormId);
  const { issues } = validateAnswers(form, answers, { today: romeDay(now), context: formContext(procedure, now) });
  return issues.filter(({ code }) => code === 'field.unknown');
}
