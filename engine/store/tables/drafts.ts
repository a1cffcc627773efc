import { raw } from 'objection';
import type { Answers } from '../../../forms/schema/document.ts';
import type { KnownFacts } from '../../core/known.ts';
import { Problem } from '../../core/problem.ts';
import { keysOfPerson } from '../../core/readers.ts';
import type { Instant } from '../../kernel/types.ts';
import { rowsOf, type Db } from '../db.ts';
import { Row } from './row.ts';

/** An application in preparation. */
export interface DraftRow {
  readonly draftId: string;
  readonly procedureId: string;
  /** The version in which the person saw the answers last; the form shown is that of the current one. */
  readonly procedureVersion: number;
  readonly revision: number;
  readonly answers: Answers;
  /** Why known answers are corrected, by key. */
  readonly reasons: Readonly<Record<string, string>>;
  /** What sources outside the draft said; empty until they were asked. */
  readonly known: Partial<KnownFacts>;
  readonly pageId: string | null;
  readonly savedAt: Instant;
  readonly dossierId: string | null;
}

/** Whose draft. Nobody sees another person's. */
interface Owned {
  readonly draftId: string;
  readonly personId: string;
}

class Draft extends Row implements DraftRow, Owned {
  static override tableName = 'drafts';
  static override idColumn = 'draftId';
  static override jsonAttributes = ['answers', 'reasons', 'known'];

  declare readonly draftId: string;
  declare readonly personId: string;
  declare readonly procedureId: string;
  declare readonly procedureVersion: number;
  /** Grows with every save. */
  declare readonly revision: number;
  declare readonly answers: Answers;
  declare readonly reasons: DraftRow['reasons'];
  declare readonly known: DraftRow['known'];
  declare readonly pageId: string | null;
  declare readonly createdAt: Instant;
  declare readonly savedAt: Instant;
  /** The dossier it became; null as long as it is open. */
  declare readonly dossierId: string | null;
}

/** A draft of one's own. */
export async function findDraft(db: Db, { draftId, personId }: Owned): Promise<DraftRow | undefined> {
  return Draft.query(db).findOne({ draftId, personId });
}

/** One's own drafts that were not submitted yet, the last saved first. */
export async function listOpenDrafts(db: Db, personId: string): Promise<readonly DraftRow[]> {
  return Draft.query(db).where({ personId }).whereNull('dossierId').orderBy('savedAt', 'desc').orderBy('draftId');
}

/** The most drafts that a person may have open at a time, of all procedures together. */
export const MOST_DRAFTS = 50;

/**
 * Opens a draft. One of the same procedure in which nothing was saved yet is given instead: who presses twice, or goes
 * back and forth, does not heap up empty ones.
 * @throws Problem `draft.too-many`
 */
export async function openDraft(
  db: Db,
  draft: Owned & {
    readonly procedureId: string;
    readonly procedureVersion: number;
    readonly answers: Answers;
    readonly known?: Partial<KnownFacts>;
    readonly at: Instant;
  },
): Promise<DraftRow> {
  const { at, known = {}, ...own } = draft;
  const { personId, procedureId } = own;
  return db.transaction(async (transaction) => {
    // Two calls at once come one after the other.
    await transaction.raw('SELECT 1 FROM people WHERE person_id = ? FOR NO KEY UPDATE', [personId]);
    const open = Draft.query(transaction).where({ personId }).whereNull('dossierId');
    const untouched = await open.clone().findOne({ procedureId, revision: 1 }).orderBy('createdAt');
    if (untouched !== undefined) return untouched;
    if ((await open.resultSize()) >= MOST_DRAFTS) throw new Problem('draft.too-many', { most: MOST_DRAFTS });
    return Draft.query(transaction)
      .insert({ ...own, known, createdAt: at, savedAt: at })
      .returning('*');
  });
}

/**
 * Saves answers over the revision they started from; undefined when it is no longer the newest, or the draft is gone.
 */
export async function saveDraft(
  db: Db,
  draft: Owned & {
    readonly revision: number;
    readonly answers: Answers;
    /** Left as they are when absent. */
    readonly reasons?: DraftRow['reasons'] | undefined;
    readonly pageId?: string | undefined;
    readonly at: Instant;
  },
): Promise<DraftRow | undefined> {
  const { draftId, personId, revision, answers, reasons, pageId = null, at } = draft;
  const written = { answers, pageId, ...(reasons === undefined ? {} : { reasons }) };
  return Draft.query(db)
    .patch({ ...written, savedAt: at, revision: raw('revision + 1') })
    .where({ draftId, personId, revision })
    .whereNull('dossierId')
    .returning('*')
    .first();
}

/** Keeps what sources outside the draft said. It is no save: the revision stays. */
export async function keepKnown(db: Db, { draftId, personId, known }: Owned & Pick<DraftRow, 'known'>): Promise<void> {
  await Draft.query(db).patch({ known }).where({ draftId, personId }).whereNull('dossierId');
}

/**
 * Notes that the person has seen the answers in the form of a version, and keeps them as they were seen, with what is
 * known. The revision stays: who has the draft open sees the same. False when it was saved meanwhile, or is gone.
 */
export async function moveDraft(
  db: Db,
  draft: Owned & Pick<DraftRow, 'procedureVersion' | 'answers' | 'known' | 'revision'>,
): Promise<boolean> {
  const { draftId, personId, procedureVersion, answers, known, revision } = draft;
  const moved = await Draft.query(db)
    .patch({ procedureVersion, answers, known })
    .where({ draftId, personId, revision })
    .whereNull('dossierId');
  return moved > 0;
}

/** An application that a person has sent, with the answers as the dossier has them now. */
export interface SentApplication {
  readonly dossierId: string;
  readonly procedureId: string;
  readonly procedureVersion: number;
  readonly submittedAt: Instant;
  readonly variables: Answers;
}

/**
 * The applications that a person has sent and still reads, the newest first, so many at the most. They are looked up in
 * the order of the person's list, so that who has sent thousands waits no longer.
 */
export async function sentApplications(db: Db, personId: string, limit: number): Promise<readonly SentApplication[]> {
  const [reader] = keysOfPerson({ personId });
  return rowsOf<SentApplication>(db, sentSql, { personId, reader: reader ?? null, limit });
}

const sentInState = (concluded: boolean): string => `
  (SELECT body_id, dossier_id, submitted_at FROM dossier_readers AS mine
    WHERE reader = :reader AND concluded = ${concluded}
      AND EXISTS (SELECT 1 FROM drafts WHERE dossier_id = mine.dossier_id AND person_id = CAST(:personId AS uuid))
    ORDER BY submitted_at DESC, dossier_id DESC LIMIT :limit)`;

const sentSql = `
WITH newest AS MATERIALIZED (
  SELECT * FROM (${sentInState(false)} UNION ALL ${sentInState(true)}) AS sent
   ORDER BY submitted_at DESC, dossier_id DESC LIMIT :limit)
SELECT dossier_id AS "dossierId", procedure_id AS "procedureId", procedure_version AS "procedureVersion",
       submitted_at AS "submittedAt", snapshot -> 'variables' AS variables
  FROM newest JOIN dossiers USING (body_id, dossier_id, submitted_at)
 ORDER BY submitted_at DESC, dossier_id DESC`;

/** Removes an open draft of one's own; says whether there was one. */
export async function dropDraft(db: Db, { draftId, personId }: Owned): Promise<boolean> {
  const gone = await Draft.query(db).delete().where({ draftId, personId }).whereNull('dossierId');
  return gone > 0;
}
