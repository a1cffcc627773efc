import type { Dossier, Task, Upload } from '../core/dossier.ts';
import type { Step } from '../core/effects.ts';
import { inSealOrder, rowToSeal, sealName, sealOfReads, type SealedRow } from '../core/seals.ts';
import type { SealedSubmission } from '../core/submission.ts';
import type { Instant } from '../kernel/types.ts';
import { readsSealedAt } from './reads-sql.ts';
import type { registrationRows } from './registration-row.ts';
import { taskRow } from './rows.ts';

/** A file that a person has put up, with what the step does not need of it. */
export type KnownUpload = Upload & { readonly personId: string; readonly createdAt: Instant };

/** A step, with what else is written with it. */
export interface Sealing {
  readonly before: Dossier | undefined;
  readonly moved: Step;
  readonly submissions: readonly SealedSubmission[];
  readonly registrations: ReturnType<typeof registrationRows>;
  /** Every file that the command names. */
  readonly uploads: readonly KnownUpload[];
  readonly at: Instant;
}

/**
 * The rows of a step for which its last event vouches. Other rows follow from the dossier, which is one of these.
 */
export function sealedRows({ moved, submissions, registrations, uploads, ...sealing }: Sealing): readonly SealedRow[] {
  const { dossier, documents, messages, uploadsBound } = moved;
  const bound = uploads.filter(({ uploadId }) => uploadsBound.includes(uploadId));
  return [
    dossierToSeal(dossier),
    ...submissions.map((one) => rowToSeal('submissions', String(one.sequence), one)),
    ...closedTasks(moved, sealing),
    ...messages.map(({ to: recipients, ...one }) => rowToSeal('messages', one.messageId, { ...one, recipients })),
    ...documents.map((one) => rowToSeal('documents', one.documentId, one)),
    ...registrations.map((one) => rowToSeal('registrations', one.registration, one)),
    ...bound.map(({ signed = false, signers = [], ...one }) =>
      rowToSeal('uploads', one.uploadId, { ...one, signed, signers }),
    ),
  ];
}

/** A dossier without where its record ends: that is a column of its own, and known only when the events are sealed. */
export function dossierToSeal({ eventCount: _count, headHash: _hash, ...snapshot }: Dossier): SealedRow {
  return rowToSeal('dossiers', '', { snapshot });
}

function closedTasks({ dossier, tasksClosed }: Step, { before, at }: Pick<Sealing, 'before' | 'at'>) {
  const open = new Map((before?.tasks ?? []).map((task): readonly [string, Task] => [task.taskId, task]));
  return tasksClosed.flatMap(({ taskId, as: state }) => {
    const task = open.get(taskId);
    if (task === undefined) return [];
    const row = taskRow(task, { bodyId: dossier.bodyId, deadlineOn: null });
    return [rowToSeal('tasks', taskId, { ...row, procedureId: dossier.procedureId, state, closedAt: at })];
  });
}

/** The rows as `saveSql` writes and seals them at an instant, and those that stand already, which it only seals. */
export const asSealed = (written: readonly SealedRow[], at: Instant, standing: readonly SealedRow[] = []) =>
  inSealOrder([sealOfReads(readsSealedAt(at)), ...written, ...standing]).map((row) => ({
    name: sealName(row),
    ...(standing.includes(row) ? { columns: row.columns } : row),
  }));
