import type { Answers } from '../../forms/schema/document.ts';
import { fullName } from '../../forms/schema/full-name.ts';
import type { PersonActor } from '../core/actor.ts';
import { executionOf, procedureIn, seenAt, withProcess } from '../core/called.ts';
import type { DossierDocument, Task } from '../core/dossier.ts';
import { may, mayDo } from '../core/policy.ts';
import { Problem } from '../core/problem.ts';
import type { Procedure } from '../core/procedure.ts';
import { executionOfSent, placeOfSent, sentContext } from '../core/sent.ts';
import { run } from '../run.ts';
import { loadDocuments } from '../store/tables/documents.ts';
import { loadDossier, type NamedDossier } from '../store/tables/dossiers.ts';
import type { NotedReading } from '../store/tables/dossier-papers.ts';
import { noteRead } from '../store/tables/dossier-reads.ts';
import type { Filling } from './form-to-fill.ts';
import type { FileAnswer } from './handler.ts';
import type { Services } from './services.ts';

/** A dossier that its reader was found entitled to read, with the procedure it runs on. */
export interface OpenedDossier extends NamedDossier {
  readonly procedure: Procedure;
}

/** What is to be done: to read all of it, or as little as an office of another body sees. */
type OpeningAct = 'read-dossier' | 'visit-dossier';

interface Reading {
  readonly dossierId: string;
  /** As which the reading is noted. */
  readonly what: string;
  readonly act?: OpeningAct;
}

/**
 * Opens a dossier for a reader. Whoever may not read it learns nothing, not even that it exists; a reading by an office
 * is noted as `what`. Somebody at the desk who is a party is refused, which goes on record once, and reads in the
 * portal.
 * @throws Problem `dossier.not-found`, `dossier.own`
 */
export async function openDossier(
  services: Services,
  actor: PersonActor,
  { dossierId, what, act = 'read-dossier' }: Reading,
): Promise<OpenedDossier> {
  const opened = await openUnnoted(services, actor, { dossierId, act });
  const note = noteOf(services, actor, what);
  if (note !== undefined) await noteRead(services.db, { dossierId, bodyId: opened.dossier.bodyId, ...note });
  return opened;
}

/**
 * The same for who notes the reading with what they read next (see `noteOf`).
 * @throws Problem `dossier.not-found`, `dossier.own`
 */
export async function openUnnoted(
  services: Services,
  actor: PersonActor,
  { dossierId, act }: { readonly dossierId: string; readonly act: OpeningAct },
): Promise<OpenedDossier> {
  const named = await loadDossier(services.db, dossierId);
  if (named === undefined) throw new Problem('dossier.not-found', { dossierId });
  const reading = may(actor, act, { dossier: named.dossier });
  if (!reading.granted && reading.reason === 'is-a-party') throw await refusedToParty(services, actor, dossierId);
  if (!reading.granted) throw new Problem('dossier.not-found', { dossierId });
  const procedure = await services.procedures(named.dossier.procedureId, named.dossier.procedureVersion);
  return { ...named, procedure: withProcess(procedure, named.dossier.processId) };
}

async function refusedToParty(services: Services, actor: PersonActor, dossierId: string): Promise<Problem> {
  const { personId } = actor;
  const refused = { personId, name: fullName(actor) };
  await run(services, {
    command: { type: 'record-refusal', dossierId, refused },
    actor: { type: 'system', component: 'worker' },
    key: `refusal:read:${dossierId}:${personId}`,
  });
  return new Problem('dossier.own', { dossierId, reason: 'is-a-party' });
}

/** What has to be noted of a reading; undefined for a party, who reads what is their own. */
export function noteOf(
  { clock }: Services,
  { audience, personId }: PersonActor,
  what: string,
): NotedReading | undefined {
  return audience === 'office' ? { personId, what, at: clock() } : undefined;
}

/**
 * The procedure and the variables that a task or an act goes by: the dossier's, or those of a process it has called.
 */
export async function placeIn(
  services: Services,
  { dossier, procedure: own }: OpenedDossier,
  waitId: string,
): Promise<{ readonly procedure: Procedure; readonly variables: Answers }> {
  const procedure = await procedureIn(dossier, executionOf(waitId), { own, load: services.procedures });
  return { procedure, variables: seenAt(dossier, waitId) };
}

/** Where the form of a task comes from, and what it starts from besides who fills it. */
export async function taskToFill(
  services: Services,
  opened: OpenedDossier,
  { waitId, formId, corrects }: Task,
): Promise<Pick<Filling, 'procedure' | 'variables' | 'formId' | 'sent' | 'corrects' | 'now'>> {
  const { dossier, procedure: own } = opened;
  const now = services.clock();
  const procedureAt = (executionId: string) => procedureIn(dossier, executionId, { own, load: services.procedures });
  if (corrects !== undefined) {
    const procedure = await procedureAt(executionOfSent(corrects));
    const { before, fixed } = placeOfSent(dossier, corrects, { procedure, now });
    return { procedure, variables: before, formId, corrects: { fields: corrects.fields, fixed }, now };
  }
  const place = await placeIn(services, opened, waitId);
  const form = formId === undefined ? undefined : place.procedure.forms[formId];
  return { ...place, formId, sent: await sentContext(form, { dossier, now, procedureIn: procedureAt }), now };
}

/** The documents of a dossier that the reader may read. */
async function readableDocuments(
  services: Services,
  actor: PersonActor,
  { dossier }: OpenedDossier,
): Promise<readonly DossierDocument[]> {
  const documents = await loadDocuments(services.db, dossier);
  return documents.filter((document) => mayDo(actor, 'read-document', { dossier, document }));
}

/**
 * A document as a file that goes out.
 * @throws Problem `dossier.not-found`, `resource.not-found`
 */
export async function documentFile(
  services: Services,
  actor: PersonActor,
  { dossierId, documentId }: { readonly dossierId: string; readonly documentId: string },
): Promise<FileAnswer> {
  const opened = await openDossier(services, actor, { dossierId, what: `document ${documentId}` });
  const documents = await readableDocuments(services, actor, opened);
  const document = documents.find((one) => one.documentId === documentId);
  if (document === undefined) throw new Problem('resource.not-found', { documentId });
  const { fileName, mediaType, size, sha256 } = document;
  return { content: await services.files.open(sha256), fileName, mediaType, size };
}
