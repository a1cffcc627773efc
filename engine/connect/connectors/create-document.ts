import { z } from 'zod';
import { dayInWords, romeDay } from '../../core/calendar.ts';
import type { ConnectorCall } from '../../core/connector.ts';
import type { NewDocument } from '../../core/dossier.ts';
import { draftDocument, type DraftedDocument } from '../../core/texts.ts';
import { documentJob } from '../../language/document.ts';
import type { PdfContent } from '../pdf.ts';
import { connector } from './connector.ts';
import { letterBlocks } from './letter-blocks.ts';

/**
 * Draws up the document that an element of the diagram asks for, puts it away and hands it to the dossier, which goes
 * on.
 *
 * The number of the document itself is not on its pages: the register gives it when the document joins the dossier, in
 * that transaction, so that no number is spent on a document that nobody waits for any more. The pages name the number
 * of the dossier; the document's own is kept beside it, as the *segnatura* always is (DPR 445/2000, art. 55 c. 1).
 */
export const createDocument = connector({
  type: documentJob,
  label: 'Redigi un documento',
  waits: true,
  byHand: false,
  settings: z.object({}),
  input: z.object({}),
  output: z.object({}),
  errors: [],
  attempts: 12,
  pauseSeconds: 3,
  timeLimitMs: 60_000,
  simulate: (call) => {
    const draft = draftOf(call);
    return { output: {}, documents: [{ ...documentOf(draft, call), size: draft.body.length, sha256: '0'.repeat(64) }] };
  },
  perform: async (call, { files, renderPdf }) => {
    const draft = draftOf(call);
    const stored = await files.put(await renderPdf(pagesOf(draft, call)));
    return { output: {}, documents: [{ ...documentOf(draft, call), ...stored }] };
  },
});

function draftOf({ dossier, elementId, context }: ConnectorCall<object>): DraftedDocument {
  return draftDocument(dossier, elementId, context);
}

function pagesOf({ title, subject, body }: DraftedDocument, { dossier, context }: ConnectorCall<object>): PdfContent {
  const { now } = context;
  const officeName = context.office(dossier.officeCode)?.name ?? dossier.officeCode;
  return {
    title,
    letterhead: context.body.name,
    references: [officeName, `Pratica ${dossier.registration}`, `Data ${dayInWords(romeDay(now))}`],
    blocks: [{ type: 'facts', rows: [{ label: 'Oggetto', text: subject }] }, ...letterBlocks(body)],
    createdAt: now,
  };
}

function documentOf(
  { kind, title, readableBy }: DraftedDocument,
  { dossier: { dossierId, registration }, place }: ConnectorCall<object>,
): Omit<NewDocument, 'sha256' | 'size'> {
  return {
    documentId: `${dossierId}.${'waitId' in place ? place.waitId : place.messageId}`,
    kind,
    title,
    fileName: `${fileStem(`${title} ${registration}`)}.pdf`,
    mediaType: 'application/pdf',
    addedBy: 'Sistema',
    readableBy,
  };
}

/** A text as part of a file name that every system takes: lower case, no accents, hyphens between words. */
function fileStem(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9_]+/g, '-').replace(/^-|-$/g, '');
}
