import { Model } from 'objection';
import type { ProcedureFiles } from '../../core/procedure.ts';
import type { Program } from '../../kernel/program.ts';
import type { Instant } from '../../kernel/types.ts';
import type { Db } from '../db.ts';
import { Row } from './row.ts';

/** A procedure as it is published now. */
export interface PublishedProcedure {
  readonly procedureId: string;
  readonly version: number;
  readonly publishedAt: Instant;
  /** From then on it takes no more applications; null as long as it does. */
  readonly retiredAt?: Instant | null;
}

/** A published version. The database refuses to change or delete it. */
class VersionRow extends Row {
  static override tableName = 'procedure_versions';
  static override idColumn = ['procedureId', 'version'];
  static override jsonAttributes = ['files'];

  declare readonly procedureId: string;
  declare readonly version: number;
  declare readonly contentHash: string;
  declare readonly files: ProcedureFiles['files'];
  declare readonly publishedAt: Instant;
}

/** Which version of a procedure is current. */
class ProcedureRow extends Row {
  static override tableName = 'procedures';
  static override idColumn = 'procedureId';
  static override relationMappings = {
    current: {
      relation: Model.BelongsToOneRelation,
      modelClass: VersionRow,
      join: {
        from: ['procedures.procedureId', 'procedures.currentVersion'],
        to: ['procedure_versions.procedureId', 'procedure_versions.version'],
      },
    },
  };

  declare readonly procedureId: string;
  declare readonly currentVersion: number;
  declare readonly retiredAt: Instant | null;
}

/** Every published procedure that takes applications, with its current version; there are a few dozen at the most. */
export async function listPublished(db: Db): Promise<readonly PublishedProcedure[]> {
  return ProcedureRow.query(db)
    .whereNull('procedures.retiredAt')
    .joinRelated('current')
    .select('procedures.procedureId', 'current.version', 'current.publishedAt')
    .orderBy('procedures.procedureId')
    .castTo<PublishedProcedure[]>();
}

/** The current version of one procedure. */
export async function findPublished(db: Db, procedureId: string): Promise<PublishedProcedure | undefined> {
  return ProcedureRow.query(db)
    .joinRelated('current')
    .select('procedures.procedureId', 'procedures.retiredAt', 'current.version', 'current.publishedAt')
    .findById(procedureId)
    .castTo<PublishedProcedure | undefined>();
}

/** The files of a published version; none when there is no such version. */
export async function readFiles(
  db: Db,
  { procedureId, version }: Pick<PublishedProcedure, 'procedureId' | 'version'>,
): Promise<ProcedureFiles['files']> {
  const row = await VersionRow.query(db).findById([procedureId, version]).select('files');
  return row?.files ?? {};
}

/** The current version of a procedure, by content, and the highest number that was ever given. */
/** The version of a procedure on which new applications run, unless it is retired. */
export interface CurrentVersion {
  readonly version: number;
  readonly contentHash: string;
  readonly retiredAt: Instant | null;
  readonly newest: number;
}

/** What `addVersion` has to follow; undefined when the procedure was never published. */
export async function findCurrentVersion(db: Db, procedureId: string): Promise<CurrentVersion | undefined> {
  return ProcedureRow.query(db)
    .joinRelated('current')
    .select('current.version', 'current.contentHash', 'procedures.retiredAt')
    .select(VersionRow.query(db).where({ procedureId }).max('version').as('newest'))
    .findById(procedureId)
    .castTo<CurrentVersion | undefined>();
}

/** A process of a published version, by which call activities find it. */
class ProcessRow extends Row {
  static override tableName = 'published_processes';
  static override idColumn = ['processId', 'procedureId', 'version'];

  declare readonly processId: string;
  declare readonly procedureId: string;
  declare readonly version: number;
  declare readonly versionTag: string | null;
}

/** Lets the processes of a version be called. */
export async function addProcesses(db: Db, { procedureId, version, programs }: ProcessesOfVersion): Promise<void> {
  for (const { processId, versionTag = null } of programs) {
    await ProcessRow.query(db).insert({ processId, procedureId, version, versionTag });
  }
}

/** What a call names: a process in the current version of a procedure, or in any version under a tag. */
export interface CalledName {
  readonly processId: string;
  readonly versionTag: string | null;
}

/** Those of some calls whose process is published nowhere. */
export async function missingProcesses<Call extends CalledName>(db: Db, calls: readonly Call[]): Promise<Call[]> {
  const missing: Call[] = [];
  for (const call of calls) {
    const published = ProcessRow.query(db).where({ processId: call.processId });
    const found =
      call.versionTag === null
        ? published.whereIn(['procedureId', 'version'], ProcedureRow.query(db).select('procedureId', 'currentVersion'))
        : published.where({ versionTag: call.versionTag });
    if ((await found.resultSize()) === 0) missing.push(call);
  }
  return missing;
}

interface ProcessesOfVersion {
  readonly procedureId: string;
  readonly version: number;
  readonly programs: readonly Pick<Program, 'processId' | 'versionTag'>[];
}

/** Adds a version and makes it the current one. To be called in a transaction that keeps others from publishing. */
export async function addVersion(
  db: Db,
  added: ProcedureFiles & { readonly version: number; readonly contentHash: string; readonly publishedAt: Instant },
): Promise<void> {
  const { procedureId, version, contentHash, files, publishedAt } = added;
  await VersionRow.query(db).insert({ procedureId, version, contentHash, files, publishedAt });
  await ProcedureRow.query(db)
    .insert({ procedureId, currentVersion: version, retiredAt: null })
    .onConflict('procedureId')
    .merge();
}
