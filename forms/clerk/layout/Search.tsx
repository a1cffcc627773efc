import { useId, useState, type FormEvent } from 'react';
import { t } from '../../text/clerk.ts';

/** A search that starts on Enter or with its button. `value` is what the list shows now. */
export function Search({ label, value, onSearch }: Props) {
  const id = useId();
  const [shown, setShown] = useState(value);
  const [text, setText] = useState(value);
  // The address was changed from elsewhere: a link, the back button, the filters taken away.
  if (shown !== value) {
    setShown(value);
    setText(value);
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSearch(text.trim());
  };
  return (
    <form role="search" className="desk-filter desk-search" onSubmit={submit}>
      <label htmlFor={id}>{label}</label>
      <div className="desk-search-line">
        <input id={id} type="search" maxLength={200} value={text} onChange={(event) => setText(event.target.value)} />
        <button type="submit" className="btn btn-primary btn-sm">
          {t('clerk.queue.searchButton')}
        </button>
      </div>
    </form>
  );
}

interface Props {
  readonly label: string;
  readonly value: string;
  onSearch(text: string): void;
}
