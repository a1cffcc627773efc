import { useEffect, useMemo, useState } from 'react';
import type { Answers, FormDocument } from '../schema/document.ts';
import { listsNamed } from '../schema/lookups.ts';
import type { Host } from './host.ts';
import { useLanguage } from './use-language.ts';

type LoadChoices = NonNullable<NonNullable<Host['lookups']>['choices']>;

/** The labels of lists by their names, each an object from value to label; a list that cannot be had is left out. */
export async function choiceLabels(sources: readonly string[], load: LoadChoices): Promise<Answers> {
  const lists = await Promise.all(
    sources.map(async (source) => {
      // Without its labels the summary is still right: it shows the values.
      const choices = await load(source).catch(() => undefined);
      const labels = choices?.map(({ value, label }) => [value, label] as const);
      return labels ? [[source, Object.fromEntries(labels)] as const] : [];
    }),
  );
  return Object.fromEntries(lists.flat());
}

/**
 * The labels of the lists outside the form from which its fields choose, for `context.choiceLabels` of a summary. Empty
 * at first and where the host cannot look lists up; the values are shown meanwhile.
 */
export function useChoiceLabels(form: FormDocument, host: Host | undefined): Answers {
  const [labels, setLabels] = useState<Answers>({});
  const language = useLanguage();
  const load = host?.lookups?.choices;
  const sources = useMemo(() => [...new Set(listsNamed(form))].sort().join(' '), [form]);
  useEffect(() => {
    if (!load || sources === '') return undefined;
    let isCurrent = true;
    void choiceLabels(sources.split(' '), load).then((found) => {
      if (isCurrent) setLabels(found);
    });
    return () => {
      isCurrent = false;
    };
    // The host gives labels in the language of the page.
  }, [sources, load, language]);
  return labels;
}
