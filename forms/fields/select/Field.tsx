import { Combobox } from '../../kit/Combobox.tsx';
import { textOf, type FieldProps } from '../../kit/field-props.ts';
import { FieldShell } from '../../kit/FieldShell.tsx';
import { WithChoices } from '../../kit/WithChoices.tsx';
import { fittingNames } from '../../schema/names.ts';
import { t } from '../../text/text.ts';
import { choiceLabel } from '../choices.ts';
import { RadioField } from '../radio/Field.tsx';

// Designers Italia, design-comuni: up to 5 choices are radio buttons, 6 to 10 a list, more a search in the list.
const MOST_RADIOS = 5;
const MOST_LISTED = 10;

const List = (field: FieldProps) => (
  <FieldShell field={field}>
    {(links) => (
      <select
        {...links}
        className="form-select iter-select"
        name={links.id}
        value={textOf(field.value)}
        disabled={field.readOnly}
        onChange={(event) => field.onChange(event.target.value)}
        onBlur={field.onBlur}
      >
        <option value="">{t('kit.form.choose')}</option>
        {field.component.values?.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    )}
  </FieldShell>
);

function Search(field: FieldProps) {
  const values = field.component.values ?? [];
  const picked = textOf(field.value);
  const search = (query: string) =>
    fittingNames(values, query, ({ label }) => label).map(({ value, label, description }) => ({
      id: value,
      label,
      detail: description,
    }));
  return (
    <FieldShell field={field}>
      {(links) => (
        <Combobox
          links={links}
          picked={picked === '' ? undefined : { id: picked, label: choiceLabel(field.component, picked) }}
          readOnly={field.readOnly}
          fewestLetters={0}
          search={(query) => Promise.resolve(search(query))}
          onPick={(option) => field.onChange(option?.id ?? '')}
          onBlur={field.onBlur}
        />
      )}
    </FieldShell>
  );
}

function Fitting(field: FieldProps) {
  const count = field.component.values?.length ?? 0;
  if (count <= MOST_RADIOS) return <RadioField {...field} />;
  return count <= MOST_LISTED ? <List {...field} /> : <Search {...field} />;
}

/** One choice; the widget follows the number of choices, wherever they come from. */
export const SelectField = (field: FieldProps) => (
  <WithChoices field={field}>{(listed) => <Fitting {...listed} />}</WithChoices>
);
