import { checkFiles } from '../../engine/catalogue/check.ts';
import type { Command } from '../../engine/core/command.ts';
import type { EventType } from '../../engine/core/event.ts';
import type { Procedure, ProcedureFiles } from '../../engine/core/procedure.ts';
import { submit, work, type World } from './access-way.ts';
import { aClerk, bodyId, play, theWorker, type Play } from './builders.ts';

/** The verbs of tests of the step with small procedures of their own (`smallProcedure`), without a database. */

/** A procedure as its first version is published; findings are errors of the test. */
export async function compiled(files: ProcedureFiles): Promise<Procedure> {
  const { procedure, findings } = await checkFiles(files);
  if (procedure === undefined) throw new Error(JSON.stringify(findings));
  return { ...procedure, version: 1 };
}

/** The world in which a procedure runs, and calls the others by the ids of their processes. */
export function worldOf(procedure: Procedure, ...others: readonly Procedure[]): World {
  return {
    procedure,
    calls: {
      find: async ({ processId }) => others.find(({ procedureId }) => procedureId === processId),
      load: async (procedureId) => {
        const found = others.find((other) => other.procedureId === procedureId);
        if (found === undefined) throw new Error(`${procedureId} is not published`);
        return found;
      },
    },
  };
}

/** Giulia applies. */
export const apply = (world: World, answers: { readonly oggetto?: string; readonly chiave?: string } = {}) =>
  submit({ ente: bodyId, oggetto: 'Prova', chiave: 'x', ...answers }, world);

/** Paola, who is a clerk of the office. */
export const clerk = aClerk();

/** The office completes the task of an element with a note. */
export const noted = (before: Play, [element, nota]: readonly [string, string], world: World) =>
  work(before, [element, { nota }], world);

/** The system does something. */
export const done = (before: Play | undefined, command: Command, context: World) =>
  play(before, { by: theWorker, command, context });

/** The elements of the open tasks. */
export const tasks = ({ dossier }: Play) => dossier.tasks.map(({ elementId }) => elementId);

/** What the last step recorded with events of a type. */
export const recorded = ({ last }: Play, type: EventType) =>
  last.events.filter((event) => event.type === type).map(({ data }) => data);
