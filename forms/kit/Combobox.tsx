import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { t } from '../text/text.ts';
import type { InputLinks } from './FieldShell.tsx';

/** One choice of a combobox. */
export interface ComboboxOption {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
}

/** Settings of a combobox. */
export interface ComboboxProps {
  readonly links: InputLinks;
  readonly picked: ComboboxOption | undefined;
  readonly readOnly: boolean;
  /** From how many letters on the search starts; with 0 the whole list opens. */
  readonly fewestLetters: number;
  readonly search: (query: string) => Promise<readonly ComboboxOption[]>;
  readonly onPick: (option: ComboboxOption | undefined) => void;
  readonly onBlur: () => void;
}

/** How long a person may pause between two letters before the search starts. */
const PAUSE_MS = 200;

type Found = { readonly state: 'idle' | 'searching' | 'failed' | 'done'; readonly options: readonly ComboboxOption[] };

const IDLE: Found = { state: 'idle', options: [] };

/** The options for a query; undefined means that nothing is being searched. */
function useSearch(query: string | undefined, search: ComboboxProps['search']): Found {
  const [found, setFound] = useState<Found & { readonly query: string | undefined }>({ ...IDLE, query: undefined });
  const latest = useRef(search);
  useEffect(() => {
    latest.current = search;
  });
  useEffect(() => {
    if (query === undefined) return undefined;
    let isCurrent = true;
    const show = (next: Found): void => {
      if (isCurrent) setFound({ ...next, query });
    };
    const run = (): void =>
      void latest.current(query).then(
        (options) => show({ state: 'done', options }),
        () => show({ state: 'failed', options: [] }),
      );
    const timer = setTimeout(run, query === '' ? 0 : PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [query]);
  if (query === undefined) return IDLE;
  return found.query === query ? found : { state: 'searching', options: found.options };
}

function status(found: Found, query: string, fewestLetters: number): string {
  if (query.trim().length < fewestLetters) return t('kit.search.hint', { count: fewestLetters });
  if (found.state === 'searching') return t('kit.search.searching');
  if (found.state === 'failed') return t('kit.search.failed');
  if (found.state === 'idle') return '';
  return found.options.length === 0
    ? t('kit.search.none', { query })
    : t('kit.search.found', { count: found.options.length });
}

/** What the arrow keys make of the active option; -1 is none. */
function moved(key: string, active: number, count: number): number | undefined {
  if (key === 'ArrowDown') return active + 1 >= count ? 0 : active + 1;
  if (key === 'ArrowUp') return active <= 0 ? count - 1 : active - 1;
  return undefined;
}

interface ListProps {
  readonly id: string;
  readonly options: readonly ComboboxOption[];
  readonly active: number;
  readonly onPick: (option: ComboboxOption) => void;
}

// The keyboard works on the input, which keeps the focus (ARIA 1.2, combobox with list autocomplete).
const List = ({ id, options, active, onPick }: ListProps) => (
  <div id={id} role="listbox" className="iter-combobox-list">
    {options.map((option, index) => (
      // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- the input has the keys
      <div
        key={option.id}
        id={`${id}-${index}`}
        role="option"
        tabIndex={-1}
        aria-selected={index === active}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onPick(option)}
      >
        {option.label}
        {option.detail && <small>{option.detail}</small>}
      </div>
    ))}
  </div>
);

/** The state of a combobox: what is being written, which option is active, and what the keys do. */
function useCombobox({ picked, readOnly, fewestLetters, search, onPick }: ComboboxProps) {
  // What is being written; undefined while nothing is, and the input shows what was picked.
  const [query, setQuery] = useState<string>();
  const [active, setActive] = useState(-1);
  const searched = query !== undefined && query.trim().length >= fewestLetters ? query.trim() : undefined;
  const found = useSearch(searched, search);

  const close = (): void => {
    setQuery(undefined);
    setActive(-1);
  };
  const pick = (option: ComboboxOption): void => {
    onPick(option);
    close();
  };
  const write = (text: string): void => {
    setQuery(text);
    setActive(-1);
    if (picked) onPick(undefined);
  };
  const open = (): void => {
    if (!readOnly && !picked && query === undefined) setQuery('');
  };
  const enter = (event: KeyboardEvent): void => {
    if (query === undefined) return;
    event.preventDefault();
    const option = found.options[active];
    if (option) pick(option);
  };
  const press = (event: KeyboardEvent): void => {
    if (readOnly) return;
    if (event.key === 'Escape') close();
    if (event.key === 'Enter') enter(event);
    const next = moved(event.key, active, found.options.length);
    if (next === undefined) return;
    event.preventDefault();
    if (query === undefined) open();
    else setActive(next);
  };
  return { query, active, found, close, pick, write, open, press };
}

/** A text input that finds one choice in a long list, by the ARIA pattern of the combobox. */
export function Combobox(props: ComboboxProps) {
  const { links, picked, readOnly, fewestLetters, onBlur } = props;
  const { query, active, found, close, pick, write, open, press } = useCombobox(props);
  const listId = useId();
  const isListed = query !== undefined && found.options.length > 0;
  return (
    <div className="iter-combobox">
      <input
        {...links}
        className="form-control"
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={isListed}
        aria-controls={listId}
        aria-activedescendant={isListed && active >= 0 ? `${listId}-${active}` : undefined}
        readOnly={readOnly}
        value={query ?? picked?.label ?? ''}
        onChange={(event) => write(event.target.value)}
        onClick={open}
        onKeyDown={press}
        onBlur={() => {
          close();
          onBlur();
        }}
      />
      {isListed && <List id={listId} options={found.options} active={active} onPick={pick} />}
      <p className="iter-combobox-status" role="status">
        {query === undefined ? '' : status(found, query, fewestLetters)}
      </p>
    </div>
  );
}
