import { openDatabase, rowsOf, type Db } from '../../../engine/store/db.ts';
import { aDoor, type BenchDoor } from './door.ts';
import { storedPerson } from '../../support/harness-rows.ts';
import { readyDrafts, type BenchPlace } from './place.ts';

/** Dossiers that the door has made, of which a bench makes many: where they stand, and how many of a hundred do. */
export const models = [
  { stands: 'aperta allo sportello', percent: 20, done: [] },
  { stands: 'aperta all’ufficio', percent: 20, done: [{ esitoVerifica: 'regolare' }] },
  {
    stands: 'conclusa',
    percent: 60,
    done: [
      { esitoVerifica: 'regolare' },
      { documentiIndividuati: 'Elenco', presenzaControinteressati: 'no' },
      {
        esito: 'diniego',
        motivazioneDecisione: 'I verbali non si possono dare prima che il concorso sia concluso.',
        oggettoRegistro: 'Verbali di un concorso',
      },
    ],
  },
] as const;

/** Lets Giulia apply once for each model, and the office work what it has to; gives the ids of the dossiers. */
export async function makeModels(place: BenchPlace): Promise<readonly string[]> {
  const db = openDatabase(place.url);
  const door = aDoor(place.url);
  try {
    const drafts = await readyDrafts(db, ['giulia'], models.length);
    const ids: string[] = [];
    for (const [index, draft] of drafts.entries()) {
      const dossierId = await door.submit(draft);
      for (const answers of models[index]?.done ?? []) await complete({ db, door, dossierId }, answers);
      ids.push(dossierId);
    }
    return ids;
  } finally {
    await door.stop();
    await db.destroy();
  }
}

interface Worked {
  readonly db: Db;
  readonly door: BenchDoor;
  readonly dossierId: string;
}

/** Takes the open task and completes it. */
async function complete({ db, door, dossierId }: Worked, answers: Readonly<Record<string, string>>): Promise<void> {
  const clerk = await storedPerson({ db }, 'operatore');
  const [task] = await rowsOf<{ taskId: string }>(
    db,
    `SELECT task_id AS "taskId" FROM tasks WHERE dossier_id = :dossierId AND state = 'open'`,
    { dossierId },
  );
  if (task === undefined) throw new Error(`The dossier ${dossierId} has no open task`);
  await door.do({ type: 'claim', dossierId, ...task }, clerk);
  await door.do({ type: 'complete', dossierId, ...task, answers }, clerk);
}
