import { run } from '../run.ts';
import type { Handler } from './handler.ts';
import { officeView } from './office-dossiers.ts';

/** The reader says that they have a conflict of interest in a dossier, and why. */
export const declareConflict: Handler<'declareConflict'> = async ({ params, body, actor, key, services, ctx }) => {
  const { dossierId } = params;
  await run(services, { command: { type: 'declare-conflict', dossierId, ...body }, actor, key });
  return officeView(services, { actor, ctx }, dossierId);
};

/** A manager confirms or lifts a conflict of interest that a colleague has declared. */
export const assessConflict: Handler<'assessConflict'> = async ({ params, body, actor, key, services, ctx }) => {
  const { dossierId, personId } = params;
  await run(services, { command: { type: 'assess-conflict', dossierId, personId, ...body }, actor, key });
  return officeView(services, { actor, ctx }, dossierId);
};
