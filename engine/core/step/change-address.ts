import type { ChangeAddressCommand } from '../command.ts';
import type { Dossier, Party } from '../dossier.ts';
import type { Step } from '../effects.ts';
import { partiesOf } from '../concerned.ts';
import { demand } from '../policy.ts';
import { Problem } from '../problem.ts';
import { mandateOf } from './acting.ts';
import type { StepInput } from './context.ts';
import { change, nextSequence, record, sceneOf, unmoved, type Scene } from './progress.ts';

/**
 * The notices to a party go to another address from now on. The record says from which to which and, where an office
 * asked, why; who had the address before is told there.
 *
 * @throws Problem `mail-address.unchanged` when they go there already, `request.invalid` for an unknown party, and for
 * an office without a reason
 */
export function changeAddress(dossier: Dossier, { command, actor, context }: StepInput<ChangeAddressCommand>): Step {
  const meant = partiesMeant(dossier, { command, actor });
  for (const party of meant) demand(actor, 'change-address', { dossier, party });
  if (command.party !== undefined && (command.reason ?? '').trim() === '')
    throw new Problem('request.invalid', { path: 'reason', expected: 'why the address changes' });
  const elsewhere = meant.filter(({ email }) => email?.toLowerCase() !== command.email.toLowerCase());
  if (elsewhere.length === 0) throw new Problem('mail-address.unchanged', {});
  const [{ role: by } = {}] = command.party === undefined ? meant : [];
  const scene = sceneOf(actor, context, mandateOf(actor, dossier, { ...(by && { by }), now: context.now }));
  return elsewhere.reduce((step, party) => move(step, { party, command }, scene), unmoved(dossier));
}

/** Whose address it is: of the party that an office names, or all that the person who asks is in the dossier. */
function partiesMeant(
  dossier: Dossier,
  { command, actor }: Pick<StepInput<ChangeAddressCommand>, 'command' | 'actor'>,
): readonly Party[] {
  const { parties } = dossier;
  const own = actor.type === 'person' ? partiesOf(actor, dossier) : [];
  const meant = command.party === undefined ? own : parties.filter((_, index) => index + 1 === command.party);
  if (meant.length > 0) return meant;
  if (command.party === undefined) throw new Problem('permission.denied', { reason: 'not-a-party' });
  throw new Problem('request.invalid', { path: 'party', found: command.party, expected: `1 to ${parties.length}` });
}

interface Moving {
  readonly party: Party;
  readonly command: ChangeAddressCommand;
}

function move(step: Step, { party, command: { email, reason } }: Moving, scene: Scene): Step {
  const { dossier } = step;
  const { parties } = dossier;
  const number = parties.indexOf(party) + 1;
  const { role, personId, email: before } = party;
  const moved = change(step, { parties: parties.map((each) => (each === party ? { ...party, email } : each)) });
  const told = before === undefined ? moved : telling(moved, { address: before, ...(personId && { personId }) });
  return record(told, scene, {
    type: 'party.address-changed',
    data: { role, number, before: before ?? null, email, ...(reason !== undefined && { reason }) },
  });
}

/** The step with the job that tells the address of before. */
function telling(step: Step, old: { readonly address: string; readonly personId?: string }): Step {
  const { dossierId } = step.dossier;
  const key = `old-address:${dossierId}:${nextSequence(step)}`;
  return { ...step, jobs: [...step.jobs, { type: 'tell-old-address', key, dossierId, ...old }] };
}
