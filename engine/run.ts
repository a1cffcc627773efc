import canonicalize from 'canonicalize';
import type { Lookups } from '../forms/schema/lookups.ts';
import { withProcess } from './core/called.ts';
import type { Command } from './core/command.ts';
import { isRegistered } from './core/competence.ts';
import type { Dossier } from './core/dossier.ts';
import { Problem } from './core/problem.ts';
import type { Procedure } from './core/procedure.ts';
import { step } from './core/step.ts';
import { sealSubmissions } from './core/submission.ts';
import type { Executor } from './executors/port.ts';
import type { Program } from './kernel/program.ts';
import type { Instant } from './kernel/types.ts';
import type { Answer } from './run/answer.ts';
import { compiledBy, type LoadProcedure } from './run/compiled.ts';
import { processFinder } from './run/find-process.ts';
import { actorId, lockAndLoad, type Loaded } from './run/load.ts';
import { refusalToRecord } from './run/refusal-to-record.ts';
import type { RunRequest } from './run/request.ts';
import {
  awaitedNumber,
  computesWithNumber,
  numberingOf,
  numberSql,
  registerYear,
  registrationOf,
  type Numbering,
} from './run/number.ts';
import { save } from './run/save.ts';
import { sha256 } from './store/sha256.ts';
import { isStorable } from './store/storable.ts';
import { submissionBody } from './run/submission-body.ts';
import { isUuid } from './store/uuid.ts';
import type { Db } from './store/db.ts';
import { findKey, noteKey } from './store/tables/dossier-key.ts';
import { inTransaction, type Transaction } from './store/transaction.ts';

export type { Answer } from './run/answer.ts';
export type { RunRequest } from './run/request.ts';

/** What the door works with. Time, ids and the compiled procedures are handed in. */
export interface RunDeps {
  readonly db: Db;
  /** Connections for commands alone, so that they never queue behind readings; those of `db` without it. */
  readonly doorDb?: Db;
  readonly clock: () => Instant;
  /** A new UUID, version 7. */
  readonly newId: () => string;
  /** A published version, compiled. @throws Problem `procedure.not-found` */
  readonly procedures: LoadProcedure;
  readonly executor: Executor<Program>;
  /** What answers may be looked up in; without it a field that needs a look-up is refused. */
  readonly lookups?: () => Promise<Lookups>;
  /** Where the portal answers, without a slash at the end. */
  readonly baseUrl: string;
}

/** How often a transaction that PostgreSQL gave up for the sake of another one is tried again. */
const ATTEMPTS = 4;

/**
 * The door: the only way in which a dossier changes. One command, one transaction: idempotency key → lock of the
 * dossier → step (which asks the policy) → chained events, snapshot, tasks, waits, messages, documents, register, jobs.
 *
 * There are two round trips, and one more for each call of a published process: the first begins, takes the locks and
 * reads, the last takes the registration number, writes everything and commits (`run/number.ts`). Locks and reading are
 * two statements because a statement sees the database as it was when the statement began, not when its lock was
 * granted.
 *
 * What is neither in the dossier nor in the database as the transaction sees it, lists and compiled procedures, is at
 * hand before BEGIN: nobody who holds a connection waits for another one.
 *
 * @throws Problem what the step refuses; `request.idempotency-key-reused` when the key came with another command;
 * `request.invalid` when a text holds characters that cannot be kept; `draft.*`, `upload.not-found`. Then nothing has
 * happened, but that `task.own-dossier` is on record.
 */
export async function run(deps: RunDeps, request: RunRequest): Promise<Answer> {
  try {
    return await ask(deps, request);
  } catch (error) {
    const refusal = refusalToRecord(request, error);
    if (refusal !== undefined) await ask(deps, refusal);
    throw error;
  }
}

async function ask(deps: RunDeps, request: RunRequest): Promise<Answer> {
  const { command } = request;
  if (!isStorable(JSON.stringify(command))) {
    throw new Problem('request.invalid', { value: '\\u0000', expected: 'a text without NUL and halves of characters' });
  }
  const commandHash = sha256(canonicalize(command) ?? '');
  const compiled = compiledBy(deps.procedures);
  const bodyId = await bodyOf(deps, command);
  const lookups = 'answers' in command ? await deps.lookups?.() : undefined;
  const numbering = numberingOf();
  const attended = { ...request, commandHash, bodyId, lookups, load: compiled.load, numbering };
  for (let attempt = 1; ;) {
    try {
      const doing = (transaction: Transaction) => attend(deps, { ...attended, transaction });
      const answer = await inTransaction(deps.doorDb ?? deps.db, doing, [bodyId]);
      noteKey(deps.db, { bodyId, dossierId: answer.dossierId });
      return answer;
    } catch (error) {
      if (numbering.hasTurned() || (await compiled.fetchMissing())) continue;
      if (attempt === ATTEMPTS || !isTransient(error)) throw error;
      attempt += 1;
    }
  }
}

interface Attended extends RunRequest {
  readonly commandHash: string;
  readonly bodyId: string;
  readonly lookups: Lookups | undefined;
  readonly load: LoadProcedure;
  readonly numbering: Numbering;
  readonly transaction: Transaction;
}

async function attend(deps: RunDeps, request: Attended): Promise<Answer> {
  const { command, actor, key, commandHash, bodyId, lookups, load, transaction } = request;
  const { executor, baseUrl } = deps;
  const now = new Date(deps.clock()).toISOString();
  const found = await lockAndLoad(transaction, { command, actor, key, bodyId, now });
  if (found.type === 'earlier') {
    if (found.commandHash === commandHash) return found.answer;
    throw new Problem('request.idempotency-key-reused', { key });
  }
  const { dossier, surroundings } = found;
  const procedure = withProcess(await procedureOf(load, dossier ?? command), processOf(dossier ?? command));
  const number = await numberOf(deps, request, { ...found, procedure, now });
  const isOpening = dossier === undefined && number?.isAwaited;
  const calls = { load: isOpening ? request.numbering.watched(load) : load, find: processFinder(transaction) };
  const registration = number && registrationOf(surroundings.body.ipaCode, now, number.long);
  const registered = registration === undefined ? {} : { registration };
  const moved = await step({
    dossier,
    command,
    actor,
    context: {
      procedure,
      executor,
      calls,
      now,
      baseUrl,
      ...(lookups ? { lookups } : {}),
      ...surroundings,
      ...registered,
    },
  });
  const sealed = sealSubmissions(moved, sha256);
  const eventCount = moved.dossier.eventCount + moved.events.length;
  const answer = { dossierId: moved.dossier.dossierId, eventCount, at: now, ...registered };
  const before = { before: dossier, place: { procedure, bodyName: surroundings.body.name } };
  const awaited = number?.isAwaited ? number : undefined;
  const asked = { command, actorId: actorId(actor), key, commandHash };
  const { uploads } = surroundings;
  return save(transaction, { ...asked, ...before, moved, ...sealed, uploads, answer, awaited });
}

interface Numbered extends Pick<Loaded, 'dossier' | 'surroundings'> {
  readonly procedure: Procedure;
  readonly now: Instant;
}

/**
 * The number of a command that is registered: what stands in for it until the step is saved, or the number itself where
 * the step may compute with it. Only a step that begins a dossier can: the number is then one of its variables.
 */
async function numberOf(
  { newId }: RunDeps,
  { command, actor, transaction, numbering }: Attended,
  { dossier, surroundings, procedure, now }: Numbered,
) {
  if (!isRegistered(command, actor.type === 'system' ? 'system' : actor.audience)) return undefined;
  const isComputed = numbering.isTakenFirst() || computesWithNumber(procedure);
  if (dossier !== undefined || !isComputed) return { ...awaitedNumber(newId()), isAwaited: true };
  const { bodyId } = surroundings.body;
  const { number } = await transaction.one<{ readonly number: string }>(numberSql, [bodyId, registerYear(now)]);
  return { long: number, short: number, isAwaited: false };
}

type Versioned = { readonly procedureId: string; readonly procedureVersion: number };

function procedureOf(load: LoadProcedure, of: Versioned | Command): Promise<Procedure> {
  if ('procedureId' in of) return load(of.procedureId, of.procedureVersion);
  throw new Problem('dossier.not-found', { dossierId: of.dossierId });
}

function processOf(of: Pick<Dossier, 'processId'> | Command): string | undefined {
  return 'processId' in of ? of.processId : undefined;
}

/** The body of the dossier that a command is about, or begins. */
async function bodyOf(deps: RunDeps, command: Command): Promise<string> {
  const { dossierId } = command;
  if (!isUuid(dossierId)) throw new Problem('dossier.not-found', { dossierId });
  if (command.type === 'open') return command.bodyId;
  if (command.type === 'submit') {
    return submissionBody(deps, await procedureOf(deps.procedures, command), command);
  }
  const key = await findKey(deps.db, dossierId);
  if (key === undefined) throw new Problem('dossier.not-found', { dossierId });
  return key.bodyId;
}

/** Serialisation failure and deadlock: PostgreSQL asks to try again. */
function isTransient(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '40001' || error.code === '40P01');
}
