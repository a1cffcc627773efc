import { useId, type ReactNode } from 'react';

interface Links {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface Props {
  readonly label: string;
  readonly hint?: string | undefined;
  /** Why what is written cannot be taken. */
  readonly fault?: string | undefined;
  readonly children: (links: Links) => ReactNode;
}

/** An input with its label, its hint and what is wrong with it. */
export function Labelled({ label, hint, fault, children }: Props) {
  const id = useId();
  const described = [...(hint === undefined ? [] : [`${id}-hint`]), ...(fault === undefined ? [] : [`${id}-fault`])];
  return (
    <div className="fb-labelled">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="fb-quiet">
          {hint}
        </p>
      )}
      {children({
        id,
        'aria-describedby': described.length === 0 ? undefined : described.join(' '),
        'aria-invalid': fault === undefined ? undefined : true,
      })}
      {fault !== undefined && (
        <p id={`${id}-fault`} className="fb-wrong" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
