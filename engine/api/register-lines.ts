import { addDays } from '../core/calendar.ts';
import type { Day } from '../core/dossier.ts';
import { inWords } from '../core/template.ts';
import type { ServiceCard } from '../../forms/contract/procedures.ts';
import type { Instant } from '../kernel/types.ts';
import { evaluateStrict } from '../rules/feel.ts';
import type { Db } from '../store/db.ts';
import { firstRegisterDay, readRegisterPages, type RegisterRow } from '../store/lists/register.ts';
import { findRegisterDays, keepRegisterDay, type RegisterEdition } from '../store/tables/register-days.ts';
import { outcomeView, type StandingCard } from '../words/standing.ts';
import { csvLine } from './csv.ts';

/** The columns that a procedure gives its public register. */
export type RegisterColumns = NonNullable<ServiceCard['register']>['columns'];

/** Which lines of which register. */
export interface RegisterReading {
  readonly edition: RegisterEdition;
  readonly columns: RegisterColumns;
  /** What the procedure calls its outcomes. */
  readonly card: StandingCard;
  readonly from: Day;
  readonly to: Day;
  readonly now: Instant;
}

/** Days whose kept lines are read at once. */
const daysAtOnce = 31;

/**
 * The lines of a register, some at a time, each without its number. Lines of the days before today are made once a day
 * and kept: what happens to their dossiers during the day is in the register of the next one. Those of today are made
 * anew each time. Never is more than a month in memory, and between two parts no connection is held.
 */
export async function* registerLines(db: Db, reading: RegisterReading): AsyncGenerator<readonly string[]> {
  const { edition } = reading;
  const first = await firstRegisterDay(db, edition.procedureId);
  const last = least(reading.to, edition.madeOn);
  let from = first === undefined || first < reading.from ? reading.from : first;
  if (first === undefined) return;
  for (; from <= last; from = addDays(from, daysAtOnce)) {
    const to = least(last, addDays(from, daysAtOnce - 1));
    const kept = await findRegisterDays(db, edition, { from, to });
    const linesOf = new Map(kept.map(({ day, lines }) => [day, lines]));
    for (let day = from; day <= to; day = addDays(day, 1)) {
      yield linesOf.get(day) ?? (await makeDay(db, day, reading));
    }
  }
}

const least = (one: Day, other: Day): Day => (one < other ? one : other);

async function makeDay(db: Db, day: Day, { edition, ...reading }: RegisterReading): Promise<readonly string[]> {
  const { procedureId, madeOn } = edition;
  const lines: string[] = [];
  for await (const rows of readRegisterPages(db, { procedureId, from: day, to: day })) {
    lines.push(...rows.map((row) => csvLine(cellsOf(row, reading))));
  }
  if (day < madeOn) await keepRegisterDay(db, edition, { day, lines });
  return lines;
}

function cellsOf(
  row: RegisterRow,
  { columns, card, now }: Pick<RegisterReading, 'columns' | 'card' | 'now'>,
): readonly string[] {
  const { submittedOn, bodyName, outcome, decidedOn, variables } = row;
  const cells = columns.map(({ value }) => {
    // What is not known yet fails, because its variable is not there: the cell stays empty.
    const result = evaluateStrict(value, variables, now);
    return result.ok ? (inWords(result.value) ?? '') : '';
  });
  const decided = outcome === null ? ['In corso', ''] : [outcomeView(outcome, card).label, decidedOn ?? ''];
  return [submittedOn, bodyName, ...cells, ...decided];
}
