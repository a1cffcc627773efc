import type { KeptSubmission } from '../../core/submission.ts';
import type { Db } from '../db.ts';
import { within } from '../wall.ts';
import type { DossierKey } from './dossier-key.ts';
import { Row } from './row.ts';

class SubmissionRow extends Row {
  static override tableName = 'submissions';
  static override idColumn = ['bodyId', 'dossierId', 'sequence'];

  declare readonly bodyId: string;
  declare readonly dossierId: string;
  declare readonly sequence: number;
  declare readonly kind: KeptSubmission['kind'];
  declare readonly elementId: string;
  declare readonly waitId: string | null;
  declare readonly procedureId: string;
  declare readonly procedureVersion: number;
  declare readonly formId: string;
  declare readonly answers: KeptSubmission['answers'];
  declare readonly context: KeptSubmission['context'];
  declare readonly author: KeptSubmission['author'];
  declare readonly at: KeptSubmission['at'];
  declare readonly hash: string | null;
  declare readonly corrects: number | null;
}

/** The application of a dossier as it was sent; undefined where nobody applied. */
export async function loadApplication(db: Db, key: DossierKey): Promise<KeptSubmission | undefined> {
  const row = await within([key.bodyId], () =>
    SubmissionRow.query(db)
      .findOne({ ...key, kind: 'application' })
      .orderBy('sequence'),
  );
  if (row === undefined) return undefined;
  const { bodyId: _body, dossierId: _dossier, waitId, hash, corrects: _none, ...submission } = row;
  return { ...submission, ...(waitId === null ? {} : { waitId }), ...(hash === null ? {} : { hash }) };
}
