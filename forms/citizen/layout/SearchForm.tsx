import { useId, useState } from 'react';
import { Icon } from '../../kit/Icon.tsx';
import { t } from '../../text/text.ts';

interface SearchFormProps {
  readonly label: string;
  readonly hint: string;
  readonly words: string;
  readonly onSearch: (words: string) => void;
}

/** A search by words; runs when it is sent, not at every letter. */
export function SearchForm({ label, hint, words, onSearch }: SearchFormProps) {
  const [text, setText] = useState(words);
  const id = useId();
  return (
    <form
      role="search"
      className="search-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(text.trim());
      }}
    >
      <label htmlFor={id}>{label}</label>
      <div className="search-form-row">
        <input
          id={id}
          type="search"
          className="form-control"
          value={text}
          maxLength={200}
          autoComplete="off"
          aria-describedby={`${id}-hint`}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className="btn btn-primary">
          <Icon name="it-search" className="icon-white" />
          <span className="search-form-word">{t('citizen.catalogue.search')}</span>
        </button>
      </div>
      <p id={`${id}-hint`} className="form-text">
        {hint}
      </p>
    </form>
  );
}
