import { fullName } from '../../../forms/schema/full-name.ts';
import type { TaskSummary } from '../../../forms/contract/tasks.ts';
import type { PersonActor } from '../../core/actor.ts';
import { conflictOf, isAmongParties, isParty } from '../../core/concerned.ts';
import type { Day, Task } from '../../core/dossier.ts';
import { officeRef } from '../../core/office.ts';
import type { QueueRow } from '../../store/lists/queue.ts';
import type { OpenedDossier } from '../dossier-reading.ts';
import { defined } from './defined.ts';
import { presentTermInForce } from './terms.ts';

/** A row of the queue as its reader sees it. */
export function presentQueueRow(row: QueueRow, procedureTitle: string, reader: PersonActor): TaskSummary {
  const { taskId, dossierId, elementId, name, procedureId, registration } = row;
  const ownDossier = isAmongParties(reader, row);
  // A party reads what it is about in the portal.
  const { subject, applicantName } = ownDossier ? { subject: '', applicantName: '' } : row;
  const { bodyName, officeCode, officeName, role, openedAt, claimedBy, claimedName } = row;
  return {
    ...{ taskId, dossierId, elementId, name, procedureId, procedureTitle, registration, subject, applicantName },
    ...{ bodyName, officeCode, officeName, role, openedAt },
    ...defined({
      about: row.about ?? undefined,
      dueOn: row.dueOn ?? undefined,
      deadlineOn: row.deadlineOn ?? undefined,
      termState: row.termState ?? undefined,
      claimedBy: claimedBy === null ? undefined : { personId: claimedBy, name: claimedName ?? '' },
    }),
    mine: claimedBy === reader.personId,
    ownDossier,
    declaredConflict: row.conflictedIds.includes(reader.personId),
  };
}

/** A task of the office with its dossier at hand; undefined for a task that belongs to a party. */
export function presentTask(
  task: Task,
  { dossier, procedure, bodyName, offices }: OpenedDossier,
  reader: { readonly actor: PersonActor; readonly today: Day },
): TaskSummary | undefined {
  const { audience, claimedBy } = task;
  if (audience.type !== 'office') return undefined;
  const applicant = dossier.parties.find(({ role }) => role === 'applicant');
  const term = presentTermInForce(dossier, reader.today);
  return {
    taskId: task.taskId,
    dossierId: dossier.dossierId,
    elementId: task.elementId,
    name: task.name,
    procedureId: dossier.procedureId,
    procedureTitle: procedure.service.title,
    registration: dossier.registration,
    subject: dossier.subject,
    applicantName: applicant === undefined ? '' : fullName(applicant),
    bodyName,
    officeCode: audience.officeCode,
    officeName: offices[officeRef(audience)] ?? audience.officeCode,
    role: audience.role,
    openedAt: task.openedAt,
    ...defined({
      about: task.about,
      dueOn: task.dueOn,
      deadlineOn: term?.deadlineOn,
      termState: term?.state,
      claimedBy: claimedBy === undefined ? undefined : { personId: claimedBy.personId, name: claimedBy.name },
    }),
    mine: claimedBy?.personId === reader.actor.personId,
    ownDossier: isParty(reader.actor, dossier),
    declaredConflict: conflictOf(reader.actor, dossier) !== undefined,
  };
}
