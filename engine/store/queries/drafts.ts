import type { Answers } from '../../../forms/schema/document.ts';
import type { Instant } from '../../kernel/types.ts';
import { rowsOf, type Db } from '../db.ts';

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

const columns = `draft_id AS "draftId", procedure_id AS "procedureId", procedure_version AS "procedureVersion", revision,
  answers, page_id AS "pageId", saved_at AS "savedAt", dossier_id AS "dossierId"`;

/** Whose draft. Nobody sees another person's. */
interface Owned {
  readonly draftId: string;
  readonly personId: string;
}

/** A draft of one's own. */
export async function findDraft(db: Db, owned: Owned): Promise<DraftRow | undefined> {
  const [row] = await rowsOf<DraftRow>(
    db,
    `SELECT ${columns} FROM drafts WHERE draft_id = :draftId AND person_id = :personId`,
    {
      ...owned,
    },
  );
  return row;
}

/** One's own drafts that were not submitted yet, the last saved first. */
export function listOpenDrafts(db: Db, personId: string): Promise<readonly DraftRow[]> {
  return rowsOf<DraftRow>(
    db,
    `SELECT ${columns} FROM drafts WHERE person_id = :personId AND dossier_id IS NULL ORDER BY saved_at DESC, draft_id`,
    { personId },
  );
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
  const [row] = await rowsOf<DraftRow>(
    db,
    `INSERT INTO drafts (draft_id, person_id, procedure_id, procedure_version, answers, created_at, saved_at)
     VALUES (:draftId, :personId, :procedureId, :procedureVersion, CAST(:answers AS jsonb), :at, :at)
     ON CONFLICT (person_id, procedure_id) WHERE dossier_id IS NULL DO UPDATE SET revision = drafts.revision
     RETURNING ${columns}`,
    { ...draft, answers: JSON.stringify(draft.answers) },
  );
  if (row === undefined) throw new Error('INSERT … RETURNING gave no row');
  return row;
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
  const [row] = await rowsOf<DraftRow>(
    db,
    `UPDATE drafts SET answers = CAST(:answers AS jsonb), page_id = :pageId, saved_at = :at, revision = revision + 1
      WHERE draft_id = :draftId AND person_id = :personId AND revision = :revision AND dossier_id IS NULL
     RETURNING ${columns}`,
    { ...draft, answers: JSON.stringify(draft.answers), pageId: draft.pageId ?? null },
  );
  return row;
}

/** Removes an open draft of one's own; says whether there was one. */
export async function dropDraft(db: Db, owned: Owned): Promise<boolean> {
  const rows = await rowsOf(
    db,
    'DELETE FROM drafts WHERE draft_id = :draftId AND person_id = :personId AND dossier_id IS NULL RETURNING draft_id',
    { ...owned },
  );
  return rows.length > 0;
}

/** The answers of the draft that became a dossier, as they were sent. */
export async function sentAnswers(db: Db, dossierId: string): Promise<Answers | undefined> {
  const [row] = await rowsOf<{ answers: Answers }>(db, 'SELECT answers FROM drafts WHERE dossier_id = :dossierId', {
    dossierId,
  });
  return row?.answers;
}
