import { v5 } from 'uuid';
import type { CallOutput } from '../../forms/contract/client.ts';
import type { PersonActor } from '../core/actor.ts';
import { romeDay } from '../core/calendar.ts';
import { Problem } from '../core/problem.ts';
import { run } from '../run.ts';
import { openDossier } from './dossier-reading.ts';
import { noteAddress } from '../store/tables/mail-addresses.ts';
import type { DraftRow } from '../store/tables/drafts.ts';
import { draftUnkept, settleInForm } from './draft-view.ts';
import { ownDraft } from './drafts.ts';
import type { Handler } from './handler.ts';
import { defined } from './present/defined.ts';
import { presentTermInForce } from './present/terms.ts';
import type { Services } from './services.ts';

/** The dossier of a draft has an id that follows from the draft's, so that sending twice cannot open two. */
const dossierIdOf = (draftId: string): string => v5('dossier', draftId);

/** Sends the application that a draft holds. */
export const createApplication: Handler<'createApplication'> = async ({ body, actor, key, services }) => {
  const draft = await ownDraft(services, actor, body.draftId);
  if (draft.dossierId === null && draft.revision !== body.revision) {
    throw new Problem('draft.changed-elsewhere', { draftId: draft.draftId, revision: draft.revision });
  }
  const dossierId = dossierIdOf(draft.draftId);
  const { procedureId, procedureVersion, draftId, answers, reasons } = await readyToSend(services, actor, draft);
  const shown = defined({ shownBodyId: body.bodyId });
  const sent = { dossierId, procedureId, procedureVersion, draftId, answers, reasons, ...shown };
  const command = { type: 'submit', ...sent } as const;
  await run(services, { command, actor, key });
  const receipt = await receiptOf(services, actor, dossierId);
  const { email: address } = receipt;
  if (address !== undefined) await noteAddress(services.db, { personId: actor.personId, address }, false);
  return receipt;
};

/**
 * The draft in the current version of its procedure. A person sends nothing that they have not seen: what a newer form
 * has against the answers has to be confirmed before. A draft that was sent is as it was then.
 *
 * @throws Problem `draft.form-changed`
 */
async function readyToSend(services: Services, actor: PersonActor, draft: DraftRow): Promise<DraftRow> {
  if (draft.dossierId !== null) return draft;
  const { draftId } = draft;
  const inForm = await draftUnkept(services, actor, draft);
  const { version } = inForm.procedure;
  if (inForm.changes.length > 0) throw new Problem('draft.form-changed', { draftId, version });
  return settleInForm(services, inForm);
}

async function receiptOf(
  services: Services,
  actor: PersonActor,
  dossierId: string,
): Promise<CallOutput<'createApplication'>> {
  const { dossier, bodyName, offices } = await openDossier(services, actor, { dossierId, what: 'receipt' });
  const applicant = dossier.parties.find(({ role }) => role === 'applicant');
  return {
    dossierId,
    registration: dossier.registration,
    submittedAt: dossier.submittedAt,
    takenInChargeOn: romeDay(dossier.submittedAt),
    ...defined({ deadlineOn: presentTermInForce(dossier, romeDay(services.clock()))?.deadlineOn }),
    bodyName,
    officeName: offices[dossier.officeCode] ?? dossier.officeCode,
    ...defined({ email: applicant?.email }),
  };
}
