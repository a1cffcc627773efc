import { Problem } from '../core/problem.ts';
import type { RunRequest } from './request.ts';

/**
 * What is to be recorded of a command that was refused because who asked is a party to the dossier; undefined for every
 * other failure. It is recorded once for each person, task and kind of command.
 */
export function refusalToRecord({ command, actor }: RunRequest, error: unknown): RunRequest | undefined {
  if (!(error instanceof Problem) || error.code !== 'task.own-dossier') return undefined;
  if (actor.type !== 'person' || !('taskId' in command)) return undefined;
  const { dossierId, taskId } = command;
  const refused = { personId: actor.personId, name: `${actor.givenName} ${actor.familyName}` };
  return {
    command: { type: 'record-refusal', dossierId, taskId, refused },
    actor: { type: 'system', component: 'worker' },
    key: `refusal:${command.type}:${taskId}:${actor.personId}`,
  };
}
