import type { Dossier } from './dossier.ts';
import type { Step } from './effects.ts';
import { Problem } from './problem.ts';
import { act } from './step/act.ts';
import { changeAddress } from './step/change-address.ts';
import { claim, release } from './step/claim.ts';
import { complete } from './step/complete.ts';
import { assessConflict, declareConflict } from './step/conflict.ts';
import type { StepInput } from './step/context.ts';
import { failJob, finishJob, fireTimer, issueReceipt, recordDelivery } from './step/machinery.ts';
import { recordRefusal } from './step/refusal.ts';
import { open } from './step/open.ts';
import { giveUpMessage, receiveMessage, receiveSignal } from './step/receive.ts';
import { submit } from './step/submit.ts';

export type { Body, Calls, StepContext, StepInput } from './step/context.ts';

/**
 * Moves a dossier by one command: checks that the actor may, validates answers, lets the executor run until it rests
 * and draws the consequences. Pure apart from awaiting the executor; when it throws, nothing has happened.
 *
 * @throws Problem `permission.denied`, `session.level-too-low`, `answers.invalid`, `task.*`, `act.not-offered`,
 * `wait.not-open`, `mail-address.unchanged`, `dossier.not-found`, `dossier.closed`, `step.failed`
 */
export async function step({ dossier, command, actor, context }: StepInput): Promise<Step> {
  if (command.type === 'submit') return submit({ dossier, command, actor, context });
  if (command.type === 'open') return open({ dossier, command, actor, context });
  const known = belonging(dossier, command.dossierId);
  switch (command.type) {
    case 'claim':
      return claim(known, { dossier, command, actor, context });
    case 'release':
      return release(known, { dossier, command, actor, context });
    case 'complete':
      return complete(known, { dossier, command, actor, context });
    case 'act':
      return act(known, { dossier, command, actor, context });
    case 'fire-timer':
      return fireTimer(known, { dossier, command, actor, context });
    case 'finish-job':
      return finishJob(known, { dossier, command, actor, context });
    case 'fail-job':
      return failJob(known, { dossier, command, actor, context });
    case 'receive-message':
      return receiveMessage(known, { dossier, command, actor, context });
    case 'give-up-message':
      return giveUpMessage(known, { dossier, command, actor, context });
    case 'receive-signal':
      return receiveSignal(known, { dossier, command, actor, context });
    case 'issue-receipt':
      return issueReceipt(known, { dossier, command, actor, context });
    case 'record-delivery':
      return recordDelivery(known, { dossier, command, actor, context });
    case 'record-refusal':
      return recordRefusal(known, { dossier, command, actor, context });
    case 'change-address':
      return changeAddress(known, { dossier, command, actor, context });
    case 'declare-conflict':
      return declareConflict(known, { dossier, command, actor, context });
    case 'assess-conflict':
      return assessConflict(known, { dossier, command, actor, context });
  }
}

function belonging(dossier: Dossier | undefined, dossierId: string): Dossier {
  if (dossier?.dossierId === dossierId) return dossier;
  throw new Problem('dossier.not-found', { dossierId });
}
