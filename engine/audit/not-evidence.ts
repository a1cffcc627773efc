/** Why the audit does not look at a table or a column of dossiers. */
export interface LeftOut {
  readonly reason: string;
}

/** The tables and columns of dossiers that the audit does not look at. `*` is the whole table. */
export const notEvidence: Readonly<Record<string, LeftOut>> = {
  'address_changes.*': { reason: 'an address that waits for its confirmation: the event tells when it has changed' },
  'dossier_readers.*': { reason: 'a copy for lists: who may read is asked of the dossier itself' },
  'dossier_words.*': { reason: 'a copy for searches, written anew from the dossier' },
  'drafts.*': { reason: 'what was sent of a draft is in submissions' },
  'incidents.*': { reason: 'a list of work for operators, which they clear' },
  'ratings.*': { reason: 'an opinion of the service, which the person may change' },
  'task_answers.*': { reason: 'answers of a task in hand, which nobody has sent' },
  'thrown_messages.*': {
    reason:
      'a message on its way: the records of sender and receiver tell when it left and arrived; what it holds is people’s data that the receiver keeps, so it is emptied on arrival',
  },
};
