import type { Answers } from '../../forms/schema/document.ts';
import { listsNamed, type Lookups } from '../../forms/schema/lookups.ts';
import { fieldsOfType } from '../../forms/schema/pages.ts';
import type { Procedure } from '../core/procedure.ts';

/** What answers are printed with: an answer holds an id or a code, a page shows a name. */
export interface AnswerNames {
  /** Names of the public bodies that the answers mention. */
  readonly bodyNames: Readonly<Record<string, string>>;
  /** Labels of choices from lists outside the forms: by the name of the list, then by value. */
  readonly choiceLabels: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The labels of all lists outside the forms of a procedure that its forms choose from. */
export function choiceLabels({ forms }: Pick<Procedure, 'forms'>, lookups: Lookups = {}): AnswerNames['choiceLabels'] {
  const sources = [...new Set(Object.values(forms).flatMap(listsNamed))];
  const labels = sources.map((source) => {
    const choices = lookups.choices?.(source) ?? [];
    return [source, Object.fromEntries(choices.map(({ value, label }) => [value, label]))] as const;
  });
  return Object.fromEntries(labels);
}

/** The ids of the bodies that the answers to the forms of a procedure mention. */
export function bodyIdsIn({ forms }: Pick<Procedure, 'forms'>, answers: Answers): readonly string[] {
  return Object.values(forms)
    .flatMap((form) => fieldsOfType(form, 'body'))
    .flatMap(({ path }) => answers[path] ?? [])
    .filter((value) => typeof value === 'string')
    .filter((value) => uuid.test(value));
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
