import type { DossierSummary } from '../../../forms/contract/dossiers.ts';
import type { Day, Dossier } from '../../core/dossier.ts';
import type { Procedure } from '../../core/procedure.ts';
import { withParts } from '../../core/with-parts.ts';
import { milestoneLabel, outcomeLabel } from '../../core/status.ts';
import { defined } from './defined.ts';
import { presentTermInForce } from './terms.ts';

/** What everybody who may read a dossier sees of where it stands. */
export function presentStanding(dossier: Pick<Dossier, 'milestone' | 'outcome' | 'closedAt'>) {
  const { milestone, outcome, closedAt } = dossier;
  return {
    milestone: { code: milestone, label: milestoneLabel(milestone) },
    ...defined({
      outcome: outcome === undefined ? undefined : { code: outcome.code, label: outcomeLabel(outcome.code) },
      closedAt,
    }),
  };
}

/** What a line in a party's own list tells of a dossier. */
export type ListedDossier = Pick<
  Dossier,
  | 'dossierId'
  | 'procedureId'
  | 'subject'
  | 'registration'
  | 'submittedAt'
  | 'milestone'
  | 'outcome'
  | 'closedAt'
  | 'terms'
>;

/** A dossier as a line in a party's own list; `todo` is how many tasks wait for the reader. */
export function presentSummary(
  {
    dossier,
    bodyName,
    procedure,
  }: { readonly dossier: ListedDossier; readonly bodyName: string; readonly procedure: Procedure },
  { todo, today }: { readonly todo: number; readonly today: Day },
): DossierSummary {
  return {
    dossierId: dossier.dossierId,
    procedureId: dossier.procedureId,
    title: procedure.service.title,
    ...defined({ titleInEnglish: procedure.service.translations?.en?.title }),
    subject: dossier.subject,
    registration: dossier.registration,
    submittedAt: dossier.submittedAt,
    bodyName,
    ...presentStanding(dossier),
    ...defined({ term: presentTermInForce(dossier, today, withParts(procedure).english) }),
    todo,
  };
}
