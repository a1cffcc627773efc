import { v7 } from 'uuid';
import type { PersonActor } from '../../../engine/core/actor.ts';
import type { Command } from '../../../engine/core/command.ts';
import { readConfig } from '../../../engine/config.ts';
import { chosenExecutor } from '../../../engine/executors/chosen.ts';
import { run } from '../../../engine/run.ts';
import { openDatabase } from '../../../engine/store/db.ts';
import { formLookups } from '../../../engine/store/lookups.ts';
import { procedureLoader } from '../../../engine/publish/load-procedure.ts';
import { procedureId, type ReadyDraft } from './place.ts';

/** The door on a database, with the pools that a server has. */
export interface BenchDoor {
  /** Submits a draft; gives the id of the dossier. */
  submit(draft: ReadyDraft): Promise<string>;
  /** Does a command of somebody, under a new key. */
  do(command: Command, actor: PersonActor): Promise<void>;
  stop(): Promise<void>;
}

/** Opens it. */
export function aDoor(url: string): BenchDoor {
  const { commandConnections, otherConnections, patience } = readConfig({}).limits;
  const db = openDatabase(url, { connections: otherConnections, patience });
  const doorDb = openDatabase(url, { connections: commandConnections, patience, prepared: true });
  const clock = (): string => new Date().toISOString();
  const deps = {
    ...{ db, doorDb, clock, newId: v7, executor: chosenExecutor, baseUrl: 'http://localhost' },
    procedures: procedureLoader(db),
    lookups: formLookups(db, clock),
  };
  return {
    submit: async ({ draftId, procedureVersion, answers, actor }) => {
      const dossierId = v7();
      const kept = JSON.parse(JSON.stringify(answers));
      const command = { type: 'submit', procedureId, procedureVersion, draftId, answers: kept, dossierId } as const;
      await run(deps, { command, actor, key: v7() });
      return dossierId;
    },
    do: async (command, actor) => {
      await run(deps, { command, actor, key: v7() });
    },
    stop: async () => {
      await doorDb.destroy();
      await db.destroy();
    },
  };
}
