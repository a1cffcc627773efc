import { demandInTime } from '../act-window.ts';
import { acceptAnswers, formContext, formSources, variablesOf } from '../answering.ts';
import { romeDay } from '../calendar.ts';
import type { ActCommand } from '../command.ts';
import type { Dossier } from '../dossier.ts';
import type { Step } from '../effects.ts';
import { namedAct } from '../offered-acts.ts';
import { demand } from '../policy.ts';
import { inWhoseName, senderOf } from './acting.ts';
import { attachUploads } from './attachments.ts';
import type { StepInput } from './context.ts';
import { placeOf } from './executions.ts';
import { goOn } from './move.ts';
import { sceneOf, unmoved } from './progress.ts';
import { recordAnswered } from './submission.ts';

/**
 * Does an act that the dossier offers: the message arrives with the answers of its form.
 *
 * @throws Problem `act.not-offered`, `mandate.ended`, or `act.too-late` after its last day
 */
export async function act(dossier: Dossier, { command, actor, context }: StepInput<ActCommand>): Promise<Step> {
  demand(actor, 'read-dossier', { dossier });
  const { now, uploads, lookups, registration } = context;
  const { elementId } = command;
  const on = { dossier, procedure: context.procedure, today: romeDay(now) };
  const act = namedAct(actor, on, command);
  demandInTime(act.wait, on);
  const { facts, wait } = { facts: act.facts, wait: act.wait.wait };
  const { procedure, variables } = await placeOf(dossier, wait.id, context);
  const form = facts.form === undefined ? undefined : procedure.forms[facts.form];
  const view = formContext(procedure, now, variables);
  const sources = formSources(actor, variables);
  const judged = { form, answers: command.answers, sources, before: variables, context: view };
  const values = acceptAnswers({ ...judged, uploads, lookups, now });
  const scene = sceneOf(actor, context, { role: facts.by, ...inWhoseName(actor, dossier, facts.by) });
  const event = {
    type: 'act.received',
    data: {
      elementId,
      label: facts.label,
      by: facts.by,
      ...(registration === undefined ? {} : { registration }),
    },
  } as const;
  const sender = { name: facts.label, ...senderOf(facts.by, actor, dossier) };
  const sent = { elementId, waitId: wait.id, formId: facts.form, procedure, form, values, view, event, sender };
  const received = recordAnswered(unmoved(dossier), { kind: 'act', ...sent }, scene);
  const attached = attachUploads(received, { form, values, elementId, by: facts.by }, scene);
  const { message, correlationKey } = wait;
  const key = correlationKey === undefined ? {} : { correlationKey };
  const payload = variablesOf(form, values, variables);
  return goOn(attached, { trigger: { type: 'message', message, ...key, waitId: wait.id, payload } }, scene);
}
