import type { ProcedureDetail, ProcedureSummary } from '../../forms/contract/procedures.ts';
import { answersSchema } from '../../forms/schema/answers-schema.ts';
import type { FormDocument } from '../../forms/schema/document.ts';
import { worded } from '../../forms/schema/worded.ts';
import { fillingMinutes } from '../../forms/schema/minutes.ts';
import { formContext } from '../core/answering.ts';
import { romeDay } from '../core/calendar.ts';
import { cardWith } from '../core/card.ts';
import type { Day } from '../core/dossier.ts';
import { parametersFor } from '../core/parameters.ts';
import { Problem } from '../core/problem.ts';
import type { Procedure } from '../core/procedure.ts';
import { findProcedures } from '../store/lists/catalogue.ts';
import { foreignCursor } from '../store/lists/cursor.ts';
import { findPublished, listPublished, type PublishedProcedure } from '../store/tables/procedures.ts';
import type { Handler } from './handler.ts';
import { defined } from './present/defined.ts';
import { bodyLayerOf, type LayerOfBody } from './body-layer.ts';
import type { AnswerSchemas } from './openapi.ts';
import type { Services } from './services.ts';

/**
 * The published procedures for which one can apply, of one topic where it is named; with `q` those that it finds, the
 * best first. `topics` are those of all that are found.
 */
export const listProcedures: Handler<'listProcedures'> = async ({ query, services }) => {
  const { all, alike } = await foundProcedures(services, query.q);
  const { topic } = query;
  const found = topic === undefined ? all : all.filter(({ procedure }) => procedure.service.topics.includes(topic));
  const start = placeIn(query.cursor);
  const end = start + query.limit;
  return {
    items: found.slice(start, end).map(({ row, procedure }) => summaryOf(row, procedure, romeDay(services.clock()))),
    total: found.length,
    topics: topicsOf(all),
    ...defined({ cursor: end < found.length ? String(end) : undefined, alike }),
  };
};

interface Listed {
  readonly row: PublishedProcedure;
  readonly procedure: Procedure;
}

async function foundProcedures(services: Services, q: string | undefined) {
  const [published, found] = await Promise.all([listPublished(services.db), findProcedures(services.db, q)]);
  const listed = await Promise.all(published.map(async (row) => ({ row, procedure: await compiled(services, row) })));
  const open = listed.filter(({ procedure }) => procedure.startFormId !== '');
  if (found === undefined) return { all: open };
  const all = found.procedureIds.flatMap((id) => open.find(({ row }) => row.procedureId === id) ?? []);
  return found.alike ? { all, alike: true as const } : { all };
}

function topicsOf(all: readonly Listed[]): string[] {
  const topics = new Set(all.flatMap(({ procedure }) => procedure.service.topics));
  return [...topics].sort((one, other) => one.localeCompare(other, 'it'));
}

/** How many come before the page that a cursor names. */
function placeIn(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (/^\d{1,6}$/.test(cursor)) return Number(cursor);
  throw foreignCursor();
}

/** The card of one procedure, with what a body that is asked for says of its own. */
export const readProcedure: Handler<'readProcedure'> = async ({ params, query, services }) => {
  const row = await currentVersion(services, params.procedureId);
  const procedure = await compiled(services, row);
  const today = romeDay(services.clock());
  const layer = await bodyLayerOf(services, procedure, { ipaCode: query.body, on: today });
  return detailOf(row, procedure, { ...layer, today });
};

/** The JSON Schemas of the answers that start the published procedures, by procedure. */
export async function publishedAnswerSchemas(
  services: Pick<Services, 'db' | 'procedures' | 'clock'>,
): Promise<AnswerSchemas> {
  const published = await listPublished(services.db);
  const entries = published.map(async ({ procedureId, version }) => {
    const procedure = await services.procedures(procedureId, version);
    const form = procedure.forms[procedure.startFormId];
    return form === undefined ? [] : [[procedureId, schemaNow(procedure, form, services)] as const];
  });
  return Object.fromEntries((await Promise.all(entries)).flat());
}

/** The JSON Schema of the answers of a form: of the one that starts the procedure, unless another is named. */
export const readAnswersSchema: Handler<'readAnswersSchema'> = async ({ params, query, services, ctx }) => {
  const procedure = await compiled(services, await currentVersion(services, params.procedureId));
  const formId = query.formId ?? procedure.startFormId;
  const form = Object.hasOwn(procedure.forms, formId) ? procedure.forms[formId] : undefined;
  if (form === undefined) throw new Problem('resource.not-found', { formId });
  ctx.set('cache-control', 'public, max-age=60');
  return { ...schemaNow(procedure, form, services) };
};

/** The schema of the answers of a form, with its words as they are today. */
const schemaNow = (procedure: Procedure, form: FormDocument, { clock }: Pick<Services, 'clock'>) =>
  answersSchema(worded(form, formContext(procedure, clock())));

/**
 * The version of a procedure on which a new application runs.
 * @throws Problem `procedure.not-found`, `procedure.retired`
 */
export async function openVersion(services: Services, procedureId: string): Promise<PublishedProcedure> {
  const row = await currentVersion(services, procedureId);
  if (row.retiredAt) throw new Problem('procedure.retired', { procedureId, retiredAt: row.retiredAt });
  return row;
}

/**
 * The newest version of a procedure, whether it takes applications or not.
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

function summaryOf(
  { procedureId, version, publishedAt }: PublishedProcedure,
  procedure: Procedure,
  today: Day,
): ProcedureSummary {
  const service = cardWith(procedure.service, parametersFor(procedure, [], today));
  const { title, category, status, shortDescription, topics } = service;
  const card = { title, category, status, shortDescription, topics, ...defined({ translations: headIn(service) }) };
  return { procedureId, version, publishedAt, ...card };
}

function headIn({ translations }: Procedure['service']): ProcedureSummary['translations'] {
  if (translations?.en === undefined) return undefined;
  const { category, title, shortDescription, topics } = translations.en;
  return { en: { category, title, shortDescription, ...defined({ topics }) } };
}

function detailOf(
  { procedureId, version, publishedAt }: PublishedProcedure,
  procedure: Procedure,
  { today, parameters, ofBody, bodies }: LayerOfBody & { readonly today: string },
): ProcedureDetail {
  const { startFormId, forms } = procedure;
  const values = parametersFor(procedure, parameters, today);
  const service = cardWith(procedure.service, values);
  const form = forms[startFormId];
  return {
    procedureId,
    version,
    publishedAt,
    service,
    maximumDays: Number(values[service.maximumDaysParameter] ?? 0),
    ...defined({ ofBody }),
    bodies: [...bodies],
    startFormId,
    fillingMinutes: form === undefined ? 0 : fillingMinutes(form),
  };
}
