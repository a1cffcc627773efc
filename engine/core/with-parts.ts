import { filledIn } from '../../forms/schema/worded.ts';
import type { Variables } from '../kernel/types.ts';
import type { EnglishWords, Procedure } from './procedure.ts';

type Named = Pick<Procedure, 'forms' | 'facts' | 'terms' | 'english' | 'parts'>;

/**
 * A procedure that knows by name what its parts bring too: their terms, forms, marks and English words. Whoever shows a
 * dossier reads names in it without asking where they were drawn. Names of the procedure itself prevail; two parts that
 * differ under one name are not published (`part.name-twice`).
 */
export function withParts<Whole extends Named>(procedure: Whole): Whole {
  const all: readonly Named[] = [...Object.values<Named>(procedure.parts ?? {}), procedure];
  const english = all.flatMap((each) => each.english ?? []);
  return {
    ...procedure,
    forms: merged(all.map(({ forms }) => forms)),
    facts: merged(all.map(({ facts }) => facts)),
    terms: merged(all.map(({ terms }) => terms)),
    ...(english.length === 0 ? {} : { english: englishOf(english) }),
  };
}

const englishOf = (all: readonly EnglishWords[]): EnglishWords => ({
  terms: merged(all.map(({ terms }) => terms)),
  elements: merged(all.map(({ elements }) => elements)),
  letters: merged(all.map(({ letters }) => letters)),
});

function merged<Value>(all: readonly Readonly<Record<string, Value>>[]): Readonly<Record<string, Value>> {
  return Object.fromEntries(all.flatMap((each) => Object.entries(each)));
}

/**
 * What a procedure and its parts say of terms in Italian, and of everything in English, with the placeholders replaced
 * by what a dossier knows.
 */
export function wordsFor(procedure: Named, variables: Variables): Pick<Named, 'terms' | 'english'> {
  const { terms, english } = withParts(procedure);
  const words = { terms, ...(english !== undefined && { english }) };
  return filledIn(words, variables);
}

/** The name that a term of a dossier has where it is declared: of `w7:integrazione` that is `integrazione`. */
export const termName = (termId: string): string => termId.slice(termId.lastIndexOf(':') + 1);
