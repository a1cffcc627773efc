import type { Command } from '../core/command.ts';
import type { Dossier, DossierDocument, Task } from '../core/dossier.ts';
import type { Step } from '../core/effects.ts';
import type { EventDraft } from '../core/event.ts';
import { openLinks } from '../core/record.ts';
import type { SealedRow } from '../core/seals.ts';
import { Problem } from '../core/problem.ts';
import type { Instant } from '../kernel/types.ts';
import type { Transaction } from '../store/transaction.ts';
import type { SealedSubmission } from '../core/submission.ts';
import { isConcluded } from '../core/status.ts';
import type { SearchPlace, SentAnswers } from '../core/search/texts.ts';
import type { Answer } from './answer.ts';
import { registerYear, withNumber, type Awaited } from './number.ts';
import { registrationRows } from './registration-row.ts';
import { dossierRow, jobRow, taskRow, termRow, thrownRow, waitRow } from './rows.ts';
import { searchRows } from './search-rows.ts';
import { saveSql } from './save-sql.ts';
import { asSealed, dossierToSeal, sealedRows, type KnownUpload } from './sealed-rows.ts';

/** A step that is to become true. */
export interface Saving {
  readonly command: Command;
  readonly actorId: string;
  readonly key: string;
  readonly commandHash: string;
  /** The dossier before the step; absent for a new one. */
  readonly before: Dossier | undefined;
  /** What it is found by beside its own texts. */
  readonly place: SearchPlace;
  readonly moved: Step;
  /** Of the step, with what vouches for its submissions. */
  readonly events: readonly EventDraft[];
  readonly submissions: readonly SealedSubmission[];
  /** Every file that the command names. */
  readonly uploads: readonly KnownUpload[];
  /** As it will be, but for the hash of the last event; the number of the register may still be awaited. */
  readonly answer: Omit<Answer, 'headHash'>;
  /** What stands where the number is to stand that this takes; absent when none is to be taken. */
  readonly awaited: Awaited | undefined;
}

/**
 * Writes a step with everything that belongs to it, in one statement, and commits. The statement takes the number of
 * the register and seals the events.
 * @returns the answer with both
 *
 * @throws Problem `upload.not-found` when another dossier has taken one of the files meanwhile, `wait.not-open` when
 * the
 * message has been received by another one or was given up
 */
export async function save(transaction: Transaction, saving: Saving): Promise<Answer> {
  const { awaited, answer } = saving;
  try {
    const { bodyId } = saving.moved.dossier;
    const taking = awaited
      ? [awaited.long, awaited.short, bodyId, registerYear(answer.at)]
      : [null, null, bodyId, null];
    const [saved] = await transaction.last<Saved>(saveSql, [JSON.stringify(rowsOfStep(saving)), ...taking]);
    if (saved === undefined) throw new Error('the saving statement gives one row');
    const { headHash, number } = saved;
    const { registration } = answer;
    if (awaited === undefined || registration === undefined || number === null) return { ...answer, headHash };
    return { ...answer, headHash, registration: withNumber(registration, awaited, number) };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (error.message !== 'wait.not-open') throw new Problem('upload.not-found', {}, { cause: error });
    throw new Problem('wait.not-open', { messageId: saving.moved.messageSettled?.messageId }, { cause: error });
  }
}

/** What the saving statement has made. */
interface Saved {
  readonly headHash: string;
  readonly number: string | null;
}

/** The statement found that another dossier was quicker. */
function isRefusal(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === 'ITR02';
}

/** A dossier whose rows are written once more, though nothing has happened in it. */
export interface SavingAgain {
  readonly dossier: Dossier;
  /** Seals the dossier, and rows of before that nothing vouches for; absent where the record holds all seals. */
  readonly sealing?: { readonly event: EventDraft; readonly rows: readonly SealedRow[] } | undefined;
  /** All of its documents and answers, by which it is found. */
  readonly documents: readonly DossierDocument[];
  readonly submissions: readonly SentAnswers[];
  readonly place: SearchPlace;
  readonly at: Instant;
}

/** Writes the rows of a dossier by the same statement as a step, in which nothing happens, and commits. */
export async function saveAgain(
  transaction: Transaction,
  { dossier, sealing, place, at, ...came }: SavingAgain,
): Promise<void> {
  const search = { ...searchRows(undefined, { dossier, ...came }, place), concluded: isConcluded(dossier) };
  const events = openLinks(sealing === undefined ? [] : [sealing.event], dossier);
  const sealed = asSealed([dossierToSeal(dossier)], at, sealing?.rows);
  const rows = { ...rowsOfDossier(dossier, dossier.tasks, at), ...rowsOfNothing, events, sealed, search };
  await transaction.last(saveSql, [JSON.stringify(rows), null, null, dossier.bodyId, null]);
}

/** What `saveSql` writes of the dossier as it stands, with the tasks that are open. */
function rowsOfDossier(dossier: Dossier, tasks: readonly Task[], at: Instant) {
  const due = termRow(dossier, at);
  const { eventCount: count, headHash: hash } = dossier;
  return {
    dossierId: dossier.dossierId,
    at,
    head: { count, hash },
    dossier: dossierRow(dossier, due),
    tasks: tasks.map((task) => taskRow(task, { bodyId: dossier.bodyId, deadlineOn: due.deadlineOn })),
    waits: dossier.waits.map(waitRow),
  };
}

/** What it writes of a step in which nothing happens. */
const rowsOfNothing = {
  messagesThrown: [],
  messageSettled: {},
  draftId: null,
  jobs: [],
  jobsDropped: [],
  command: {},
};

/** The rows of all tables, as `saveSql` reads them. */
function rowsOfStep({ command, actorId, key, commandHash, before, place, moved, ...saving }: Saving) {
  const { events, submissions, uploads, answer } = saving;
  const { dossier } = moved;
  const registrations = registrationRows(command, moved, { answer, submissions });
  const closed = new Set(moved.tasksClosed.map(({ taskId }) => taskId));
  const open = dossier.tasks.filter(({ taskId }) => !closed.has(taskId));
  const jobKeys = new Set(moved.jobs.map((job) => job.key));
  return {
    ...rowsOfDossier(dossier, open, answer.at),
    events: openLinks(events, dossier),
    sealed: asSealed(sealedRows({ before, moved, submissions, registrations, uploads, at: answer.at }), answer.at),
    messagesThrown: moved.messagesThrown.map((thrown) => thrownRow(thrown, answer.at)),
    messageSettled: moved.messageSettled ?? {},
    draftId: command.type === 'submit' ? command.draftId : null,
    search: { ...searchRows(before, moved, place), concluded: isConcluded(dossier) },
    jobs: moved.jobs.map(jobRow),
    jobsDropped: [...new Set(moved.jobsDropped)].filter((jobKey) => !jobKeys.has(jobKey)),
    command: { actorId, key, commandHash, answer },
  };
}
