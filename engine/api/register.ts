import type { ServiceCard } from '../../forms/contract/procedures.ts';
import { addDays, daysBetween, romeDay } from '../core/calendar.ts';
import type { Day } from '../core/dossier.ts';
import { Problem } from '../core/problem.ts';
import { outcomeLabel } from '../core/status.ts';
import { inWords } from '../core/template.ts';
import type { Instant } from '../kernel/types.ts';
import { evaluateStrict } from '../rules/feel.ts';
import { readRegisterPages, type RegisterRow } from '../store/lists/register.ts';
import { csvOf } from './csv.ts';
import type { Handler } from './handler.ts';
import { currentVersion } from './procedures.ts';

type Register = NonNullable<ServiceCard['register']>;

/** A leap year: whoever wants more asks for one period after the other. */
const longestDays = 366;

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
  const { from, to } = periodOf(query, romeDay(now));
  const lines: (readonly string[])[] = [headings(register)];
  for await (const rows of readRegisterPages(services.db, { procedureId, from, to })) {
    lines.push(...rows.map((row, index) => lineOf(row, { register, number: lines.length + index, now })));
  }
  const content = Buffer.from(csvOf(lines), 'utf8');
  ctx.set('cache-control', 'public, max-age=300');
  return {
    content,
    mediaType: 'text/csv; charset=utf-8',
    fileName: `registro-${procedureId}-${from}-${to}.csv`,
    size: content.length,
  };
};

interface Period {
  readonly from: Day;
  readonly to: Day;
}

/**
 * The days asked for, both included; the last year up to today unless told.
 * @throws Problem `request.invalid` when it ends before it begins, or is too long
 */
function periodOf(asked: Partial<Period>, today: Day): Period {
  const { to = today } = asked;
  const { from = addDays(to, 1 - longestDays) } = asked;
  if (from > to) throw invalid(`«${from}» viene dopo «${to}», che è l’ultimo giorno del periodo`);
  if (daysBetween(from, to) < longestDays) return { from, to };
  throw invalid(`dal «${from}» al «${to}» passano troppi giorni: il periodo è di ${longestDays} giorni al massimo`);
}

function invalid(message: string): Problem {
  return new Problem('request.invalid', {
    issues: [{ path: 'query.from', code: 'request.period', params: {}, message }],
  });
}

function headings({ columns }: Register): readonly string[] {
  return [
    'Riga',
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
  readonly now: Instant;
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
