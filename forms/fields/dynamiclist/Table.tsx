import { Button } from '../../kit/Button.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { isText } from '../../schema/components.ts';
import type { Component } from '../../schema/document.ts';
import { t } from '../../text/text.ts';
import type { ItemsProps } from './items-props.ts';

const columnName = (column: Component): string => column.label ?? ('key' in column ? column.key : '');

const isOptional = (column: Component): boolean => 'key' in column && column.validate?.required !== true;

/**
 * The items of a repeating group as rows, their fields as columns. The fields keep their own labels, which are out of
 * sight where the head of the column says the same; on narrow screens each row becomes a block and they come into
 * sight.
 */
export function Table({ component, id, name, labelId, count, onRemove, renderItem }: ItemsProps) {
  const columns = component.components.filter((column) => !isText(column));
  return (
    <table className="iter-table" aria-labelledby={labelId} aria-label={labelId ? undefined : name}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{name}</span>
          </th>
          {columns.map((column, index) => (
            <th key={column.id ?? index} scope="col">
              {columnName(column)}
              {onRemove && isOptional(column) && <span className="iter-optional"> ({t('kit.form.optional')})</span>}
            </th>
          ))}
          {onRemove && (
            <th scope="col">
              <span className="visually-hidden">{t('fields.table.actions')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: count }, (_item, row) => (
          <tr key={row} id={`${id}-item-${row}`} tabIndex={-1}>
            <th scope="row">
              <span className="visually-hidden">{t('fields.table.row', { number: row + 1 })}</span>
              <span aria-hidden="true">{row + 1}</span>
            </th>
            {columns.map((column, index) => (
              <td key={column.id ?? index}>{renderItem(row, column)}</td>
            ))}
            {onRemove && (
              <td className="iter-table-act">
                <Button
                  color="link"
                  size="sm"
                  label={t('kit.list.removeNamed', { label: name, number: row + 1 })}
                  onClick={() => onRemove(row)}
                >
                  <Icon name="it-delete" className="icon-danger" />
                </Button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
