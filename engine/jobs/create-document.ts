import { z } from 'zod';
import { renderPdf } from '../connect/pdf.ts';
import { dayInWords, romeDay } from '../core/calendar.ts';
import { executionOf, procedureIn, viewFrom } from '../core/called.ts';
import type { Dossier, DossierDocument, OpenWait } from '../core/dossier.ts';
import { draftDocument, type DraftedDocument } from '../core/texts.ts';
import type { Instant } from '../kernel/types.ts';
import { loadDossier, type NamedDossier } from '../store/tables/dossiers.ts';
import { letterBlocks } from './letter-blocks.ts';
import { runUnlessPast, theWorker, type JobDeps, type JobHandler } from './job.ts';

const payloadShape = z.object({ dossierId: z.uuid(), waitId: z.string() });

/**
 * Draws up the document that an element of the diagram asks for, puts it away and hands it to the dossier, which goes
 * on.
 *
 * The number of the document itself is not on its pages: the register gives it when the document joins the dossier, in
 * that transaction, so that no number is spent on a document that nobody waits for any more. The pages name the number
 * of
 * the dossier; the document's own is kept beside it, as the *segnatura* always is (DPR 445/2000, art. 55 c. 1).
 */
export const createDocument: JobHandler = async (payload, deps) => {
  const { dossierId, waitId } = payloadShape.parse(payload);
  const named = await loadDossier(deps.db, dossierId);
  const open = named?.dossier.waits.find(({ wait }) => wait.id === waitId);
  if (!named || !open) return;
  const now = deps.clock();
  const draft = await draftFor(named, open.wait, deps);
  const pdf = await renderPdf({
    title: draft.title,
    letterhead: named.bodyName,
    references: [officeName(named), `Pratica ${named.dossier.registration}`, `Data ${dayInWords(romeDay(now))}`],
    blocks: [{ type: 'facts', rows: [{ label: 'Oggetto', text: draft.subject }] }, ...letterBlocks(draft.body)],
    createdAt: now,
  });
  const stored = await deps.files.put(pdf);
  const documents = [{ ...documentOf(draft, named.dossier, { waitId, now }), ...stored }];
  await runUnlessPast(deps, {
    command: { type: 'finish-job', dossierId, waitId, output: {}, documents },
    actor: theWorker,
    key: `create-document:${dossierId}:${waitId}`,
  });
};

async function draftFor(
  { dossier, bodyName, offices }: NamedDossier,
  { id: waitId, elementId }: OpenWait['wait'],
  deps: JobDeps,
): Promise<DraftedDocument> {
  const executionId = executionOf(waitId);
  const own = await deps.procedures(dossier.procedureId, dossier.procedureVersion);
  return draftDocument(viewFrom(dossier, executionId), elementId, {
    procedure: await procedureIn(dossier, executionId, { own, load: deps.procedures }),
    now: deps.clock(),
    body: { name: bodyName },
    office: (code) => (offices[code] === undefined ? undefined : { name: offices[code] }),
    baseUrl: deps.baseUrl,
  });
}

function officeName({ dossier, offices }: NamedDossier): string {
  return offices[dossier.officeCode] ?? dossier.officeCode;
}

function documentOf(
  { kind, title, readableBy }: DraftedDocument,
  { dossierId, registration }: Dossier,
  made: { readonly waitId: string; readonly now: Instant },
): Omit<DossierDocument, 'sha256' | 'size'> {
  return {
    documentId: `${dossierId}.${made.waitId}`,
    kind,
    title,
    fileName: `${fileStem(`${title} ${registration}`)}.pdf`,
    mediaType: 'application/pdf',
    addedAt: made.now,
    addedBy: 'Sistema',
    readableBy,
  };
}

/** A text as part of a file name that every system takes: lower case, no accents, hyphens between words. */
function fileStem(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9_]+/g, '-').replace(/^-|-$/g, '');
}
