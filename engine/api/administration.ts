import { fullName } from '../../forms/schema/full-name.ts';
import { romeDay } from '../core/calendar.ts';
import type { PersonActor } from '../core/actor.ts';
import { administeredBodies } from '../core/memberships.ts';
import { demand, mayDo } from '../core/policy.ts';
import { Problem } from '../core/problem.ts';
import {
  endRows,
  importList,
  isWithin,
  keepRows,
  type Administrator,
  type Keeping,
} from '../organisation/administer.ts';
import { consequencesOf } from '../organisation/consequences.ts';
import { gapsIn, layersOf } from '../organisation/gaps.ts';
import { cellOf } from '../organisation/register.ts';
import { registers } from '../organisation/registers.ts';
import { valueGapsIn } from '../store/organisation/value-gaps.ts';
import { bodiesById, leadingBody } from '../store/organisation/bodies.ts';
import { findChanges } from '../store/organisation/events.ts';
import { readKnown } from '../store/organisation/known.ts';
import { csvLine, csvLineEnd, csvStart } from './csv.ts';
import type { Handler } from './handler.ts';
import { defined } from './present/defined.ts';
import { noteSecurityEvent } from './security-log.ts';
import type { Services } from './services.ts';

/** What whoever asks looks after. */
export const readAdministration: Handler<'readAdministration'> = async ({ actor, services }) => {
  const { bodies, by } = await administratorOf(services, actor);
  const { procedures } = await readKnown(services.db);
  return {
    isLeader: by.scope.isLeader,
    bodies: [...bodies],
    procedures: [...procedures].map(([procedureId, { title, roles, ofBodies }]) => ({
      procedureId,
      title,
      roles: Object.entries(roles).map(([code, { label }]) => ({ code, label })),
      ofBodies,
    })),
  };
};

/** The roles that nobody plays in a body, and the values that it has to give. */
export const listGaps: Handler<'listGaps'> = async ({ params, actor, services }) => {
  const { ipaCode } = params;
  const { by } = await administratorOf(services, actor);
  demandBody(by, ipaCode);
  const known = await readKnown(services.db);
  const [ipaCodes, on] = [[ipaCode], romeDay(by.at)];
  const gaps = await gapsIn(services.db, { ipaCodes, known }, on);
  const values = await valueGapsIn(services.db, { ipaCodes, layers: layersOf(known) }, on);
  return {
    items: gaps.map(({ procedureId, role, kind, officeIpaCode, officeCode }) => {
      const { title = procedureId, roles = {} } = known.procedures.get(procedureId) ?? {};
      const office =
        officeIpaCode === null || officeCode === null ? {} : { office: { ipaCode: officeIpaCode, code: officeCode } };
      return { procedureId, title, role, label: roles[role]?.label ?? role, kind, ...office };
    }),
    values: values.map(({ procedureId, kind, name, fault, on: day }) => {
      const procedure = known.procedures.get(procedureId);
      const label = kind === 'parameters' ? procedure?.ofBodies.parameters[name]?.label : undefined;
      return { procedureId, title: procedure?.title ?? procedureId, kind, name, fault, on: day, ...defined({ label }) };
    }),
  };
};

/** Rows of a list; bodies and their offices of all, the others of the bodies that whoever asks looks after. */
export const listRegisterRows: Handler<'listRegisterRows'> = async ({ params, query, actor, services }) => {
  const register = registers[params.register];
  const { by } = await administratorOf(services, actor);
  const offset = Number(query.cursor ?? 0);
  const rows = await register.find(services.db, {
    text: query.q ?? '',
    ipaCodes: bodiesRead(by, params.register, query.body),
    notEndedOn: query.ended === undefined ? romeDay(by.at) : undefined,
    limit: query.limit + 1,
    offset,
  });
  const more = rows.length > query.limit ? { cursor: String(offset + query.limit) } : {};
  return {
    items: rows.slice(0, query.limit).map(({ cells, names }) => ({
      cells: { ...cells },
      names: { ...names },
      mayChange: isWithin(cells, register, by.scope),
    })),
    ...more,
  };
};

/** Keeps a row, new or changed. */
export const keepRegisterRow: Handler<'keepRegisterRow'> = async ({ params, body, actor, services, ctx }) => {
  const { by } = await administratorOf(services, actor);
  const listed = { register: registers[params.register], rows: [{ line: 1, cells: trimmed(body.cells) }] };
  const keeping = await keepRows(services.db, listed, by);
  if ('kept' in keeping) noteSecurityEvent(services.log, ctx, changeOf(params.register, 'kept'));
  return shown(keeping);
};

/** Reads a list. */
export const importRegister: Handler<'importRegister'> = async ({ params, body, actor, services, ctx }) => {
  const { by } = await administratorOf(services, actor);
  const bytes = Buffer.from(body.content, 'base64');
  const keeping = await importList(services.db, { register: registers[params.register], bytes }, by);
  if ('kept' in keeping) noteSecurityEvent(services.log, ctx, changeOf(params.register, 'kept'));
  return shown(keeping);
};

/** A list with the columns that an import reads. */
export const exportRegister: Handler<'exportRegister'> = async ({ params, query, actor, services }) => {
  const register = registers[params.register];
  const { by } = await administratorOf(services, actor);
  const ipaCodes = bodiesRead(by, params.register, query.body);
  const rows = await register.find(services.db, { text: '', ipaCodes });
  const columns = Object.keys(register.columns);
  const lines = [columns, ...rows.map(({ cells }) => columns.map((column) => cellOf(cells, column)))];
  const content = Buffer.from(csvStart + lines.map((line) => csvLine(line) + csvLineEnd).join(''));
  const fileName = `${register.what.replaceAll(' ', '-')}-${romeDay(by.at)}.csv`;
  return { content, mediaType: 'text/csv; charset=utf-8', fileName, size: content.length };
};

/** Gives a row its last day. */
export const endRegisterRow: Handler<'endRegisterRow'> = async ({ params, body, actor, services, ctx }) => {
  const { by } = await administratorOf(services, actor);
  const register = registers[params.register];
  const { columns } = register.ending;
  const missing = columns.filter((column) => (body.cells[column] ?? '') === '');
  if (missing.length > 0) throw new Problem('request.invalid', { expected: `le celle ${missing.join(', ')}` });
  const cells = Object.fromEntries(columns.map((column) => [column, body.cells[column] ?? '']));
  const against = await endRows(services.db, { register, cells, lastOn: body.lastOn }, by);
  if (against !== undefined) return { ended: false, against };
  noteSecurityEvent(services.log, ctx, changeOf(params.register, 'ended'));
  return { ended: true };
};

/** What runs where a row is to be changed. */
export const readConsequences: Handler<'readConsequences'> = async ({ params, body, actor, services }) => {
  const { by } = await administratorOf(services, actor);
  const { register } = params;
  if (!isWithin(body.cells, registers[register], by.scope)) throw notTheirs();
  return consequencesOf(services.db, { register, cells: body.cells }, romeDay(by.at));
};

/** Who changed what. */
export const listAdministrationEvents: Handler<'listAdministrationEvents'> = async ({ query, actor, services }) => {
  const { by } = await administratorOf(services, actor);
  const { body, limit, before } = query;
  const found = await findChanges(services.db, { ipaCodes: bodiesOf(by, body), before, limit });
  return { items: found.map(({ cells, ...event }) => ({ ...event, cells: { ...cells } })) };
};

/**
 * Whoever asks as an administrator, and the bodies where they are one.
 * @throws Problem `permission.denied`
 */
async function administratorOf(services: Services, actor: PersonActor) {
  demand(actor, 'administer', {});
  const [bodies, leaderId] = await Promise.all([
    bodiesById(services.db, administeredBodies(actor)),
    leadingBody(services.db),
  ]);
  const isLeader = mayDo(actor, 'administer-all', { leaderId });
  const by: Administrator = {
    author: { personId: actor.personId, name: fullName(actor) },
    at: services.clock(),
    scope: { isLeader, ipaCodes: bodies.map(({ ipaCode }) => ipaCode) },
    ...defined({ fiscalCode: actor.fiscalCode }),
  };
  return { bodies, by };
}

/** The bodies whose rows are read; undefined for all. @throws Problem `permission.denied` for one that is not theirs */
function bodiesOf(by: Administrator, asked: string | undefined): readonly string[] | undefined {
  if (asked === undefined) return by.scope.isLeader ? undefined : by.scope.ipaCodes;
  demandBody(by, asked);
  return [asked];
}

// Which bodies and offices there are is no secret, and a role may be assigned to an office of another body.
function bodiesRead(by: Administrator, register: keyof typeof registers, asked: string | undefined) {
  if (register !== 'bodies' && register !== 'offices') return bodiesOf(by, asked);
  return asked === undefined ? undefined : [asked];
}

function demandBody({ scope }: Administrator, ipaCode: string): void {
  if (!scope.isLeader && !scope.ipaCodes.includes(ipaCode)) throw notTheirs();
}

const notTheirs = () => new Problem('permission.denied', { act: 'administer', reason: 'not-an-administrator' });

const changeOf = (register: string, act: string) =>
  ({ event: 'administration', audience: 'office', register, act }) as const;

const trimmed = (cells: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, cell.trim()]));

const shown = (keeping: Keeping) =>
  'kept' in keeping
    ? { kept: keeping.kept, notes: [...keeping.notes], complaints: [] }
    : { kept: 0, notes: [], complaints: keeping.complaints.map((complaint) => ({ ...complaint })) };
