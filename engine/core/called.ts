import type { Variables, Wait, WaitId } from '../kernel/types.ts';
import type { CalledProcess, Dossier } from './dossier.ts';
import { namedInside } from './lent-terms.ts';
import { Problem } from './problem.ts';
import type { Procedure } from './procedure.ts';

/*
 * A dossier holds several executions: its own, and one for each process that a call activity has called and that has
 * not ended. An execution has the id of the wait that called it; the dossier's own has the empty one. The waits of a
 * called process are known in the dossier by that id, a dot, and their own: `w7.w2` is the wait `w2` of what `w7`
 * called.
 */

/** The id of the execution that a dossier begins with. */
export const ownExecution = '';

/** The execution to which a wait of the dossier belongs. */
export function executionOf(waitId: WaitId): string {
  return waitId.slice(0, Math.max(0, waitId.lastIndexOf('.')));
}

/** The id by which an execution itself knows a wait of the dossier. */
export function innerId(waitId: WaitId): WaitId {
  return waitId.slice(waitId.lastIndexOf('.') + 1);
}

/** The id by which the dossier knows a wait of one of its executions. */
export function outerId(executionId: string, waitId: WaitId): WaitId {
  return executionId === ownExecution ? waitId : `${executionId}.${waitId}`;
}

/** All executions of a dossier, its own first. */
export function executionsOf({ called = {} }: Pick<Dossier, 'called'>): readonly string[] {
  return [ownExecution, ...Object.keys(called)];
}

/** The called process behind an execution that is not the dossier's own; undefined when it has ended. */
export function calledAt({ called = {} }: Pick<Dossier, 'called'>, executionId: string): CalledProcess | undefined {
  return called[executionId];
}

/**
 * The dossier as one of its executions sees it: with its variables, its state, and the terms by the names it has for
 * them.
 */
export function viewFrom(dossier: Dossier, executionId: string): Dossier {
  const called = calledAt(dossier, executionId);
  if (called === undefined) return dossier;
  return {
    ...dossier,
    state: called.state,
    variables: called.variables,
    answered: called.answered,
    overwritten: called.overwritten,
    terms: namedInside(dossier.terms, { executionId, lent: called.lent }),
  };
}

/** The variables that are seen at a wait: those of its execution, and of one of several tasks its own item. */
export function seenAt(dossier: Dossier, waitId: WaitId): Variables {
  const { variables } = viewFrom(dossier, executionOf(waitId));
  const instance = dossier.tasks.find((task) => task.waitId === waitId)?.instance;
  return instance === undefined ? variables : { ...variables, ...instance };
}

/** The open waits of one execution. */
export function waitsIn(dossier: Dossier, executionId: string): readonly Wait[] {
  return dossier.waits.map(({ wait }) => wait).filter(({ id }) => executionOf(id) === executionId);
}

/** Gives a published version, compiled. */
export type LoadProcedure = (procedureId: string, version: number) => Promise<Procedure>;

/** The procedure that an execution runs, `own` being the one of the dossier. */
export async function procedureIn(
  dossier: Dossier,
  executionId: string,
  { own, load }: { readonly own: Procedure; readonly load: LoadProcedure },
): Promise<Procedure> {
  const called = calledAt(dossier, executionId);
  if (called === undefined) return own;
  const { procedureId, procedureVersion, processId } = called;
  return withProcess(await load(procedureId, procedureVersion), processId);
}

/**
 * A procedure with another of the processes of its diagram in the place of the first.
 *
 * @throws Problem `step.failed` when the diagram has no such process
 */
export function withProcess(procedure: Procedure, processId: string | undefined): Procedure {
  if (processId === undefined || procedure.program.processId === processId) return procedure;
  const part = procedure.parts?.[processId];
  if (part !== undefined) return part;
  const program = procedure.companions?.[processId];
  if (program !== undefined) return { ...procedure, program };
  const { procedureId, version } = procedure;
  throw new Problem('step.failed', { procedureId, version, processId, expected: 'a process of its diagram' });
}
