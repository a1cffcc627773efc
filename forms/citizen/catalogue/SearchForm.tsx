import { useState } from 'react';
import { Icon } from '../../kit/Icon.tsx';
import { t } from '../../text/text.ts';

interface SearchFormProps {
  readonly words: string;
  readonly onSearch: (words: string) => void;
}

/** Search of the services by words; runs when it is sent, not at every letter. */
export function SearchForm({ words, onSearch }: SearchFormProps) {
  const [text, setText] = useState(words);
  return (
    <form
      role="search"
      className="search-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(text.trim());
      }}
    >
      <label htmlFor="catalogue-search">{t('citizen.catalogue.searchLabel')}</label>
      <div className="search-form-row">
        <input
          id="catalogue-search"
          type="search"
          className="form-control"
          value={text}
          maxLength={200}
          autoComplete="off"
          aria-describedby="catalogue-search-hint"
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className="btn btn-primary">
          <Icon name="it-search" className="icon-white" />
          <span className="search-form-word">{t('citizen.catalogue.search')}</span>
        </button>
      </div>
      <p id="catalogue-search-hint" className="form-text">
        {t('citizen.catalogue.searchHint')}
      </p>
    </form>
  );
}
