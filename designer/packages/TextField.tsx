import { Labelled } from './Labelled.tsx';

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly fault?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A line of text with its label. */
export const TextField = ({ value, onChange, ...around }: Props) => (
  <Labelled {...around}>
    {(links) => (
      <input
        {...links}
        className="form-control"
        spellCheck={false}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    )}
  </Labelled>
);
