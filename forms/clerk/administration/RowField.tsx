import { Combobox, type ComboboxOption } from '../../kit/Combobox.tsx';
import type { FieldProps } from '../../kit/field-props.ts';
import { FieldShell } from '../../kit/FieldShell.tsx';
import { TextAreaField } from '../../fields/textarea/Field.tsx';
import { TextInput } from '../../kit/TextInput.tsx';
import { t, textOfHint } from '../../text/administration.ts';
import { host } from '../host.ts';
import type { ColumnChoice, ColumnKind, ColumnName } from './registers.ts';

/** Settings of the field of one cell. */
export interface RowFieldProps {
  readonly column: ColumnName;
  readonly kind: ColumnKind;
  readonly value: string;
  /** What the value stands for, where that is known: the name of a body. */
  readonly label: string | undefined;
  readonly choices: readonly ColumnChoice[];
  readonly isOptional: boolean;
  /** It tells rows apart, and the row is there already. */
  readonly isFixed: boolean;
  readonly error: string | undefined;
  readonly findBodies: (query: string) => Promise<readonly ComboboxOption[]>;
  /** The day, `YYYY-MM-DD`. */
  readonly today: string;
  onChange(value: string, label?: string): void;
}

/** The field of one cell, by the kind of its column. */
export function RowField(props: RowFieldProps) {
  const { kind, isFixed } = props;
  const field = fieldOf(props);
  if (kind === 'body' && !isFixed) return <BodyField {...props} field={field} />;
  if (kind === 'paragraphs') return <TextAreaField {...field} />;
  const isChosen = kind !== 'text' && kind !== 'code' && kind !== 'day' && kind !== 'body';
  if (isChosen && !isFixed) return <ChoiceField {...props} field={field} />;
  if (kind === 'day') return <TextInput field={field} type="date" look="short" />;
  const shown = isChosen || kind === 'body' ? (props.label ?? labelIn(props)) : props.value;
  return (
    <TextInput field={field} text={shown} spellCheck={false} {...(kind === 'code' && { look: 'code' as const })} />
  );
}

type Framed = RowFieldProps & { readonly field: FieldProps };

const labelIn = ({ choices, value }: RowFieldProps): string =>
  choices.find((choice) => choice.value === value)?.label ?? value;

const BodyField = ({ field, value, label, findBodies, onChange }: Framed) => (
  <FieldShell field={field}>
    {(links) => (
      <Combobox
        links={links}
        picked={value === '' ? undefined : { id: value, label: label ?? value }}
        readOnly={false}
        fewestLetters={2}
        search={findBodies}
        onPick={(option) => onChange(option?.id ?? '', option?.label)}
        onBlur={() => undefined}
      />
    )}
  </FieldShell>
);

const ChoiceField = ({ field, value, choices, onChange }: Framed) => (
  <FieldShell field={field}>
    {(links) => (
      <select
        {...links}
        className="form-select iter-select"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{t('administration.row.choose')}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    )}
  </FieldShell>
);

function fieldOf({ column, kind, value, isOptional, isFixed, error, today, onChange }: RowFieldProps): FieldProps {
  const hint = isFixed ? t('administration.row.keyNote') : textOfHint(column);
  return {
    id: fieldId(column),
    component: {
      type: 'textfield',
      key: column,
      label: t(`administration.column.${column}`),
      ...(hint !== undefined && { description: hint }),
      validate: { required: !isOptional, ...(kind === 'paragraphs' && { maxLength: 1000 }) },
    },
    value,
    path: column,
    ...(error !== undefined && { error }),
    partError: () => undefined,
    readOnly: isFixed,
    onChange: (next) => onChange(typeof next === 'string' ? next : ''),
    onBlur: () => undefined,
    onPartBlur: () => undefined,
    host,
    today,
  };
}

/** The id of the field of a column. */
export const fieldId = (column: string): string => `cell-${column}`;
