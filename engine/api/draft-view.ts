import type { Draft } from '../../forms/contract/drafts.ts';
import { compareForms, type FormChange } from '../../forms/schema/compare.ts';
import type { Answers, FormDocument } from '../../forms/schema/document.ts';
import { isList } from '../../forms/schema/components.ts';
import { fieldsOf } from '../../forms/schema/pages.ts';
import { originOfSource } from '../../forms/schema/origins.ts';
import { knownAnswers, lockedKeys, prefill } from '../../forms/schema/prefill.ts';
import { worded } from '../../forms/schema/worded.ts';
import type { PersonActor } from '../core/actor.ts';
import { formContext, formSources } from '../core/answering.ts';
import { romeDay } from '../core/calendar.ts';
import { declaredFields, type KnownFacts } from '../core/known.ts';
import { Problem } from '../core/problem.ts';
import type { Procedure } from '../core/procedure.ts';
import { findDraft, keepKnown, moveDraft, type DraftRow } from '../store/tables/drafts.ts';
import { contextFor } from './form-context.ts';
import { formOf, travelling } from './form-to-fill.ts';
import { knownFacts } from './known-facts.ts';
import { defined } from './present/defined.ts';
import { openVersion } from './procedures.ts';
import type { Services } from './services.ts';

/** A draft in the form that its person is to see: the current one, or the one that was sent. */
export interface DraftInForm {
  readonly row: DraftRow;
  readonly actor: PersonActor;
  readonly procedure: Procedure;
  readonly form: FormDocument;
  readonly known: Partial<KnownFacts>;
  /** The form in which the person saw the answers last. */
  readonly seenForm: FormDocument;
  /** What to check again since then. */
  readonly changes: readonly FormChange[];
}

/** The keys of answers that a form has. */
export const keysOf = (form: FormDocument): ReadonlySet<string> =>
  new Set(fieldsOf(form).map(({ component }) => (isList(component) ? component.path : component.key)));

/** The answers that a form asks for. */
export function answersFor(form: FormDocument, answers: Answers): Answers {
  const keys = keysOf(form);
  return Object.fromEntries(Object.entries(answers).filter(([key]) => keys.has(key)));
}

/** A draft moved to the current version of its procedure; one that was sent stays in the version it was sent in. */
export async function draftInForm(services: Services, actor: PersonActor, row: DraftRow): Promise<DraftInForm> {
  const inForm = await draftUnkept(services, actor, row);
  const { known } = inForm;
  const { draftId } = row;
  if (known !== row.known) await keepKnown(services.db, { draftId, personId: actor.personId, known });
  return inForm;
}

/** The same for who settles it next (`settleInForm`), by which what is known of it is kept too. */
export async function draftUnkept(services: Services, actor: PersonActor, row: DraftRow): Promise<DraftInForm> {
  const { procedureId, procedureVersion } = row;
  const seen = await services.procedures(procedureId, procedureVersion);
  const { version } = row.dossierId === null ? await openVersion(services, procedureId) : seen;
  const procedure = await services.procedures(procedureId, version);
  const form = formOf(procedure, procedure.startFormId);
  const seenForm = formOf(seen, seen.startFormId);
  const known = row.dossierId === null ? await knownFacts(services, { actor, form, before: row.known }) : row.known;
  const changes = version === procedureVersion ? [] : await changesFor(services, { row, procedure, seenForm, form });
  return { row, actor, procedure, form, known, seenForm, changes };
}

async function changesFor(
  services: Services,
  { row, procedure, seenForm, form }: Pick<DraftInForm, 'row' | 'procedure' | 'seenForm' | 'form'>,
): Promise<readonly FormChange[]> {
  const now = services.clock();
  const lookups = await services.lookups?.();
  const context = formContext(procedure, now);
  return compareForms(worded(seenForm, context), worded(form, context), {
    answers: row.answers,
    context,
    today: romeDay(now),
    ...lookups,
  });
}

/**
 * The answers as they are to be seen: those of the form, what is known put in where it may not be changed or was not
 * corrected, and, in fields that the person has not seen yet, what the form starts with.
 */
export function answersSeen({ row, form, seenForm, ...rest }: DraftInForm): Answers {
  const sources = sourcesFor(rest);
  const seen = keysOf(seenForm);
  const started = Object.entries(prefill(form, sources)).filter(([key]) => !seen.has(key));
  const insisted = knownAnswers(form, sources).filter(
    ({ key, may }) => may === 'read' || (may === 'correct' && row.reasons[key] === undefined),
  );
  return {
    ...Object.fromEntries(started),
    ...answersFor(form, row.answers),
    ...Object.fromEntries(insisted.map(({ key, value }) => [key, value])),
  };
}

const sourcesFor = ({ actor, known }: Pick<DraftInForm, 'actor' | 'known'>): Answers =>
  formSources(actor, {}, known.sources);

/**
 * Keeps a draft in the version in which it was seen, with its answers and what is known of it. One that was sent
 * meanwhile is given as it was sent: who presses the button twice gets the receipt twice.
 * @throws Problem `draft.changed-elsewhere` when it was saved meanwhile
 */
export async function settleInForm(services: Services, inForm: DraftInForm): Promise<DraftRow> {
  const { row, actor, procedure, known } = inForm;
  const { draftId, revision } = row;
  const settled = { ...row, procedureVersion: procedure.version, answers: answersSeen(inForm), known };
  const { personId } = actor;
  if (await moveDraft(services.db, { ...settled, personId })) return settled;
  const newest = await findDraft(services.db, { draftId, personId });
  if (typeof newest?.dossierId === 'string') return newest;
  throw new Problem('draft.changed-elsewhere', { draftId, revision });
}

/** A draft as its person sees it. */
export function presentDraft(inForm: DraftInForm, services: Services): Draft {
  const { row, procedure, form, known, changes } = inForm;
  const { draftId, procedureId, revision, savedAt, reasons } = row;
  const sources = sourcesFor(inForm);
  const context = formContext(procedure, services.clock());
  return {
    draftId,
    procedureId,
    procedureVersion: procedure.version,
    title: procedure.service.title,
    revision,
    answers: { ...answersSeen(inForm) },
    ...defined({ pageId: row.pageId ?? undefined, dossierId: row.dossierId ?? undefined }),
    savedAt,
    form: travelling(worded(form, context)),
    lockedKeys: [...lockedKeys(form, sources)],
    known: knownAnswers(form, sources).map(({ source, ...answer }) => ({
      ...answer,
      source,
      origin: originOfSource(source),
      ...defined({ on: known.on?.[source] }),
    })),
    declared: declaredFields(form, sources).map((field) => ({ ...field })),
    reasons: { ...reasons },
    // The border to the contract, whose issues are the same in plain JSON.
    formChanges: changes as Draft['formChanges'],
    context: contextFor(form, context),
  };
}
