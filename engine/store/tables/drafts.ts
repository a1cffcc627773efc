import { raw } from 'objection';
import type { Answers } from '../../../forms/schema/document.ts';
import type { Instant } from '../../kernel/types.ts';
import type { Db } from '../db.ts';
import { Row } from './row.ts';

/** An application in preparation. */
export interface DraftRow {
  readonly draftId: string;
  readonly procedureId: string;
  readonly procedureVersion: number;
  readonly revision: number;
  readonly answers: Answers;
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
  static override jsonAttributes = ['answers'];

  declare readonly draftId: string;
  declare readonly personId: string;
  declare readonly procedureId: string;
  declare readonly procedureVersion: number;
  /** Grows with every save. */
  declare readonly revision: number;
  declare readonly answers: Answers;
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

/** The open draft of a person for a procedure: the one there is, or this new one. Two calls at once get the same. */
export async function openDraft(
  db: Db,
  draft: Owned & {
    readonly procedureId: string;
    readonly procedureVersion: number;
    readonly answers: Answers;
    readonly at: Instant;
  },
): Promise<DraftRow> {
  const { draftId, personId, procedureId, procedureVersion, answers, at } = draft;
  return (
    Draft.query(db)
      .insert({ draftId, personId, procedureId, procedureVersion, answers, createdAt: at, savedAt: at })
      .onConflict(raw('(person_id, procedure_id) WHERE dossier_id IS NULL'))
      // A row that is left alone would not be returned.
      .merge({ revision: raw('drafts.revision') })
      .returning('*')
  );
}

/** Saves answers over the revision they started from; undefined when it is no longer the newest, or the draft is gone. */
export async function saveDraft(
  db: Db,
  draft: Owned & {
    readonly revision: number;
    readonly answers: Answers;
    readonly pageId?: string | undefined;
    readonly at: Instant;
  },
): Promise<DraftRow | undefined> {
  const { draftId, personId, revision, answers, pageId = null, at } = draft;
  return Draft.query(db)
    .patch({ answers, pageId, savedAt: at, revision: raw('revision + 1') })
    .where({ draftId, personId, revision })
    .whereNull('dossierId')
    .returning('*')
    .first();
}

/** Removes an open draft of one's own; says whether there was one. */
export async function dropDraft(db: Db, { draftId, personId }: Owned): Promise<boolean> {
  const gone = await Draft.query(db).delete().where({ draftId, personId }).whereNull('dossierId');
  return gone > 0;
}

/** The answers of the draft that became a dossier, as they were sent. */
export async function sentAnswers(db: Db, dossierId: string): Promise<Answers | undefined> {
  const draft = await Draft.query(db).select('answers').findOne({ dossierId });
  return draft?.answers;
}
