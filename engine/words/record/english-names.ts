import { isList } from '../../../forms/schema/components.ts';
import { fieldsOf } from '../../../forms/schema/pages.ts';
import { document } from '../../language/document.ts';
import type { Procedure } from '../../core/procedure.ts';
import { termName, withParts } from '../../core/with-parts.ts';
import { milestoneView, outcomeView } from '../standing.ts';

/** What a procedure calls things in English. Each answers undefined when it has no English name. */
export interface EnglishNames {
  readonly term: (termId: string) => string | undefined;
  /** Of a task or an act. */
  readonly element: (elementId: string) => string | undefined;
  /** The subject of a letter, by its template. */
  readonly letter: (templateId: string) => string | undefined;
  /** Of a document, by its Italian title: what the diagram calls it, or the field in which it was given. */
  readonly title: (title: string) => string | undefined;
  readonly milestone: (code: string) => string | undefined;
  readonly outcome: (code: string) => string | undefined;
}

/** Where nothing has an English name. */
export const noEnglish: EnglishNames = {
  term: () => undefined,
  element: () => undefined,
  letter: () => undefined,
  title: () => undefined,
  milestone: () => undefined,
  outcome: () => undefined,
};

type Named = Parameters<typeof withParts>[0] & Pick<Procedure, 'service'>;

/** The English names of a procedure and of its parts. */
export function englishNamesOf(procedure: Named): EnglishNames {
  const { english, forms, facts, service } = withParts(procedure);
  const drawn = Object.entries(facts).map(([id, said]) => [document.of(said)?.title, english?.elements[id]?.name]);
  const given = Object.values(forms)
    .flatMap((form) => fieldsOf(form))
    .flatMap(({ component }) => (isList(component) || component.type !== 'filepicker' ? [] : [component]))
    .map(({ label, translations }) => [label, translations?.['en']?.label]);
  const titles = new Map(
    [...given, ...drawn].filter(([, name]) => name !== undefined).map(([title, name]) => [title, name]),
  );
  return {
    term: (termId) => english?.terms[termName(termId)]?.label,
    element: (elementId) => english?.elements[elementId]?.name,
    letter: (templateId) => english?.letters[templateId]?.subject,
    title: (title) => titles.get(title),
    milestone: (code) => milestoneView(code, service).labelInEnglish,
    outcome: (code) => outcomeView(code, service).labelInEnglish,
  };
}
