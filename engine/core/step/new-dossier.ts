import type { Variables } from '../../kernel/types.ts';
import { romeDay } from '../calendar.ts';
import { competentOffice, subjectIfKnown, subjectOf } from '../competence.ts';
import type { Dossier, Party } from '../dossier.ts';
import { demandBodyValues, leftToBody, parametersFor } from '../parameters.ts';
import { Problem } from '../problem.ts';
import { zeroHash } from '../record.ts';
import { received } from '../status.ts';
import type { StepContext } from './context.ts';

/** With what a dossier begins. */
export interface Opening {
  /** Absent when nobody applied. */
  readonly applicant?: Party;
  /** The answers of the application, or what the start event has brought. */
  readonly given: Variables;
  readonly context: StepContext;
}

/**
 * A dossier of the body of the context, at the office that answers for it, in which nothing has happened yet.
 *
 * @throws Problem `step.failed` when the body has no such office
 */
export function newDossier(dossierId: string, { applicant, given, context }: Opening): Dossier {
  const { procedure, now, registration, body } = context;
  if (registration === undefined) throw new Problem('step.failed', { expected: 'a registration number' });
  const known = { ...given, ...settingOf(applicant, context), registration };
  const officeCode = competentOffice(procedure, known);
  if (!context.office(officeCode)) {
    throw new Problem('step.failed', {
      place: 'service.json competence.officeCode',
      office: officeCode,
      expected: `an office of ${body.name}`,
    });
  }
  return {
    dossierId,
    procedureId: procedure.procedureId,
    procedureVersion: procedure.version,
    bodyId: body.bodyId,
    officeCode,
    officeCodes: [officeCode],
    registration,
    subject: applicant === undefined ? subjectIfKnown(procedure, known) : subjectOf(procedure, known),
    submittedAt: now,
    milestone: received,
    parties: applicant === undefined ? [] : [applicant],
    variables: { ...known, officeCode },
    state: {},
    terms: {},
    tasks: [],
    waits: [],
    eventCount: 0,
    headHash: zeroHash,
  };
}

/** Which values of the body hold in a new dossier, as facts of the event that begins it. */
export function bodyParameterData({ procedure, bodyParameters }: StepContext): Variables {
  const taken = leftToBody(procedure, bodyParameters);
  return taken.length === 0 ? {} : { bodyParameters: taken.map((one) => ({ ...one })) };
}

function settingOf(applicant: Party | undefined, context: StepContext): Variables {
  const { procedure, now, body, bodyParameters } = context;
  demandBodyValues(procedure, bodyParameters);
  const submittedOn = romeDay(now);
  return {
    parameters: parametersFor(procedure, bodyParameters, submittedOn),
    applicant: applicant === undefined ? null : identityOf(applicant),
    submittedOn,
    bodyId: body.bodyId,
    bodyName: body.name,
  };
}

function identityOf({ givenName, familyName, fiscalCode, email }: Party): Variables {
  return { givenName, familyName, fiscalCode: fiscalCode ?? null, email: email ?? null };
}
