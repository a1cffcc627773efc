/** Why the audit does not look at a table or a column of dossiers. */
export interface LeftOut {
  readonly reason: string;
  /** Only in these rows (SQL); in all of them without it. */
  readonly where?: string;
}

/** What is evidence, but of which the record holds no hash yet. */
const notSealed = 'no event holds its hash yet';

/** The tables and columns of dossiers that the audit does not look at. `*` is the whole table. */
export const notEvidence: Readonly<Record<string, LeftOut>> = {
  'dossier_readers.*': { reason: 'a copy for lists: who may read is asked of the dossier itself' },
  'dossier_words.*': { reason: 'a copy for searches, written anew from the dossier' },
  'dossier_reads.*': { reason: 'append-only, but written beside the door: who read is no event of the dossier' },
  'drafts.*': { reason: 'what was sent of a draft is in submissions' },
  'incidents.*': { reason: 'a list of work for operators, which they clear' },
  'ratings.*': { reason: 'an opinion of the service, which the person may change' },
  'task_answers.*': { reason: 'answers of a task in hand, which nobody has sent' },
  'documents.added_by': { reason: notSealed },
  'documents.file_name': { reason: notSealed },
  'documents.media_type': { reason: notSealed },
  'documents.registration': { reason: notSealed },
  'documents.size': { reason: notSealed },
  'dossiers.snapshot': { reason: `${notSealed}; what lists read of it is compared` },
  'messages.body': { reason: notSealed },
  'messages.recipients': { reason: notSealed },
  'registrations.*': { reason: `append-only; ${notSealed}` },
  'tasks.*': { reason: notSealed, where: `state <> 'open'` },
  'thrown_messages.*': {
    reason: 'a message on its way: the records of sender and receiver tell of it, and it is emptied on arrival',
  },
  'uploads.*': { reason: `a document has the same bytes; ${notSealed}` },
};
