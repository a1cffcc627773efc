import { romeDay } from '../core/calendar.ts';
import { namedIn } from '../core/competent-body.ts';
import { Problem } from '../core/problem.ts';
import { findCompetent } from '../store/organisation/competent.ts';
import type { Handler } from './handler.ts';
import { defined } from './present/defined.ts';
import { openVersion } from './procedures.ts';

/** The body that is competent for a place, as the door will find it. */
export const findCompetentBody: Handler<'findCompetentBody'> = async ({ params, body, services }) => {
  const { version } = await openVersion(services, params.procedureId);
  const { service } = await services.procedures(params.procedureId, version);
  const rule = service.competence.from;
  if (rule === undefined) throw new Problem('resource.not-found', { procedureId: params.procedureId });
  const { level } = rule;
  const place = namedIn(body.place);
  if (place === undefined) return { level };
  const found = await findCompetent(services.db, { place, rule }, romeDay(services.clock()));
  return { level, ...defined({ place: found.place, body: found.body, delegated: found.delegated }) };
};
