import { partyRolesOf } from '../core/concerned.ts';
import { Problem } from '../core/problem.ts';
import { issueReceipt } from '../jobs/issue-receipt.ts';
import { openDossier } from './dossier-reading.ts';
import type { Handler } from './handler.ts';

/**
 * The receipt of an application, for the applicant only: the document as it was issued. Who asks before the job has
 * drawn it, or for an application older than the keeping of receipts, has it issued by asking.
 */
export const readReceipt: Handler<'readReceipt'> = async ({ params, actor, services }) => {
  const { dossierId } = params;
  const { dossier } = await openDossier(services, actor, { dossierId, what: 'receipt' });
  if (!partyRolesOf(actor, dossier).includes('applicant')) throw new Problem('resource.not-found', { dossierId });
  const { fileName, mediaType, size, sha256 } = await issueReceipt(services, dossierId);
  return { content: await services.files.open(sha256), fileName, mediaType, size };
};
