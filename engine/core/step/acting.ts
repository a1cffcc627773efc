import type { Instant } from '../../kernel/types.ts';
import type { Actor } from '../actor.ts';
import { romeDay } from '../calendar.ts';
import { partiesOf } from '../concerned.ts';
import type { Dossier, PartyRole, SentForm, Task } from '../dossier.ts';
import { demandMandate, nameActedFor } from '../principal.ts';
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
  const by = audience.type === 'party' ? { by: audience.role } : {};
  const role = audienceName(audience);
  return sceneOf(actor, context, { role, ...mandateOf(actor, dossier, { ...by, now: context.now }) });
}

/**
 * In whose name a party acts.
 *
 * @throws Problem `mandate.ended`
 */
export function mandateOf(
  actor: Actor,
  dossier: Dossier,
  { by, now }: { readonly by?: PartyRole; readonly now: Instant },
): { readonly onBehalfOf?: string | undefined } {
  if (by === undefined || actor.type !== 'person') return {};
  demandMandate(actor, dossier, { role: by, today: romeDay(now) });
  return { onBehalfOf: nameActedFor(actor, dossier, by) };
}

/** Who of the parties sends a form, by their role and, of several, by what is known of them. */
export function senderOf(by: PartyRole, actor: Actor, dossier: Dossier): Pick<SentForm, 'by' | 'person'> {
  if (by === 'applicant' || actor.type !== 'person') return { by };
  const party = partiesOf(actor, dossier).find(({ role }) => role === by);
  if (party === undefined) return { by };
  const { role: _role, kind: _kind, through: _through, ...person } = party;
  return { by, person };
}
