import { z } from 'zod';
import type { FileStore } from '../connect/files.ts';
import { renderPdf } from '../connect/pdf.ts';
import type { IssueReceiptCommand } from '../core/command.ts';
import type { DossierDocument } from '../core/dossier.ts';
import { Problem } from '../core/problem.ts';
import type { RunDeps } from '../run.ts';
import { bodyIdsIn, choiceLabels } from '../store/answer-names.ts';
import { bodyNames } from '../store/tables/bodies.ts';
import { findKey } from '../store/tables/dossier-key.ts';
import { loadDocuments } from '../store/tables/documents.ts';
import { loadDossier } from '../store/tables/dossiers.ts';
import { loadEvents } from '../store/tables/events.ts';
import { loadApplication } from '../store/tables/submissions.ts';
import { runUnlessPast, theWorker, type JobHandler } from './job.ts';
import { receiptPages } from './receipt-pages.ts';

const payloadShape = z.object({ dossierId: z.uuid() });

/** Draws the receipt of an application that was sent. */
export const drawReceipt: JobHandler = async (payload, deps) => {
  await issueReceipt(deps, payloadShape.parse(payload).dossierId);
};

/**
 * The receipt of an application (L. 241/1990, art. 18-bis): the document as it was issued. Where none was issued yet it
 * is drawn now, registered on its way out, and becomes part of the dossier; who asks at the same moment gets the same
 * one, whichever of them came first.
 * @throws Problem `dossier.not-found`; `resource.not-found` for a dossier for which nobody applied
 */
export async function issueReceipt(
  deps: RunDeps & { readonly files: FileStore },
  dossierId: string,
): Promise<DossierDocument> {
  const issued = await findReceipt(deps, dossierId);
  if (issued !== undefined) return issued;
  const document = await draw(deps, dossierId);
  const command = { type: 'issue-receipt', dossierId, document } as const;
  await runUnlessPast(deps, { command, actor: theWorker, key: `receipt:${dossierId}` });
  const kept = await findReceipt(deps, dossierId);
  if (kept === undefined) throw new Problem('resource.not-found', { dossierId, expected: 'a receipt' });
  return kept;
}

async function findReceipt({ db }: Pick<RunDeps, 'db'>, dossierId: string): Promise<DossierDocument | undefined> {
  const key = await findKey(db, dossierId);
  return key && (await loadDocuments(db, key)).find(({ kind }) => kind === 'receipt');
}

async function draw(
  deps: RunDeps & { readonly files: FileStore },
  dossierId: string,
): Promise<IssueReceiptCommand['document']> {
  const { db, procedures } = deps;
  const named = await loadDossier(db, dossierId);
  if (named === undefined) throw new Problem('dossier.not-found', { dossierId });
  const { bodyId, procedureId, procedureVersion, registration } = named.dossier;
  const procedure = await procedures(procedureId, procedureVersion);
  const lookups = await deps.lookups?.();
  const application = await loadApplication(db, { bodyId, dossierId });
  if (application === undefined) throw new Problem('resource.not-found', { dossierId, expected: 'an application' });
  const [bodies, events, documents] = await Promise.all([
    bodyNames(db, bodyIdsIn(procedure, application.answers)),
    loadEvents(db, named.dossier),
    loadDocuments(db, named.dossier),
  ]);
  const names = { bodyNames: bodies, choiceLabels: choiceLabels(procedure, lookups) };
  const pages = receiptPages({ ...named, procedure, application, names, events, documents });
  return {
    documentId: `${dossierId}.receipt`,
    kind: 'receipt',
    title: pages.title,
    fileName: `ricevuta-${registration.replaceAll('/', '-')}.pdf`,
    mediaType: 'application/pdf',
    addedBy: 'Sistema',
    readableBy: ['applicant'],
    ...(await deps.files.put(await renderPdf(pages))),
  };
}
