import type { ServiceCard } from '../../forms/contract/procedures.ts';
import { addDays, romeDay } from '../core/calendar.ts';
import { Problem } from '../core/problem.ts';
import { outcomeLabel } from '../core/status.ts';
import { inWords } from '../core/template.ts';
import { evaluateStrict } from '../rules/feel.ts';
import { listRegister, type RegisterRow } from '../store/lists/register.ts';
import { csvOf } from './csv.ts';
import type { Handler } from './handler.ts';
import { currentVersion } from './procedures.ts';

type Register = NonNullable<ServiceCard['register']>;

const yearDays = 365;

/**
 * The public register of the requests of a procedure: when, what kind, on what, with which outcome and when decided.
 * Nobody is named: there is no applicant and no registration number, and the subject is the one that the office wrote
 * for the register (ANAC, Linee guida 1309/2016, § 9; Circolare FOIA 2/2017, § 9).
 */
export const readRegister: Handler<'readRegister'> = async ({ params, query, services, ctx }) => {
  const { procedureId, version } = await currentVersion(services, params.procedureId);
  const { service } = await services.procedures(procedureId, version);
  const { register } = service;
  if (register === undefined) throw new Problem('resource.not-found', { procedureId });
  const now = services.clock();
  const { to = romeDay(now), from = addDays(to, -yearDays) } = query;
  const found = await listRegister(services.db, { procedureId, from, to });
  const rows = found.map((row, index) => lineOf(row, { register, number: index + 1, now }));
  const content = Buffer.from(csvOf([headings(register), ...rows]), 'utf8');
  ctx.set('cache-control', 'public, max-age=300');
  return {
    content,
    mediaType: 'text/csv; charset=utf-8',
    fileName: `registro-${procedureId}-${from}-${to}.csv`,
    size: content.length,
  };
};

function headings({ columns }: Register): readonly string[] {
  return [
    'Numero',
    'Data della richiesta',
    'Ente',
    ...columns.map(({ label }) => label),
    'Esito',
    'Data della decisione',
  ];
}

interface Line {
  readonly register: Register;
  readonly number: number;
  readonly now: string;
}

function lineOf({ submittedOn, bodyName, outcome, decidedOn, variables }: RegisterRow, line: Line): readonly string[] {
  const columns = line.register.columns.map(({ value }) => {
    // What is not known yet fails, because its variable is not there: the cell stays empty.
    const result = evaluateStrict(value, variables, line.now);
    return result.ok ? (inWords(result.value) ?? '') : '';
  });
  const decided = outcome === null ? ['In corso', ''] : [outcomeLabel(outcome), decidedOn ?? ''];
  return [String(line.number), submittedOn, bodyName, ...columns, ...decided];
}
