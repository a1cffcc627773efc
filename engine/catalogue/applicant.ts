import { fieldsOf } from '../../forms/schema/pages.ts';
import { applicantKeys, withApplicantPage } from '../../forms/schema/applicant-page.ts';
import { kindsAdmitted } from '../../forms/schema/party-kinds.ts';
import type { Procedure } from '../core/procedure.ts';
import { errorIn } from '../findings/finding.ts';
import type { Finding } from '../findings/finding.ts';

/** A procedure whose application begins with the question for whom it is, where its card lets others be applied for. */
export function withApplicant<Pieces extends Pick<Procedure, 'forms' | 'service' | 'startFormId'>>(
  pieces: Pieces,
): Pieces {
  const { forms, service, startFormId } = pieces;
  const form = forms[startFormId];
  if (form === undefined) return pieces;
  return { ...pieces, forms: { ...forms, [startFormId]: withApplicantPage(form, kindsAdmitted(service.applicant)) } };
}

/** The names of the answers that say for whom an application is have no second field. */
export function takenKeys({ forms, startFormId }: Pick<Procedure, 'forms' | 'startFormId'>): readonly Finding[] {
  const form = forms[startFormId];
  const paths = form === undefined ? [] : fieldsOf(form).map(({ path }) => path);
  const twice = Object.values(applicantKeys).filter((key) => paths.filter((path) => path === key).length > 1);
  return twice.map((key) => errorIn(`forms/${startFormId}.json`, 'key.of-applicant', { key }));
}
