import { partyRolesOf } from '../core/concerned.ts';
import { demand } from '../core/policy.ts';
import { managedOffices } from '../core/memberships.ts';
import { Problem } from '../core/problem.ts';
import { countRatings, keepRating } from '../store/tables/ratings.ts';
import { openDossier } from './dossier-reading.ts';
import type { Handler } from './handler.ts';
import { defined } from './present/defined.ts';
import { currentVersion } from './procedures.ts';

/** Keeps how easy the service was to the applicant. It is no part of the dossier: whoever decides does not see it. */
export const rateService: Handler<'rateService'> = async ({ params, body, actor, services }) => {
  const { dossierId } = params;
  const { dossier } = await openDossier(services, actor, { dossierId, what: 'rating' });
  if (!partyRolesOf(actor, dossier).includes('applicant')) throw new Problem('permission.denied', { dossierId });
  await keepRating(services.db, dossier, { ...body, at: services.clock() });
  return undefined;
};

/**
 * How the services of the offices that the reader manages are rated: how many times and with how many stars, never by
 * whom.
 */
export const listRatings: Handler<'listRatings'> = async ({ actor, services }) => {
  demand(actor, 'read-ratings', {});
  const rows = await countRatings(services.db, managedOffices(actor));
  const items = rows.map(async ({ procedureId, count, average }) => {
    const { version } = await currentVersion(services, procedureId);
    const { service } = await services.procedures(procedureId, version);
    return { procedureId, title: service.title, count, ...defined({ average: average ?? undefined }) };
  });
  return { items: await Promise.all(items) };
};
