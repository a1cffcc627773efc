import { Link } from 'react-router';
import type { Administration, RegisterRow } from '../../contract/administration.ts';
import { Button } from '../../kit/Button.tsx';
import { dayInFigures } from '../clock.ts';
import { t } from '../../text/administration.ts';
import { CardTable, Cell, Row } from '../layout/CardTable.tsx';
import { kindOf, wordOf, type ColumnKind, type ColumnName, type RegisterView } from './registers.ts';

/** The rows of a list, each with what its reader may do to it. */
export function RegisterTable({ view, rows, known, today, ...acts }: Props) {
  const shown = view.columns.filter((column) => !left.includes(column));
  const hasPeriod = view.columns.includes('dal') || rows.some(({ cells }) => (cells['al'] ?? '') !== '');
  const headings = [
    ...shown.map((column) => t(`administration.column.${column}`)),
    ...(hasPeriod ? [t('administration.list.period')] : []),
    t('administration.list.acts'),
  ];
  return (
    <CardTable caption={t(`administration.register.${view.name}`)} columns={headings}>
      {rows.map((row) => (
        <Row key={JSON.stringify(row.cells)}>
          {shown.map((column) => (
            <Cell key={column} {...(isWhole(kindOf(view.name, column)) && { className: 'desk-whole' })}>
              <span className="desk-card-label">{t(`administration.column.${column}`)}: </span>
              {said(row, column, { view, known })}
            </Cell>
          ))}
          {hasPeriod ? <Cell>{periodOf(row, today)}</Cell> : null}
          <Cell>
            <Acts row={row} view={view} known={known} today={today} {...acts} />
          </Cell>
        </Row>
      ))}
    </CardTable>
  );
}

/** Columns without one of their own: the days stand together, an address is seen where the row is changed. */
const left: readonly ColumnName[] = ['dal', 'al', 'email'];

/** Codes and names are not broken within a word. */
const isWhole = (kind: ColumnKind): boolean => kind === 'code' || kind === 'text';

interface Acting {
  readonly view: RegisterView;
  readonly known: Administration;
  readonly today: string;
  /** Where a row is changed. */
  changeAt(row: RegisterRow): string;
  onEnd(row: RegisterRow): void;
}

interface Props extends Acting {
  readonly rows: readonly RegisterRow[];
}

function Acts({ row, view, known, today, changeAt, onEnd }: Acting & { readonly row: RegisterRow }) {
  const { cells, mayChange } = row;
  if (!mayChange || isOver(row, today)) return null;
  const what = view.key.map((column) => said(row, column, { view, known })).join(', ');
  return (
    <span className="desk-row-acts">
      <Link to={changeAt(row)} aria-label={t('administration.list.changeOf', { what })}>
        {t('administration.list.change')}
      </Link>
      {(cells['al'] ?? '') === '' ? (
        <Button
          outline
          size="xs"
          color="primary"
          label={t('administration.list.endOf', { what })}
          onClick={() => onEnd(row)}
        >
          {t('administration.list.end')}
        </Button>
      ) : null}
    </span>
  );
}

const said = (
  { cells, names }: RegisterRow,
  column: ColumnName,
  { view, known }: { readonly view: RegisterView; readonly known: Administration },
): string => wordOf({ register: view.name, column, value: cells[column] ?? '' }, { cells, names, known });

const isOver = ({ cells: { al = '' } }: RegisterRow, today: string): boolean => al !== '' && al < today;

function periodOf(row: RegisterRow, today: string): string {
  const { dal = '', al = '' } = row.cells;
  if (isOver(row, today)) return t('administration.list.over', { day: dayInFigures(al) });
  const from =
    dal === ''
      ? []
      : [t(dal > today ? 'administration.list.begins' : 'administration.list.from', { day: dayInFigures(dal) })];
  const until = al === '' ? [] : [t('administration.list.until', { day: dayInFigures(al) })];
  return [...from, ...until].join(' ');
}
