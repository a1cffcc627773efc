import type { OfficeDossier } from '../../../forms/contract/tasks.ts';
import type { PersonActor } from '../../core/actor.ts';
import type { Dossier } from '../../core/dossier.ts';
import { mayDo } from '../../core/policy.ts';
import { defined } from './defined.ts';

/** The conflicts of interest that keep people of the offices off a dossier, and which of them the reader decides on. */
export function presentConflicts(dossier: Dossier, actor: PersonActor): OfficeDossier['conflicts'] {
  return (dossier.conflicts ?? []).map((conflict) => {
    const { personId, name, reason, declaredAt, confirmed } = conflict;
    return {
      ...{ personId, name, reason, declaredAt },
      ...defined({ confirmed: confirmed && { name: confirmed.name, at: confirmed.at, reason: confirmed.reason } }),
      mine: personId === actor.personId,
      mayAssess: mayDo(actor, 'assess-conflict', { dossier, conflict }),
    };
  });
}
