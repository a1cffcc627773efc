import { fullName } from '../../../forms/schema/full-name.ts';
import type { PersonActor } from '../actor.ts';
import type { AssessConflictCommand, DeclareConflictCommand } from '../command.ts';
import { conflictOf } from '../concerned.ts';
import type { Conflict } from '../conflict.ts';
import type { Dossier } from '../dossier.ts';
import type { Step } from '../effects.ts';
import { officesWorkedIn } from '../office-roles.ts';
import { demand } from '../policy.ts';
import { Problem } from '../problem.ts';
import type { StepInput } from './context.ts';
import { giveBackAll } from './give-back.ts';
import { change, record, sceneOf, unmoved } from './progress.ts';

/**
 * Somebody of an office says that they have a conflict of interest: what they had in hand goes back to the queue, and
 * nothing of the dossier is offered to them or taken from them until a manager lifts it (L. 241/1990, art. 6-bis).
 *
 * @throws Problem `permission.denied`; `task.conflict` when they have declared it already; `request.invalid` without a
 * reason
 */
export function declareConflict(dossier: Dossier, input: StepInput<DeclareConflictCommand>): Step {
  const { command, actor, context } = input;
  demand(actor, 'declare-conflict', { dossier });
  const reason = given(command.reason);
  const { personId } = personAsking(actor);
  const conflict: Conflict = {
    ...{ personId, name: fullName(personAsking(actor)), reason, declaredAt: context.now },
    offices: officesWorkedIn(actor, dossier),
  };
  const scene = sceneOf(actor, context);
  const conflicts = [...(dossier.conflicts ?? []), conflict];
  const declared = record(change(unmoved(dossier), { conflicts }), scene, {
    type: 'conflict.declared',
    data: { personId, personName: conflict.name, reason },
  });
  return giveBackAll(declared, personId, scene);
}

/**
 * A manager decides on a conflict that somebody has declared: they keep off for good, or may work again.
 *
 * @throws Problem `permission.denied`; `conflict.not-found` when nobody of that id has declared one, or it was decided;
 * `request.invalid` without a reason
 */
export function assessConflict(dossier: Dossier, input: StepInput<AssessConflictCommand>): Step {
  const { command, actor, context } = input;
  const { personId, decision } = command;
  const conflict = conflictOf({ personId }, dossier);
  if (conflict === undefined) throw new Problem('conflict.not-found', { personId });
  demand(actor, 'assess-conflict', { dossier, conflict });
  const reason = given(command.reason);
  const by = { personId: personAsking(actor).personId, name: fullName(personAsking(actor)), at: context.now, reason };
  const conflicts = (dossier.conflicts ?? []).flatMap((each) => {
    if (each !== conflict) return [each];
    return decision === 'lifted' ? [] : [{ ...each, confirmed: by }];
  });
  return record(change(unmoved(dossier), { conflicts }), sceneOf(actor, context), {
    type: 'conflict.assessed',
    data: { personId, personName: conflict.name, decision, reason },
  });
}

function given(reason: string): string {
  const text = reason.trim();
  if (text === '') throw new Problem('request.invalid', { path: 'reason', expected: 'why' });
  return text;
}

function personAsking(actor: StepInput['actor']): PersonActor {
  if (actor.type === 'person') return actor;
  throw new Problem('permission.denied', { reason: 'wrong-audience' });
}
