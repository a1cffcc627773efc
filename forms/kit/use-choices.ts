import { useEffect, useState } from 'react';
import { choicesFrom } from '../fields/choices.ts';
import type { Choice } from '../schema/document.ts';
import type { FieldProps } from './field-props.ts';
import { useLanguage } from './use-language.ts';

/** A field with the choices it offers, and how far they are on their way. */
export interface Listed {
  readonly field: FieldProps;
  readonly state: 'ready' | 'loading' | 'failed';
  readonly retry: () => void;
}

type Loaded = { readonly of: string; readonly choices: readonly Choice[] | undefined };

/** The choices of a field: those of its document, or those of the list outside the form that it names. */
export function useChoices(field: FieldProps): Listed {
  const source = choicesFrom(field.component);
  const language = useLanguage();
  const load = field.host.lookups?.choices;
  const [loaded, setLoaded] = useState<Loaded>();
  const [attempt, setAttempt] = useState(0);
  const wanted = `${source ?? ''} ${language} ${attempt}`;
  useEffect(() => {
    if (source === undefined) return undefined;
    let isCurrent = true;
    const keep = (choices: readonly Choice[] | undefined): void => {
      if (isCurrent) setLoaded({ of: wanted, choices });
    };
    if (load === undefined) keep(undefined);
    else load(source).then(keep, () => keep(undefined));
    return () => {
      isCurrent = false;
    };
  }, [source, wanted, load]);
  const retry = (): void => setAttempt((count) => count + 1);
  if (source === undefined) return { field, state: 'ready', retry };
  if (loaded?.of !== wanted) return { field, state: 'loading', retry };
  if (loaded.choices === undefined) return { field, state: 'failed', retry };
  // With its choices at hand the component is one like any other.
  const { choicesFrom: _source, ...properties } = field.component.properties ?? {};
  const component = { ...field.component, properties, values: loaded.choices };
  return { field: { ...field, component }, state: 'ready', retry };
}
