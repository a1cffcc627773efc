import type { Answers } from '../../forms/schema/document.ts';
import { listsNamed, type Lookups } from '../../forms/schema/lookups.ts';
import { fieldsOfType } from '../../forms/schema/pages.ts';
import type { Procedure } from '../core/procedure.ts';
import type { Db } from './db.ts';
import { bodyNames } from './tables/bodies.ts';

/** What answers are printed with: an answer holds an id or a code, a page shows a name. */
export interface AnswerNames {
  /** Names of the public bodies that the answers mention. */
  readonly bodyNames: Readonly<Record<string, string>>;
  /** Labels of choices from lists outside the forms: by the name of the list, then by value. */
  readonly choiceLabels: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The names of what the answers to the forms of a procedure mention. */
export async function answerNames(
  db: Db,
  { forms }: Pick<Procedure, 'forms'>,
  { answers, lookups = {} }: { readonly answers: Answers; readonly lookups?: Lookups | undefined },
): Promise<AnswerNames> {
  const all = Object.values(forms);
  const sources = [...new Set(all.flatMap(listsNamed))];
  const labels = sources.map((source) => {
    const choices = lookups.choices?.(source) ?? [];
    return [source, Object.fromEntries(choices.map(({ value, label }) => [value, label]))] as const;
  });
  const bodyIds = all
    .flatMap((form) => fieldsOfType(form, 'body'))
    .flatMap(({ path }) => answers[path] ?? [])
    .filter((value) => typeof value === 'string')
    .filter((value) => uuid.test(value));
  return { bodyNames: await bodyNames(db, bodyIds), choiceLabels: Object.fromEntries(labels) };
}

const uuid = /^[0-9a-f-]{36}$/i;
