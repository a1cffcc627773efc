import type { MessageWait, WaitId } from '../kernel/types.ts';
import { evaluateFeel } from '../rules/feel.ts';
import { personalAct } from '../language/personal-act.ts';
import type { Actor } from './actor.ts';
import { executionOf, ownExecution, viewFrom } from './called.ts';
import type { ActOffer, Day, Dossier, OpenWait } from './dossier.ts';
import { isOfMandate } from './grant.ts';
import type { DenialReason, Grant } from './grant.ts';
import { demand, may, mayDo } from './policy.ts';
import { Problem } from './problem.ts';
import type { Procedure } from './procedure.ts';

/** An act that a party may do now, with where it waits in the diagram. */
export interface PersonalAct {
  readonly wait: OpenWait & { readonly wait: MessageWait };
  readonly elementId: string;
  readonly facts: ActOffer;
}

/** A dossier on a day, with the procedure it runs. */
export interface DossierOnDay {
  readonly dossier: Dossier;
  readonly procedure: Procedure;
  readonly today: Day;
}

/** The acts that the dossier offers to the actor now: the waiting messages drawn as personal acts of theirs. */
export function offeredActs(actor: Actor, on: DossierOnDay): readonly PersonalAct[] {
  return waitingActs(on).filter(({ facts }) => mayDo(actor, 'do-act', { ...on, by: facts.by }));
}

function waitingActs({ dossier, procedure }: DossierOnDay): readonly PersonalAct[] {
  return dossier.waits.flatMap((wait) => {
    const { elementId } = wait.wait;
    const own = executionOf(wait.wait.id) === ownExecution ? personalAct.of(procedure.facts[elementId]) : undefined;
    const facts = wait.personalAct ?? own;
    if (!isForMessage(wait) || !facts) return [];
    if (facts.when !== undefined && !isTrueNow(facts.when, dossier, wait)) return [];
    return [{ wait, elementId, facts }];
  });
}

/** What is not known yet is not true: the act is not offered. */
function isTrueNow(condition: string, dossier: Dossier, { wait }: OpenWait): boolean {
  return evaluateFeel(condition, viewFrom(dossier, executionOf(wait.id)).variables) === true;
}

function isForMessage(open: OpenWait): open is PersonalAct['wait'] {
  return open.wait.type === 'message';
}

/**
 * The act that somebody means by its element, and by its wait where the element waits several times.
 *
 * @throws Problem `act.not-offered`; `mandate.ended` or `mandate.not-to-follow` to who acted for a party;
 * `request.invalid` when several are open there and none of them is named
 */
export function namedAct(
  actor: Actor,
  on: DossierOnDay,
  { elementId, waitId }: { readonly elementId: string; readonly waitId?: WaitId | undefined },
): PersonalAct {
  const named = waitingActs(on).filter((act) => act.elementId === elementId);
  const grants = named.map(({ facts }) => may(actor, 'do-act', { ...on, by: facts.by }));
  const open = named.filter((_, index) => grants[index]?.granted);
  const [act, ...others] = waitId === undefined ? open : open.filter(({ wait }) => wait.wait.id === waitId);
  if (act === undefined) {
    const known = named.find((_, index) => isOfMandate(reasonOf(grants[index])));
    if (known !== undefined) demand(actor, 'do-act', { ...on, by: known.facts.by });
    throw new Problem('act.not-offered', { elementId, ...(waitId !== undefined && { waitId }) });
  }
  if (others.length === 0) return act;
  const waits = open.map(({ wait }) => wait.wait.id).join(', ');
  throw new Problem('request.invalid', { elementId, expected: `waitId, one of ${waits}` });
}

const reasonOf = (grant: Grant | undefined): DenialReason | undefined =>
  grant === undefined || grant.granted ? undefined : grant.reason;
