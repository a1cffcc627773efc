import { Readable } from 'node:stream';
import { addDays, daysBetween, romeDay } from '../core/calendar.ts';
import type { Day } from '../core/dossier.ts';
import type { Language } from '../core/language.ts';
import { Problem } from '../core/problem.ts';
import { requestIssue, type RequestFault, type RequestFaults } from '../words/problems/request-faults.ts';
import { csvLine, csvLineEnd, csvStart } from './csv.ts';
import type { Handler } from './handler.ts';
import { languageOf } from './language.ts';
import { currentVersion } from './procedures.ts';
import { registerLines, type RegisterColumns } from './register-lines.ts';

/** A leap year: whoever wants more asks for one period after the other. */
const longestDays = 366;

/** The database knows no earlier days. */
const firstDay = '0001-01-01';

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
  const madeOn = romeDay(now);
  const { from, to } = periodOf(query, { today: madeOn, language: languageOf(ctx) });
  const { columns } = register;
  const edition = { procedureId, version, madeOn };
  const content = Readable.from(
    csvParts(columns, registerLines(services.db, { edition, columns, card: service, from, to, now })),
    {
      objectMode: false,
    },
  );
  // Whoever got a part has to see that the rest is missing.
  content.once('error', (error) => {
    services.log.error({ err: error, procedureId }, 'the register broke off');
    ctx.res.destroy();
  });
  ctx.set('cache-control', 'public, max-age=300');
  return { content, mediaType: 'text/csv; charset=utf-8', fileName: `registro-${procedureId}-${from}-${to}.csv` };
};

/** The file in parts; its lines are numbered from 1. */
async function* csvParts(columns: RegisterColumns, days: AsyncIterable<readonly string[]>): AsyncGenerator<string> {
  const labels = columns.map(({ label }) => label);
  const headings = ['Riga', 'Data della richiesta', 'Ente', ...labels, 'Esito', 'Data della decisione'];
  yield csvStart + csvLine(headings) + csvLineEnd;
  let number = 0;
  for await (const lines of days) {
    const numbered = lines.map((line) => {
      number += 1;
      return `${number},${line}${csvLineEnd}`;
    });
    if (numbered.length > 0) yield numbered.join('');
  }
}

interface Period {
  readonly from: Day;
  readonly to: Day;
}

/**
 * The days asked for, both included; the last year up to today unless told.
 * @throws Problem `request.invalid` when it ends before it begins, is too long, or begins before all days
 */
function periodOf(
  asked: Partial<Period>,
  { today, language }: { readonly today: Day; readonly language: Language },
): Period {
  const { to = today } = asked;
  const { from = addDays(to, 1 - longestDays) } = asked;
  const refused = <Fault extends RequestFault>(code: Fault, params: RequestFaults[Fault]): Problem =>
    new Problem('request.invalid', { issues: [requestIssue('query.from', { code, params }, language)] });
  if (from < firstDay) throw refused('request.no-register-day', { from });
  if (from > to) throw refused('request.period-reversed', { from, to });
  if (daysBetween(from, to) < longestDays) return { from, to };
  throw refused('request.period-too-long', { from, to, days: longestDays });
}
