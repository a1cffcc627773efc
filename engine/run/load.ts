import type { Json } from '../../forms/schema/document.ts';
import type { Actor } from '../core/actor.ts';
import { romeDay } from '../core/calendar.ts';
import type { Command } from '../core/command.ts';
import type { Dossier } from '../core/dossier.ts';
import type { KnownFacts } from '../core/known.ts';
import { Problem } from '../core/problem.ts';
import type { StepContext } from '../core/step.ts';
import type { Instant } from '../kernel/types.ts';
import { publicationLock } from '../store/tables/package-publications.ts';
import type { Transaction } from '../store/transaction.ts';
import { isUuid } from '../store/uuid.ts';
import type { Answer } from './answer.ts';
import { loadSql, lockSql } from './load-sql.ts';
import type { KnownUpload } from './sealed-rows.ts';

/** What the step has to know of the database. */
export interface Loaded {
  readonly type: 'loaded';
  /** Absent for a submission or an opening. */
  readonly dossier: Dossier | undefined;
  readonly surroundings: Pick<StepContext, 'uploads' | 'body' | 'office' | 'assigned' | 'bodyParameters' | 'known'> & {
    readonly uploads: readonly KnownUpload[];
  };
}

/** The answer to the same key, which was used before. */
export interface Earlier {
  readonly type: 'earlier';
  readonly commandHash: string;
  readonly answer: Answer;
}

/** A command on its way in. */
export interface Incoming {
  readonly command: Command;
  readonly actor: Actor;
  readonly key: string;
  /** That of the dossier; of a new one the body that its answers name, or that it is opened for. */
  readonly bodyId: string;
  readonly now: Instant;
}

/** By what the record and the keys know an actor. */
export function actorId(actor: Actor): string {
  return actor.type === 'person' ? actor.personId : actor.component;
}

/**
 * Takes the lock of the idempotency key and that of the dossier (of the draft, for a submission), then reads everything
 * that the step needs.
 *
 * @throws Problem `dossier.not-found`, `draft.not-found`, `draft.already-submitted`, `procedure.retired`;
 * `resource.not-found` for an unknown body
 */
export async function lockAndLoad(transaction: Transaction, incoming: Incoming): Promise<Loaded | Earlier> {
  const { command, actor, key } = incoming;
  const { dossierId } = command;
  const draftId = command.type === 'submit' ? command.draftId : null;
  if (draftId !== null && !isUuid(draftId)) throw new Problem('draft.not-found', { draftId });
  const today = romeDay(incoming.now);
  const publication = command.type === 'submit' ? publicationLock(command.procedureId) : null;
  const own = `${actorId(actor)} ${key}`;
  const lock = { statement: lockSql, values: [own, dossierId, draftId, incoming.bodyId, publication] };
  const load = {
    statement: loadSql,
    values: [
      actorId(actor),
      key,
      dossierId,
      incoming.bodyId,
      draftId,
      uploadIds(command),
      'procedureId' in command ? command.procedureId : null,
      today,
    ],
  };
  const row = await transaction.second<LoadedRow>(lock, load);
  return row.earlier ? { type: 'earlier', ...row.earlier } : meaning(row, incoming);
}

interface LoadedRow {
  readonly earlier: Omit<Earlier, 'type'> | null;
  readonly dossier: Dossier | null;
  readonly retired_at: Instant | null;
  readonly draft: {
    readonly dossierId: string | null;
    readonly personId: string;
    readonly known: Partial<KnownFacts>;
  } | null;
  readonly body: StepContext['body'] | null;
  readonly offices: Readonly<Record<string, string>> | null;
  readonly assigned: StepContext['assigned'] | null;
  readonly body_parameters: StepContext['bodyParameters'] | null;
  readonly uploads: readonly LoadedUpload[] | null;
}

interface LoadedUpload extends Omit<KnownUpload, 'dossierId' | 'signatureFault'> {
  readonly dossierId: string | null;
  readonly signatureFault: string | null;
}

function meaning(row: LoadedRow, incoming: Incoming): Loaded {
  checkPlace(row, incoming);
  const { body, draft } = row;
  if (!body) throw new Problem('resource.not-found', { bodyId: incoming.bodyId });
  const offices = row.offices ?? {};
  return {
    type: 'loaded',
    dossier: row.dossier ?? undefined,
    surroundings: {
      ...(draft === null ? {} : { known: { sources: draft.known.sources ?? {}, on: draft.known.on ?? {} } }),
      body,
      office: (code) => (offices[code] === undefined ? undefined : { name: offices[code] }),
      ...(row.assigned && { assigned: row.assigned }),
      ...(row.body_parameters && { bodyParameters: row.body_parameters }),
      uploads: (row.uploads ?? []).map(({ dossierId, signatureFault, ...upload }) => ({
        ...upload,
        ...(dossierId !== null && { dossierId }),
        ...(signatureFault !== null && { signatureFault }),
      })),
    },
  };
}

function checkPlace({ dossier, draft, retired_at: retiredAt }: LoadedRow, { command, actor }: Incoming): void {
  const { dossierId } = command;
  if (command.type === 'open') {
    if (dossier) throw new Problem('wait.not-open', { dossierId });
    return;
  }
  if (command.type !== 'submit') {
    if (!dossier) throw new Problem('dossier.not-found', { dossierId });
    return;
  }
  const { draftId, procedureId } = command;
  if (draft?.personId !== actorId(actor)) throw new Problem('draft.not-found', { draftId });
  if (draft.dossierId !== null || dossier) throw new Problem('draft.already-submitted', { draftId, dossierId });
  if (retiredAt !== null) throw new Problem('procedure.retired', { procedureId, retiredAt });
}

/** The ids of uploads that the answers of a command name, wherever they stand. */
function uploadIds(command: Command): readonly string[] {
  return 'answers' in command ? [...new Set(named(command.answers))].filter(isUuid) : [];
}

function named(value: Json): readonly string[] {
  if (value === null || typeof value !== 'object') return [];
  const members = Object.entries<Json>(value);
  return members.flatMap(([name, member]) =>
    name === 'uploadId' && typeof member === 'string' ? [member] : named(member),
  );
}
