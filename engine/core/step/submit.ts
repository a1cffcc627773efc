import type { Answers, FormDocument } from '../../../forms/schema/document.ts';
import { fieldsOf } from '../../../forms/schema/pages.ts';
import { isList } from '../../../forms/schema/components.ts';
import type { Variables } from '../../kernel/types.ts';
import type { PersonActor } from '../actor.ts';
import { acceptAnswers, formContext, formSources, variablesOf } from '../answering.ts';
import { romeDay } from '../calendar.ts';
import type { SubmitCommand } from '../command.ts';
import { competentBodyId, competentOffice, subjectOf } from '../competence.ts';
import type { Dossier, Party } from '../dossier.ts';
import type { Step } from '../effects.ts';
import { provenanceOf, type Provenance } from '../known.ts';
import { parametersOn } from '../parameters.ts';
import { demand } from '../policy.ts';
import { Problem } from '../problem.ts';
import type { Procedure } from '../procedure.ts';
import { zeroHash } from '../record.ts';
import { attachUploads } from './attachments.ts';
import type { StepContext, StepInput } from './context.ts';
import { setOff } from './move.ts';
import { record, sceneOf, unmoved } from './progress.ts';

/** Opens a dossier: judges the application, finds the office that answers for it, and starts the procedure. */
export async function submit({ command, actor, context }: StepInput<SubmitCommand>): Promise<Step> {
  const { procedure, now, body } = context;
  demand(actor, 'submit', { procedure });
  if (actor.type !== 'person') throw new Problem('permission.denied');
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
  if (named !== body.bodyId) throw new Problem('step.failed', { bodyId: named, expected: body.bodyId });
  const applicant = applicantOf(actor, form, values);
  const dossier = newDossier(command, { applicant, context, answers: variablesOf(form, values, formView) });
  const scene = sceneOf(actor, context, { role: 'applicant' });
  const submitted = record(unmoved(dossier), scene, {
    type: 'application.submitted',
    data: {
      procedureId: procedure.procedureId,
      procedureVersion: procedure.version,
      registration: dossier.registration,
      bodyId: body.bodyId,
      officeCode: dossier.officeCode,
      ...provenanceData(
        provenanceOf(form, { answers: values, sources, reasons, reading: { today: romeDay(now) } }, on),
      ),
    },
  });
  const attaching = { form, values, elementId: procedure.startFormId, by: 'applicant' } as const;
  return setOff(attachUploads(submitted, attaching, scene), scene);
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

interface Opening {
  readonly applicant: Party;
  readonly answers: Answers;
  readonly context: StepContext;
}

function newDossier(command: SubmitCommand, { applicant, answers, context }: Opening): Dossier {
  const { procedure, now, registration, body } = context;
  if (registration === undefined) throw new Problem('step.failed', { expected: 'a registration number' });
  const known = { ...answers, ...settingOf(applicant, context), registration };
  const officeCode = competentOffice(procedure, known);
  if (!context.office(officeCode)) {
    throw new Problem('step.failed', {
      place: 'service.json competence.officeCode',
      office: officeCode,
      expected: `an office of ${body.name}`,
    });
  }
  return {
    dossierId: command.dossierId,
    procedureId: procedure.procedureId,
    procedureVersion: procedure.version,
    bodyId: body.bodyId,
    officeCode,
    officeCodes: [officeCode],
    registration,
    subject: subjectOf(procedure, known),
    submittedAt: now,
    milestone: 'ricevuta',
    parties: [applicant],
    variables: { ...known, officeCode },
    state: {},
    terms: {},
    tasks: [],
    waits: [],
    eventCount: 0,
    headHash: zeroHash,
  };
}

function settingOf(applicant: Party, { procedure, now, body }: StepContext): Variables {
  const submittedOn = romeDay(now);
  const { givenName, familyName, fiscalCode = null, email = null } = applicant;
  return {
    parameters: parametersOn(procedure.parameters, submittedOn),
    applicant: { givenName, familyName, fiscalCode, email },
    submittedOn,
    bodyId: body.bodyId,
    bodyName: body.name,
  };
}

/** The applicant writes from the address given in the application, when its form asks for one. */
function applicantOf(actor: PersonActor, form: FormDocument, values: Answers): Party {
  const field = fieldsOf(form).find(
    ({ component }) => !isList(component) && component.properties?.['prefill'] === 'identity.email',
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
