import type { ProcedureDetail, ProcedureSummary } from '../../forms/contract/procedures.ts';
import { fillingMinutes } from '../../forms/schema/minutes.ts';
import { romeDay } from '../core/calendar.ts';
import { parametersOn } from '../core/parameters.ts';
import { Problem } from '../core/problem.ts';
import type { Procedure } from '../core/procedure.ts';
import { findPublished, listPublished, type PublishedProcedure } from '../store/tables/procedures.ts';
import type { Handler } from './handler.ts';
import type { Services } from './services.ts';

/** The published procedures for which one can apply; `q` is looked for in title, description, topics and keywords, word by word. */
export const listProcedures: Handler<'listProcedures'> = async ({ query, services }) => {
  const published = await listPublished(services.db);
  const all = await Promise.all(published.map(async (row) => ({ row, procedure: await compiled(services, row) })));
  const found = all.filter(({ procedure }) => procedure.startFormId !== '' && matches(procedure, query.q));
  const start = placeIn(query.cursor);
  const end = start + query.limit;
  const items = found.slice(start, end).map(({ row, procedure }) => summaryOf(row, procedure));
  return { items, total: found.length, ...(end < found.length ? { cursor: String(end) } : {}) };
};

/** How many come before the page that a cursor names. */
function placeIn(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (/^\d{1,6}$/.test(cursor)) return Number(cursor);
  const message = 'il cursore non viene da una pagina precedente';
  throw new Problem('request.invalid', {
    issues: [{ path: 'query.cursor', code: 'request.invalid-cursor', params: {}, message }],
  });
}

/** The card of one procedure. */
export const readProcedure: Handler<'readProcedure'> = async ({ params, services }) => {
  const row = await currentVersion(services, params.procedureId);
  return detailOf(row, await compiled(services, row), romeDay(services.clock()));
};

/**
 * The version of a procedure that new applications run on.
 * @throws Problem `procedure.not-found`
 */
export async function currentVersion(services: Services, procedureId: string): Promise<PublishedProcedure> {
  const row = await findPublished(services.db, procedureId);
  if (row === undefined) throw new Problem('procedure.not-found', { procedureId });
  return row;
}

function compiled(services: Services, row: PublishedProcedure): Promise<Procedure> {
  return services.procedures(row.procedureId, row.version);
}

function matches({ service }: Procedure, q: string | undefined): boolean {
  const text = plain([service.title, service.shortDescription, ...service.topics, ...service.keywords].join(' '));
  return plain(q ?? '')
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Without capitals and accents: who types on a phone leaves them out. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

function summaryOf(
  { procedureId, version, publishedAt }: PublishedProcedure,
  { service }: Procedure,
): ProcedureSummary {
  const { title, category, status, shortDescription, topics } = service;
  return { procedureId, version, publishedAt, title, category, status, shortDescription, topics };
}

function detailOf(
  { procedureId, version, publishedAt }: PublishedProcedure,
  procedure: Procedure,
  today: string,
): ProcedureDetail {
  const { service, startFormId, forms } = procedure;
  const form = forms[startFormId];
  return {
    procedureId,
    version,
    publishedAt,
    service,
    maximumDays: Number(parametersOn(procedure.parameters, today)[service.maximumDaysParameter] ?? 0),
    startFormId,
    fillingMinutes: form === undefined ? 0 : fillingMinutes(form),
  };
}
