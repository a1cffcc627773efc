import { useState, type FormEvent } from 'react';
import type { Administration, ListComplaint } from '../../contract/administration.ts';
import { Button } from '../../kit/Button.tsx';
import { Callout } from '../../kit/Callout.tsx';
import type { ComboboxOption } from '../../kit/Combobox.tsx';
import { ErrorSummary } from '../../kit/ErrorSummary.tsx';
import { t } from '../../text/administration.ts';
import {
  bodyKindChoices,
  cardTextChoices,
  kindOf,
  parameterChoices,
  personRoleChoices,
  procedureChoices,
  roleChoices,
  type ColumnChoice,
  type ColumnName,
  type RegisterView,
} from './registers.ts';
import { fieldId, RowField } from './RowField.tsx';

/** The cells of a row as they are being written. */
export type Cells = Readonly<Record<string, string>>;

/** Settings of the form of a row. */
export interface RowFormProps {
  readonly view: RegisterView;
  readonly known: Administration;
  /** The row is there already: what tells it apart stays. */
  readonly isThere: boolean;
  readonly cells: Cells;
  /** What codes in the cells stand for, as far as it is known. */
  readonly names: Cells;
  /** The offices of the body whose office it is. */
  readonly offices: readonly ColumnChoice[];
  readonly findBodies: (query: string) => Promise<readonly ComboboxOption[]>;
  readonly complaints: readonly ListComplaint[];
  /** Grows with every attempt to keep it. */
  readonly attempt: number;
  readonly busy: boolean;
  readonly today: string;
  onChange(cells: Cells): void;
  onSave(): void;
}

/** The form of a row of a list: a field for each column, and what the server found wrong beside each. */
export function RowForm({ view, cells, names, complaints, attempt, busy, onChange, onSave, ...rest }: RowFormProps) {
  const [labels, setLabels] = useState<Cells>({});
  const change = (column: ColumnName) => (value: string, label?: string) => {
    const anew = view.columns.filter((each) => chosenAfter[column]?.includes(each));
    onChange({ ...cells, [column]: value, ...Object.fromEntries(anew.map((each) => [each, ''])) });
    if (label !== undefined) setLabels({ ...labels, [column]: label });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSave();
  };
  const beside = complaints.filter(({ column }) => view.columns.some((one) => one === column));
  const elsewhere = complaints.filter((complaint) => !beside.includes(complaint));
  return (
    <form className="iter-form" noValidate onSubmit={submit}>
      <ErrorSummary attempt={attempt} entries={beside.map(entryOf)} />
      {elsewhere.map(({ message }) => (
        <Callout key={message} tone="danger" role="alert">
          {sentence(message)}
        </Callout>
      ))}
      {view.columns.map((column) => (
        <RowField
          key={column}
          column={column}
          kind={kindOf(view.name, column)}
          value={cells[column] ?? ''}
          label={labels[column] ?? names[column]}
          choices={choicesFor(column, cells, { view, ...rest })}
          isOptional={view.optional.includes(column)}
          isFixed={rest.isThere && view.key.includes(column)}
          error={errorOf(beside, column)}
          findBodies={rest.findBodies}
          today={rest.today}
          onChange={change(column)}
        />
      ))}
      <Button type="submit" color="primary" busy={busy}>
        {t('administration.row.save')}
      </Button>
    </form>
  );
}

/** The columns that are chosen again when another has changed. */
const chosenAfter: Partial<Readonly<Record<ColumnName, readonly ColumnName[]>>> = {
  procedimento: ['ruolo', 'parametro', 'voce'],
  ente_ufficio: ['ufficio'],
};

function choicesFor(
  column: ColumnName,
  cells: Cells,
  { view, known, offices }: Pick<RowFormProps, 'view' | 'known' | 'offices'>,
): readonly ColumnChoice[] {
  switch (kindOf(view.name, column)) {
    case 'office':
      return offices;
    case 'procedure':
      return procedureChoices(known);
    case 'role':
      return roleChoices(known, cells['procedimento'] ?? '');
    case 'parameter':
      return parameterChoices(known, cells['procedimento'] ?? '');
    case 'card-text':
      return cardTextChoices(known, cells['procedimento'] ?? '');
    case 'body-kind':
      return bodyKindChoices();
    case 'person-role':
      return personRoleChoices();
    default:
      return [];
  }
}

const sentence = (message: string): string => message.charAt(0).toUpperCase() + message.slice(1);

const errorOf = (complaints: readonly ListComplaint[], column: string): string | undefined => {
  const found = complaints.find((complaint) => complaint.column === column);
  return found === undefined ? undefined : sentence(found.message);
};

const entryOf = ({ column = '', message }: ListComplaint) => ({
  id: fieldId(column),
  // Only columns of the view come here.
  text: `${t(`administration.column.${column as ColumnName}`)}: ${message}`,
});
