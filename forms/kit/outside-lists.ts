import type { Client } from '../contract/client.ts';
import type { Municipality } from '../fields/types.ts';
import type { Choice } from '../schema/document.ts';
import { municipalityBook } from '../schema/lookups.ts';
import { language } from '../text/language.ts';
import { loadVocabulary } from '../vocabularies/load.ts';
import { isApiList, isVocabulary, type VocabularyChoice } from '../vocabularies/names.ts';
import type { Host, Lookups } from './host.ts';

const MUNICIPALITIES_SHOWN = 10;

/** Municipalities and lists of choices as the server has them; what was fetched is kept for judging at once. */
export function outsideLists(call: Client): {
  readonly lookups: Required<Pick<Lookups, 'municipalities' | 'choices'>>;
  readonly known: NonNullable<Host['known']>;
} {
  const met = new Map<string, Municipality>();
  const lists = new Map<string, readonly VocabularyChoice[]>();
  return {
    lookups: {
      municipalities: async (q, validOn) => {
        const query = { q, limit: MUNICIPALITIES_SHOWN, ...(validOn === undefined ? {} : { validOn }) };
        const { items } = await call('listMunicipalities', { query });
        for (const one of items) met.set(`${one.istatCode} ${one.name}`, one);
        return items;
      },
      choices: async (source) => {
        const known = lists.get(source) ?? (await fetchList(call, source));
        lists.set(source, known);
        return known.map(inLanguage);
      },
    },
    known: {
      municipalities: (istatCode, on) => municipalityBook([...met.values()])(istatCode, on),
      choices: (source) => lists.get(source)?.map(inLanguage),
    },
  };
}

/** The choices of a vocabulary, or of a list of the engine. @throws RangeError for a list that there is not */
async function fetchList(call: Client, source: string): Promise<readonly VocabularyChoice[]> {
  const [kind, name = ''] = source.split(':');
  if (kind === 'vocabulary' && isVocabulary(name)) return (await loadVocabulary(name)).choices;
  if (kind !== 'api' || !isApiList(name)) throw new RangeError(`There is no list ${source}`);
  return (await call('listChoices', { params: { name } })).items;
}

/** A choice in the language of the page. */
export const inLanguage = ({ value, label, description, en }: VocabularyChoice): Choice => ({
  value,
  label: language() === 'en' && en !== undefined ? en : label,
  ...(description === undefined ? {} : { description }),
});
