import { useId, useState } from 'react';
import { t } from '../../forms/text/designer.ts';
import { typeLabel } from '../words.ts';
import type { Draft } from './model/draft.ts';
import { findParts, nameOf, typeNameOf } from './model/find.ts';

const MOST_SHOWN = 8;

/** Finds fields by what they say; the results are buttons that lead there. */
export function FindBox({ draft, onGo }: { readonly draft: Draft; readonly onGo: (id: string) => void }) {
  const [query, setQuery] = useState('');
  const id = useId();
  const found = findParts(draft, query, typeLabel);
  const count = found.length;
  const said = count === 0 ? t('designer.builder.bar.findNone') : t('designer.builder.bar.findSome', { count });
  const go = (partId: string): void => {
    setQuery('');
    onGo(partId);
  };
  return (
    <search
      className="fb-find"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) setQuery('');
      }}
    >
      <label htmlFor={id} className="visually-hidden">
        {t('designer.builder.bar.find')}
      </label>
      <input
        id={id}
        type="search"
        value={query}
        placeholder={t('designer.builder.bar.find')}
        aria-describedby={`${id}-said`}
        onChange={({ target }) => setQuery(target.value)}
        onKeyDown={({ key }) => {
          if (key === 'Escape') setQuery('');
          const [first] = found;
          if (key === 'Enter' && first !== undefined) go(first.part.id);
        }}
      />
      <span id={`${id}-said`} role="status" className="visually-hidden">
        {query.trim() === '' ? t('designer.builder.bar.findHint') : said}
      </span>
      {query.trim() !== '' && (
        <ul className="fb-found">
          {count === 0 && <li className="fb-quiet">{said}</li>}
          {found.slice(0, MOST_SHOWN).map(({ part }) => (
            <li key={part.id}>
              <button type="button" onClick={() => go(part.id)}>
                {nameOf(part)} <span className="fb-quiet">{typeLabel(typeNameOf(part))}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </search>
  );
}
