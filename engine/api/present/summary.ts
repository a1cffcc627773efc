import type { DossierSummary } from '../../../forms/contract/dossiers.ts';
import type { Day, Dossier } from '../../core/dossier.ts';
import type { Procedure } from '../../core/procedure.ts';
import { withParts } from '../../core/with-parts.ts';
import { milestoneView, outcomeView, type StandingCard } from '../../words/standing.ts';
import { defined } from './defined.ts';
import { presentTermInForce } from './terms.ts';

/** What everybody who may read a dossier sees of where it stands. */
export function presentStanding(
  { milestone, outcome, closedAt }: Pick<Dossier, 'milestone' | 'outcome' | 'closedAt'>,
  card: StandingCard,
) {
  return {
    milestone: milestoneView(milestone, card),
    ...defined({ outcome: outcome && outcomeView(outcome.code, card), closedAt }),
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
    ...presentStanding(dossier, procedure.service),
    ...defined({ term: presentTermInForce(dossier, today, withParts(procedure).english) }),
    todo,
  };
}
