import type { RegisterKeeping } from '../../contract/administration.ts';
import { Callout } from '../../kit/Callout.tsx';
import { t } from '../../text/administration.ts';
import { CardTable, Cell, Row } from '../layout/CardTable.tsx';

/** What came of an import: how many rows were kept, or all that is wrong in the list. */
export function ImportResult({ keeping }: { readonly keeping: RegisterKeeping }) {
  const { kept, notes, complaints } = keeping;
  if (complaints.length === 0)
    return (
      <Callout tone="success" role="status">
        <p className="mb-0">
          <strong>{t('administration.import.done', { count: kept })}</strong>
        </p>
        {notes.map((note) => (
          <p key={note} className="mt-2 mb-0">
            {note}
          </p>
        ))}
      </Callout>
    );
  const headings = (['line', 'column', 'wrong'] as const).map((column) => t(`administration.import.${column}`));
  return (
    <>
      <Callout tone="danger" role="alert">
        <strong>{t('administration.import.refused', { count: complaints.length })}</strong>
      </Callout>
      <CardTable caption={t('administration.import.wrong')} columns={headings}>
        {complaints.map(({ line, column, message }) => (
          <Row key={`${line} ${column} ${message}`}>
            <Cell>
              <span className="desk-card-label">{t('administration.import.line')}: </span>
              {line ?? '–'}
            </Cell>
            <Cell>
              <span className="desk-card-label">{t('administration.import.column')}: </span>
              {column ?? '–'}
            </Cell>
            <Cell>{message}</Cell>
          </Row>
        ))}
      </CardTable>
    </>
  );
}
