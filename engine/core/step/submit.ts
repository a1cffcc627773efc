import { applicantKeys } from '../../../forms/schema/applicant-page.ts';
import type { Answers, FormDocument } from '../../../forms/schema/document.ts';
import { fieldsOf } from '../../../forms/schema/pages.ts';
import { isList } from '../../../forms/schema/components.ts';
import { sourcesOf } from '../../../forms/schema/prefill.ts';
import type { PersonActor } from '../actor.ts';
import { acceptAnswers, formContext, formSources, variablesOf } from '../answering.ts';
import { romeDay } from '../calendar.ts';
import type { SubmitCommand } from '../command.ts';
import { competentBodyId } from '../competence.ts';
import type { Party } from '../dossier.ts';
import type { Step } from '../effects.ts';
import { provenanceOf, type Provenance } from '../known.ts';
import { demand } from '../policy.ts';
import { applicantFor, demandKind, nameActedFor } from '../principal.ts';
import { Problem } from '../problem.ts';
import type { Procedure } from '../procedure.ts';
import { attachUploads, uploadsAt } from './attachments.ts';
import type { StepInput } from './context.ts';
import { setOff } from './move.ts';
import { bodyParameterData, newDossier } from './new-dossier.ts';
import { sceneOf, unmoved } from './progress.ts';
import { recordAnswered } from './submission.ts';

/** Opens a dossier: judges the application, finds the office that answers for it, and starts the procedure. */
export async function submit({ command, actor, context }: StepInput<SubmitCommand>): Promise<Step> {
  const { procedure, now, body } = context;
  demand(actor, 'submit', { procedure });
  if (actor.type !== 'person') throw new Problem('permission.denied');
  demandKind(procedure, command.answers);
  const form = startForm(procedure);
  const formView = formContext(procedure, now);
  const { reasons = {} } = command;
  const { sources: fetched, on } = context.known ?? { sources: {}, on: {} };
  const sources = formSources(actor, {}, fetched);
  const values = acceptAnswers({
    form,
    answers: command.answers,
    sources,
    reasons,
    context: formView,
    uploads: context.uploads,
    lookups: context.lookups,
    now,
  });
  const named = competentBodyId(procedure, values);
  if (named !== undefined && named !== body.bodyId)
    throw new Problem('step.failed', { bodyId: named, expected: body.bodyId });
  const given = variablesOf(form, values, formView);
  const documentIds = uploadsAt(values, [applicantKeys.mandate]);
  const applicant = applicantFor(senderOf(actor, form, values), { procedure, values, documentIds });
  const dossier = newDossier(command.dossierId, { applicant, context, given });
  const scene = sceneOf(actor, context, { role: 'applicant', onBehalfOf: nameActedFor(actor, dossier, 'applicant') });
  const event = {
    type: 'application.submitted',
    data: {
      procedureId: procedure.procedureId,
      procedureVersion: procedure.version,
      registration: dossier.registration,
      bodyId: body.bodyId,
      officeCode: dossier.officeCode,
      ...bodyParameterData(context),
      ...provenanceData(
        provenanceOf(form, { answers: values, sources, reasons, reading: { today: romeDay(now) } }, on),
      ),
    },
  } as const;
  const { startFormId: formId } = procedure;
  const sent = {
    elementId: formId,
    formId,
    procedure,
    form,
    values,
    view: formView,
    event,
    sender: { by: 'applicant' },
  } as const;
  const submitted = recordAnswered(unmoved(dossier), { kind: 'application', ...sent }, scene);
  const { dossierId } = dossier;
  const receipted: Step = { ...submitted, jobs: [{ type: 'issue-receipt', key: `receipt:${dossierId}`, dossierId }] };
  const attaching = { form, values, elementId: procedure.startFormId, by: 'applicant' } as const;
  return setOff(attachUploads(receipted, attaching, scene), scene);
}

/** Where the answers came from, as facts of the event; only what the law and the office need (L. 241/1990, art. 18). */
const provenanceData = ({ origins, originDays, corrections }: Provenance) => ({
  origins,
  ...(Object.keys(originDays).length > 0 ? { originDays } : {}),
  ...(corrections.length > 0 ? { corrections: corrections.map((one) => ({ ...one })) } : {}),
});

function startForm(procedure: Procedure): FormDocument {
  const form = procedure.forms[procedure.startFormId];
  if (form) return form;
  throw new Problem('step.failed', { form: procedure.startFormId, expected: 'the form of the start event' });
}

/** Who sends it writes from the address given in the application, when its form asks for one. */
function senderOf(actor: PersonActor, form: FormDocument, values: Answers): Party {
  const field = fieldsOf(form).find(
    ({ component }) => !isList(component) && sourcesOf(component).includes('identity.email'),
  );
  const given = field ? values[field.path] : undefined;
  const email = typeof given === 'string' && given !== '' ? given : actor.email;
  return {
    role: 'applicant',
    givenName: actor.givenName,
    familyName: actor.familyName,
    personId: actor.personId,
    ...(actor.fiscalCode === undefined ? {} : { fiscalCode: actor.fiscalCode }),
    ...(email === undefined ? {} : { email }),
  };
}
