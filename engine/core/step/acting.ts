import type { Actor } from '../actor.ts';
import { partiesOf } from '../concerned.ts';
import type { Dossier, PartyRole, SentForm, Task } from '../dossier.ts';
import { nameActedFor } from '../principal.ts';
import type { StepInput } from './context.ts';
import { sceneOf } from './progress.ts';
import type { Scene } from './progress.ts';
import { audienceName } from './tasks.ts';

/** The scene of a task that is completed: as whom, and in whose name. */
export function taskScene(
  { audience }: Task,
  dossier: Dossier,
  { actor, context }: Pick<StepInput, 'actor' | 'context'>,
): Scene {
  const by = audience.type === 'party' ? audience.role : undefined;
  return sceneOf(actor, context, { role: audienceName(audience), ...inWhoseName(actor, dossier, by) });
}

/** In whose name a party acts, where it is not their own. */
export function inWhoseName(
  actor: Actor,
  dossier: Dossier,
  by: PartyRole | undefined,
): { readonly onBehalfOf?: string | undefined } {
  return by === undefined || actor.type !== 'person' ? {} : { onBehalfOf: nameActedFor(actor, dossier, by) };
}

/** Who of the parties sends a form, by their role and, of several, by what is known of them. */
export function senderOf(by: PartyRole, actor: Actor, dossier: Dossier): Pick<SentForm, 'by' | 'person'> {
  if (by === 'applicant' || actor.type !== 'person') return { by };
  const party = partiesOf(actor, dossier).find(({ role }) => role === by);
  if (party === undefined) return { by };
  const { role: _role, kind: _kind, through: _through, certifiedMail: _mail, ...person } = party;
  return { by, person };
}
