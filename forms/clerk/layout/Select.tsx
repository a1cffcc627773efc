import { useId } from 'react';

/** A choice from a short list that takes effect at once. The empty value stands for "any". */
export function Select({ label, value, options, onChoose }: Props) {
  const id = useId();
  return (
    <div className="desk-filter">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChoose(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

interface Props {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  onChoose(value: string): void;
}
