import { romeDay } from '../calendar.ts';
import type { PersonActor } from '../actor.ts';
import type { ChangeAddressCommand } from '../command.ts';
import type { Dossier, Party } from '../dossier.ts';
import type { Step } from '../effects.ts';
import { isSamePerson, partiesOf } from '../concerned.ts';
import { demand } from '../policy.ts';
import { Problem } from '../problem.ts';
import { inWhoseName } from './acting.ts';
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
  if (actor.type !== 'person') throw new Problem('permission.denied', { reason: 'wrong-audience' });
  const meant = partiesMeant(dossier, { command, actor });
  const today = romeDay(context.now);
  for (const party of meant) demand(actor, 'change-address', { dossier, party, today });
  if (command.party !== undefined && (command.reason ?? '').trim() === '')
    throw new Problem('request.invalid', { path: 'reason', expected: 'why the address changes' });
  const elsewhere = meant.filter(({ email }) => email?.toLowerCase() !== command.email.toLowerCase());
  if (elsewhere.length === 0) throw new Problem('mail-address.unchanged', {});
  const [{ role: by } = {}] = command.party === undefined ? meant : [];
  const scene = sceneOf(actor, context, inWhoseName(actor, dossier, by));
  return elsewhere.reduce((step, party) => move(step, { party, command, actor }, scene), unmoved(dossier));
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
  readonly actor: PersonActor;
}

function move(step: Step, { party, command: { email, reason }, actor }: Moving, scene: Scene): Step {
  const { dossier } = step;
  const { parties } = dossier;
  const number = parties.indexOf(party) + 1;
  const { role, personId, email: before } = party;
  const after = actor.audience === 'office' ? { ...party, email } : movedTo(party, { email, actor });
  const moved = change(step, { parties: parties.map((each) => (each === party ? after : each)) });
  const told = before === undefined ? moved : telling(moved, { address: before, ...(personId && { personId }) });
  return record(told, scene, {
    type: 'party.address-changed',
    data: { role, number, before: before ?? null, email, ...(reason !== undefined && { reason }) },
  });
}

/** An address that who acts for a party gives for it is their own. */
function movedTo(party: Party, { email, actor }: Pick<Moving, 'actor'> & { readonly email: string }): Party {
  const { through } = party;
  const isTheirs = through !== undefined && isSamePerson(actor, through) && !isSamePerson(actor, party);
  return { ...party, email, ...(isTheirs && { through: { ...through, email } }) };
}

/** The step with the job that tells the address of before. */
function telling(step: Step, old: { readonly address: string; readonly personId?: string }): Step {
  const { dossierId } = step.dossier;
  const key = `old-address:${dossierId}:${nextSequence(step)}`;
  return { ...step, jobs: [...step.jobs, { type: 'tell-old-address', key, dossierId, ...old }] };
}
