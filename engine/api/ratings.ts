import { partyRolesOf } from '../core/policy.ts';
import { Problem } from '../core/problem.ts';
import { keepRating } from '../store/tables/ratings.ts';
import { openDossier } from './dossier-reading.ts';
import type { Handler } from './handler.ts';

/** Keeps how easy the service was to the applicant. It is no part of the dossier: whoever decides does not see it. */
export const rateService: Handler<'rateService'> = async ({ params, body, actor, services }) => {
  const { dossierId } = params;
  const { dossier } = await openDossier(services, actor, { dossierId, what: 'rating' });
  if (!partyRolesOf(actor, dossier).includes('applicant')) throw new Problem('permission.denied', { dossierId });
  await keepRating(services.db, dossier, { ...body, at: services.clock() });
  return undefined;
};
