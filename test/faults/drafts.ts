import { v7 } from 'uuid';
import { openDatabase, type Db } from '../../engine/store/db.ts';
import { publish } from '../../engine/publish.ts';
import { bodyIdOf } from '../../engine/store/seed/bodies.ts';
import { readyDrafts, writeDrafts, type BenchPlace, type ReadyDraft } from '../bench/load/place.ts';
import { applied, deskTask, smallProcedure } from '../support/between.ts';
import { catchEvent, end, path, process } from '../support/bpmn.ts';

/** A procedure that waits a second, so that timers fire during a run. */
const timedId = 'attende-un-secondo';

const timed = process(
  timedId,
  applied('ricevuta'),
  catchEvent('attesa', { duration: 'PT1S' }),
  deskTask('annota'),
  end('fine'),
  ...path('ricevuta', 'attesa', 'annota', 'fine'),
);

/** A draft, and whether its dossier has a task at once, or first waits for a timer. */
export interface LoadDraft extends ReadyDraft {
  readonly waits: boolean;
}

/** Gives complete drafts of Giulia without end: two of three of requests for documents, the third of the timed one. */
export interface DraftStore {
  next(): Promise<LoadDraft>;
  close(): Promise<void>;
}

const atOnce = 300;

/** Publishes the timed procedure and writes the first drafts. */
export async function openDrafts(place: BenchPlace): Promise<DraftStore> {
  const db = openDatabase(place.url, { connections: 1 });
  const publication = await publish(db, smallProcedure(timedId, timed), new Date().toISOString());
  if (publication.outcome === 'refused') throw new Error(JSON.stringify(publication.findings));
  let written = await write(db);
  let writing: Promise<void> | undefined;
  let isClosed = false;
  const writeMore = async (): Promise<void> => {
    written = [...written, ...(await write(db))];
  };
  return {
    next: async () => {
      for (;;) {
        const draft = written.pop();
        if (draft !== undefined) return draft;
        if (isClosed) throw new Error('no drafts any more');
        // The database may be away; whoever asks comes again.
        writing ??= writeMore().finally(() => {
          writing = undefined;
        });
        await writing.catch(() => new Promise((resolve) => setTimeout(resolve, 200)));
      }
    },
    close: async () => {
      isClosed = true;
      await db.destroy();
    },
  };
}

async function write(db: Db): Promise<LoadDraft[]> {
  const requests = await readyDrafts(db, ['giulia'], atOnce);
  const answers = { ente: bodyIdOf('r_emiro'), oggetto: 'Una prova', chiave: 'nessuna' };
  const waiting = requests
    .slice(0, atOnce / 2)
    .map((draft) => ({ ...draft, draftId: v7(), procedureId: timedId, procedureVersion: 1, answers }));
  await writeDrafts(db, waiting);
  return requests.flatMap((draft, index) => {
    const other = index % 2 === 0 ? waiting[index / 2] : undefined;
    return [{ ...draft, waits: false }, ...(other === undefined ? [] : [{ ...other, waits: true }])];
  });
}
